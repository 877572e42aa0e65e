using KapFunctions.Content.Posts;
using KapFunctions.Query.Nql;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Posts;

/// <summary>Which posts, in which order, and which page of them.</summary>
public sealed record PostQuery
{
    /// <summary>Posts or pages; null for both.</summary>
    public PostKind? Kind { get; init; } = PostKind.Post;

    /// <summary>What they must be; null for all.</summary>
    public NqlFilter? Filter { get; init; }

    /// <summary>
    /// <c>field asc|desc, …</c>; rules that name no field or no direction are ignored. With none left: the order of the
    /// slugs where the filter lists them, else pages by title and everything else newest first.
    /// </summary>
    public string? Order { get; init; }

    /// <summary>Posts on a page; null for all, up to <see cref="MaxAll"/>.</summary>
    public int? Limit { get; init; } = 15;

    /// <summary>How many "all" are at most.</summary>
    public int MaxAll { get; init; } = 10_000;

    /// <summary>The page, counted from 1; smaller numbers mean the first.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>A page of posts.</summary>
/// <param name="Posts">The posts on it; none beyond the last page.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record PostPage(IReadOnlyList<PostRow> Posts, long Total);
