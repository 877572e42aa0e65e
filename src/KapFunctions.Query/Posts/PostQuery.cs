using KapFunctions.Content.Posts;
using KapFunctions.Query.Nql;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Posts;

public sealed record PostQuery
{
    /// <summary>Null for both.</summary>
    public PostKind? Kind { get; init; } = PostKind.Post;

    public NqlFilter? Filter { get; init; }

    /// <summary><c>field asc|desc, …</c>; rules that name no field or no direction are ignored. With none left: the order of the slugs
    /// where the filter lists them, else pages by title and everything else newest first.</summary>
    public string? Order { get; init; }

    /// <summary>Null for all, up to <see cref="MaxAll"/>.</summary>
    public int? Limit { get; init; } = 15;

    public int MaxAll { get; init; } = 10_000;

    /// <summary>Counted from 1; smaller numbers mean the first.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>No posts beyond the last page; <paramref name="Total"/> counts all pages.</summary>
public sealed record PostPage(IReadOnlyList<PostRow> Posts, long Total);
