using System.Text.Json;
using System.Text.Json.Serialization;
using KapFunctions.Content;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;

namespace KapFunctions.Storage.Index;

/// <summary>How a post stands in the index. Scheduled and expired are not states: time alone decides them.</summary>
public enum PostState
{
    /// <summary>It has a good version that readers may see from its date until it expires.</summary>
    Published,

    /// <summary>Its author keeps it back; it holds its slug.</summary>
    Draft,

    /// <summary>
    /// Another file holds its slug; it is rendered and moves up when that one goes, if its file still says the same.
    /// </summary>
    Waiting,

    /// <summary>It never had a version that could be published.</summary>
    Broken,
}

/// <summary>One file of posts or pages: what was last looked at, and what is online.</summary>
public sealed record PostRow : IndexRow
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Key => IndexKeys.Post(Path);

    /// <summary>The file's path in the content container.</summary>
    public required string Path { get; init; }

    /// <summary>24 hex characters; the same for the life of the post, through moves and renames.</summary>
    public required string Id { get; init; }

    /// <summary>When the post was first seen, in UTC.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>How it stands.</summary>
    public PostState State { get; init; }

    /// <summary>ETag of the source last looked at, good or broken.</summary>
    public required string SourceETag { get; init; }

    /// <summary>ETag of the source that is online; null for a broken post.</summary>
    public string? OnlineETag { get; init; }

    /// <summary>Metadata of the good version; null for a broken post.</summary>
    public PostMetadata? Metadata { get; init; }

    /// <summary>Blob in <c>rendered</c> with the good version's <see cref="PostBody"/>; null for a broken post.</summary>
    public string? Body { get; init; }

    /// <summary>Blob in <c>rendered</c> with the good version's source; null for a broken post.</summary>
    public string? Good { get; init; }

    /// <summary>When that body was committed, in UTC; null for a broken post.</summary>
    public DateTimeOffset? OnlineAt { get; init; }

    /// <summary>Blob in <c>rendered</c> with the problems of the source last looked at; null where it has none.</summary>
    public string? Report { get; init; }

    /// <summary>Errors in the source last looked at, a slug that is taken aside.</summary>
    public int Errors { get; init; }

    /// <summary>Warnings and hints in the source last looked at.</summary>
    public int Warnings { get; init; }

    /// <summary><see cref="PostRenderer.Version"/> that rendered the good version, or looked at a broken source.</summary>
    public int Renderer { get; init; }

    /// <summary>The settings that its rendering made use of, of what is online and of the source last looked at.</summary>
    public RenderDependencies Uses { get; init; }

    /// <summary><see cref="SiteRow.RenderingOf"/> those settings that it was rendered under.</summary>
    public string Rendering { get; init; } = "";

    /// <summary>The slug that the source last looked at wants and another file holds; null where it has what it wants.</summary>
    public string? WantedSlug { get; init; }

    /// <summary>
    /// Whether the log last told that readers see it. Visibility itself needs no write; this only keeps the log from
    /// telling of a boundary twice, or not at all.
    /// </summary>
    public bool Announced { get; init; }

    /// <summary>Whether readers had seen it under its slug when the row was written, though it may be kept back since.</summary>
    public bool WasSeen { get; init; }

    /// <summary>
    /// Whether newer rules or other settings took it down, and nobody has changed its file since: an upgrade says so.
    /// </summary>
    public bool Withdrawn { get; init; }

    /// <summary>Whether readers have seen it under its slug by <paramref name="now"/>: only then does it leave a trace there.</summary>
    public bool HasBeenSeen(DateTimeOffset now) =>
        WasSeen || (State == PostState.Published && PublishedAt <= now && !(Metadata?.Expires <= OnlineAt));

    /// <summary>The instants after <paramref name="now"/> at which it appears, says that it was reviewed, or disappears.</summary>
    public IEnumerable<DateTimeOffset> BoundariesAfter(DateTimeOffset now) =>
        State == PostState.Published
            ? new[] { PublishedAt, Metadata?.ReviewedFrom, Metadata?.Expires }
                .OfType<DateTimeOffset>()
                .Where(boundary => boundary > now)
            : [];

    /// <summary>Whether it holds the claim on its slug.</summary>
    [JsonIgnore]
    public bool HoldsSlug => State is PostState.Published or PostState.Draft;

    /// <summary>
    /// When readers may first see it, by which lists are in order: the author's date, or the later reading of one that has
    /// two, else when it was first seen; null for a broken post.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset? PublishedAt => Metadata?.VisibleFrom ?? DatedAt;

    /// <summary>The date that readers are shown; null for a broken post.</summary>
    [JsonIgnore]
    public DateTimeOffset? DatedAt => Metadata is { } metadata ? metadata.Date ?? FirstSeen : null;

    /// <summary>
    /// Whether it is to be rendered anew: by this renderer where it is older, or under the settings now in force.
    /// What a newer renderer made is left alone, so that two versions side by side never undo each other's work.
    /// </summary>
    public bool IsDueForLift(SiteRow site) =>
        Renderer < PostRenderer.Version || (Renderer == PostRenderer.Version && Rendering != site.RenderingOf(Uses));

    /// <summary>Whether a newer program rendered it, whose work this one leaves alone.</summary>
    [JsonIgnore]
    public bool IsOfNewerRenderer => Renderer > PostRenderer.Version;

    /// <summary>Whether both rows say the same, to the last field.</summary>
    public bool IsSameAs(PostRow other) =>
        JsonSerializer
            .SerializeToUtf8Bytes(this, IndexJson.Default.IndexRow)
            .AsSpan()
            .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, IndexJson.Default.IndexRow));

    /// <summary>The row with what readers may be told of it at <paramref name="now"/>.</summary>
    public PostRow AsOf(DateTimeOffset now) =>
        Metadata is { } metadata && metadata.AsOf(now) is var told && !ReferenceEquals(told, metadata)
            ? this with
            {
                Metadata = told,
            }
            : this;

    /// <summary>Errors that stand open: those in the source last looked at, and that it waits for a slug.</summary>
    [JsonIgnore]
    public int OpenErrors => Errors + (WantedSlug is null ? 0 : 1);

    /// <summary>Whether what is online, or will be when its time comes, is what the source last looked at says.</summary>
    [JsonIgnore]
    public bool IsCurrent => OnlineETag == SourceETag && WantedSlug is null;

    /// <summary>Whether readers see it at <paramref name="now"/>.</summary>
    public bool IsVisible(DateTimeOffset now) =>
        State == PostState.Published && PublishedAt <= now && !(Metadata?.Expires <= now);
}
