using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;
using KapFunctions.Content.Text;
using KapFunctions.Reading;
using KapFunctions.Storage.Index;

namespace KapFunctions.Editor.Posts;

/// <summary>A post or page for its editors. Times are in UTC; a broken post has no slug, address or date.</summary>
internal sealed record PostSummary
{
    public required string Path { get; init; }

    public required string Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>published, scheduled, draft, expired, waiting or broken.</summary>
    public required string State { get; init; }

    /// <summary>Its title; of a broken post the file's name.</summary>
    public required string Title { get; init; }

    public string? Slug { get; init; }

    public string? Url { get; init; }

    public DateTimeOffset? Date { get; init; }

    /// <summary>When its author says that it last changed.</summary>
    public DateTimeOffset? Updated { get; init; }

    public DateTimeOffset? Expires { get; init; }

    /// <summary>The day on which it was last reviewed.</summary>
    public DateOnly? Reviewed { get; init; }

    /// <summary>How that review stands: current, edited, due or overdue; null without one.</summary>
    public string? Review { get; init; }

    /// <summary>The day from which on that review is too old.</summary>
    public DateOnly? ReviewBy { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Errors in the file as it stands, a slug that another file holds among them.</summary>
    public int Errors { get; init; }

    public int Warnings { get; init; }

    /// <summary>The slug that it wants and another file holds.</summary>
    public string? WantedSlug { get; init; }

    public bool Online { get; init; }

    /// <summary>Whether readers see, or will see, the file as it stands, and no older version.</summary>
    public bool Current { get; init; }

    /// <summary>The version of the file that was last looked at, quoted.</summary>
    public required string Etag { get; init; }

    public static PostSummary Of(PostRow row, PublicAddresses addresses, DateTimeOffset now) =>
        new()
        {
            Path = row.Path,
            Id = row.Id,
            Kind = ContentPaths.KindOf(row.Path) == ContentKind.Page ? "page" : "post",
            State = StateOf(row, now),
            Title = row.Metadata?.Title ?? row.Path[(row.Path.LastIndexOf('/') + 1)..],
            Slug = row.Metadata?.Slug,
            Url = row.Metadata is { Slug: var slug } ? addresses.Post(slug) : null,
            Date = row.PublishedAt,
            Updated = row.Metadata?.Updated,
            Expires = row.Metadata?.Expires,
            Reviewed = row.Metadata?.Reviewed,
            Review = row.Metadata is { Reviewed: not null } reviewed ? ReviewOf(row.Path, reviewed, now) : null,
            ReviewBy = row.Metadata?.ReviewBy,
            Tags = [.. row.Metadata?.Tags.Select(tag => tag.Name) ?? []],
            Errors = row.OpenErrors,
            Warnings = row.Warnings + ProblemsOfTime.Of(row.Path, row.Metadata, now).Count,
            WantedSlug = row.WantedSlug,
            Online = row.IsVisible(now),
            Current = row.IsCurrent,
            Etag = row.SourceETag,
        };

    // What is to be done first: a text that changed is read again in any case.
    private static string ReviewOf(string path, PostMetadata post, DateTimeOffset now) =>
        post.IsEditedSinceReview ? "edited"
        : ProblemsOfTime.DueOf(path, post, now) is not { Severity: var severity } ? "current"
        : severity == Severity.Warning ? "overdue"
        : "due";

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

internal sealed record PostSummaries(IReadOnlyList<PostSummary> Posts);
