using System.Text.Json;
using System.Text.Json.Serialization;
using KapFunctions.Content;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Storage.Files;

namespace KapFunctions.Storage.Index;

/// <summary>How a post stands in the index. Scheduled and expired are not states: time alone decides them.</summary>
public enum PostState
{
    /// <summary>It has a good version that readers may see from its date until it expires.</summary>
    Published,

    Draft,

    /// <summary>Another file holds its slug; it is rendered and moves up when that one goes, if its file still says the
    /// same.</summary>
    Waiting,

    /// <summary>It never had a version that could be published.</summary>
    Broken,
}

/// <summary>One file of posts or pages: what was last looked at, and what is online.</summary>
public sealed record PostRow : IndexRow
{
    [JsonIgnore]
    public override string Key => IndexKeys.Post(Path);

    public required string Path { get; init; }

    /// <summary>24 hex characters; the same for the life of the post, through moves and renames.</summary>
    public required string Id { get; init; }

    /// <summary>When the post was first seen, in UTC.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    public PostState State { get; init; }

    public required string SourceETag { get; init; }

    /// <summary>Who wrote the version that was last looked at, and when; null where nothing says so.</summary>
    public FileWrite? Written { get; init; }

    public string? OnlineETag { get; init; }

    public PostMetadata? Metadata { get; init; }

    public string? Body { get; init; }

    public string? Good { get; init; }

    /// <summary>Which text was reviewed; null for one without a day of review.</summary>
    public PostReview? Review { get; init; }

    /// <summary>What its translations, and it as one, are compared by; null on a site in one language.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PostSections? Sections { get; init; }

    /// <summary>When that body was committed, in UTC; null for a broken post.</summary>
    public DateTimeOffset? OnlineAt { get; init; }

    public string? Report { get; init; }

    public int Errors { get; init; }

    public int Warnings { get; init; }

    public int Renderer { get; init; }

    private const RenderDependencies NamedAtFirst =
        RenderDependencies.TimeZone
        | RenderDependencies.Language
        | RenderDependencies.Aliases
        | RenderDependencies.Frontmatter
        | RenderDependencies.Embeds
        | RenderDependencies.ForeignPictures;

    [JsonIgnore]
    public RenderDependencies Uses { get; init; }

    /// <summary>Older programs read their names, and could not read a row with any other.</summary>
    [JsonInclude, JsonPropertyName("uses")]
    internal RenderDependencies UsesAtFirst
    {
        get => Uses & NamedAtFirst;
        init => Uses |= value;
    }

    /// <summary>The others, as a number: older programs keep what they do not know.</summary>
    [JsonInclude, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    internal int LaterUses
    {
        get => (int)(Uses & ~NamedAtFirst);
        init => Uses |= (RenderDependencies)value;
    }

    public string Rendering { get; init; } = "";

    public string? WantedSlug { get; init; }

    /// <summary>Whether the log last told that readers see it. Visibility itself needs no write; this only keeps the log from
    /// telling of a boundary twice, or not at all.</summary>
    public bool Announced { get; init; }

    /// <summary>Whether readers had seen it under its slug when the row was written, though it may be kept back since.</summary>
    public bool WasSeen { get; init; }

    /// <summary>Whether newer rules or other settings took it down, and nobody has changed its file since: an upgrade says
    /// so.</summary>
    public bool Withdrawn { get; init; }

    public bool HasBeenSeen(DateTimeOffset now) =>
        WasSeen || (State == PostState.Published && PublishedAt <= now && !(Metadata?.Expires <= OnlineAt));

    public IEnumerable<DateTimeOffset> BoundariesAfter(DateTimeOffset now) =>
        State == PostState.Published
            ? new[]
            {
                PublishedAt,
                Metadata?.ReviewedFrom,
                Metadata?.Expires,
                Metadata?.ReviewDueFrom,
                Metadata?.ReviewOverdueFrom,
            }
                .OfType<DateTimeOffset>()
                .Where(boundary => boundary > now)
            : [];

    [JsonIgnore]
    public bool HoldsSlug => State is PostState.Published or PostState.Draft;

    /// <summary>When readers may first see it, by which lists are in order: the author's date, or the later reading of one that
    /// has two, else when it was first seen; null for a broken post.</summary>
    [JsonIgnore]
    public DateTimeOffset? PublishedAt => Metadata?.VisibleFrom ?? DatedAt;

    [JsonIgnore]
    public DateTimeOffset? DatedAt => Metadata is { } metadata ? metadata.Date ?? FirstSeen : null;

    /// <summary>Whether it is to be rendered anew: by this renderer where it is older, or under the settings now in force. What a
    /// newer renderer made is left alone, so that two versions side by side never undo each other's work.</summary>
    public bool IsDueForLift(SiteRow site) =>
        Renderer < PostRenderer.Version || (Renderer == PostRenderer.Version && Rendering != site.RenderingOf(Uses));

    /// <summary>The version of its file that need not be read again: rendered under the settings now in force, or by a newer program,
    /// whose work this one leaves alone; null where it is to be read.</summary>
    public string? ETagUnder(SiteRow site) =>
        SourceETag.Length > 0 && (IsOfNewerRenderer || (WantedSlug is null && !IsDueForLift(site))) ? SourceETag : null;

    [JsonIgnore]
    public bool IsOfNewerRenderer => Renderer > PostRenderer.Version;

    public bool IsSameAs(PostRow other) =>
        JsonSerializer
            .SerializeToUtf8Bytes(this, IndexJson.Default.IndexRow)
            .AsSpan()
            .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, IndexJson.Default.IndexRow));

    public PostRow AsOf(DateTimeOffset now) =>
        Metadata is { } metadata && metadata.AsOf(now) is var told && !ReferenceEquals(told, metadata)
            ? this with
            {
                Metadata = told,
            }
            : this;

    [JsonIgnore]
    public int OpenErrors => Errors + (WantedSlug is null ? 0 : 1);

    [JsonIgnore]
    public bool IsCurrent => OnlineETag == SourceETag && WantedSlug is null;

    public bool IsVisible(DateTimeOffset now) =>
        State == PostState.Published && PublishedAt <= now && !(Metadata?.Expires <= now);
}
