using KapFunctions.Content.Posts;
using KapFunctions.Content.Sources;
using KapFunctions.Content.Text;
using KapFunctions.Reading;
using KapFunctions.Storage.Index;

namespace KapFunctions.Editor.Posts;

/// <summary>A post or page as its editors see it in a list. Times are in UTC.</summary>
public sealed record PostSummary
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary><c>post</c> or <c>page</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>published</c>, <c>scheduled</c>, <c>draft</c>, <c>expired</c>, <c>waiting</c> or <c>broken</c>.</summary>
    public required string State { get; init; }

    /// <summary>Its title; of a broken post the file's name.</summary>
    public required string Title { get; init; }

    /// <summary>The last part of its address; null for a broken post.</summary>
    public string? Slug { get; init; }

    /// <summary>Where readers find it, or will; null for a broken post.</summary>
    public string? Url { get; init; }

    /// <summary>When readers may first see it; null for a broken post.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>When its author says that it last changed.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>When it disappears.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Names of its tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Errors in the file as it stands, a slug that another file holds among them.</summary>
    public int Errors { get; init; }

    /// <summary>Warnings and hints in the file as it stands.</summary>
    public int Warnings { get; init; }

    /// <summary>The slug that it wants and another file holds.</summary>
    public string? WantedSlug { get; init; }

    /// <summary>Whether readers see a version of it now.</summary>
    public bool Online { get; init; }

    /// <summary>
    /// Whether what readers see, or will when its time comes, is the file as it stands: false where an older version is
    /// online, or none.
    /// </summary>
    public bool Current { get; init; }

    /// <summary>The version of the file that was last looked at, quoted.</summary>
    public required string Etag { get; init; }

    /// <summary>The summary of a row.</summary>
    public static PostSummary Of(PostRow row, PublicAddresses addresses, DateTimeOffset now) =>
        new()
        {
            Path = row.Path,
            Kind = ContentPaths.KindOf(row.Path) == ContentKind.Page ? "page" : "post",
            State = StateOf(row, now),
            Title = row.Metadata?.Title ?? row.Path[(row.Path.LastIndexOf('/') + 1)..],
            Slug = row.Metadata?.Slug,
            Url = row.Metadata is { Slug: var slug } ? addresses.Post(slug) : null,
            Date = row.PublishedAt,
            Updated = row.Metadata?.Updated,
            Expires = row.Metadata?.Expires,
            Tags = [.. row.Metadata?.Tags.Select(tag => tag.Name) ?? []],
            Errors = row.OpenErrors,
            Warnings = row.Warnings + ProblemsOfTime.Of(row.Path, row.Metadata, now).Count,
            WantedSlug = row.WantedSlug,
            Online = row.IsVisible(now),
            Current = row.IsCurrent,
            Etag = row.SourceETag,
        };

    /// <summary>How the file stands, in the words of <see cref="State"/>.</summary>
    public static string StateOf(PostRow row, DateTimeOffset now) =>
        row.State switch
        {
            PostState.Broken => "broken",
            PostState.Waiting => "waiting",
            PostState.Draft => "draft",
            _ when row.PublishedAt > now => "scheduled",
            _ when row.Metadata?.Expires <= now => "expired",
            _ => "published",
        };
}

/// <summary>All posts and pages, by path.</summary>
public sealed record PostSummaries(IReadOnlyList<PostSummary> Posts);
