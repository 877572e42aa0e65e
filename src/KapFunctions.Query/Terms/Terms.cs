using KapFunctions.Content.Settings;
using KapFunctions.Query.Nql;

namespace KapFunctions.Query.Terms;

/// <summary>Which tags or authors, in which order, and which page of them.</summary>
public sealed record TermQuery
{
    /// <summary>What they must be, read with the parser of tags or of authors; null for all.</summary>
    public NqlFilter? Filter { get; init; }

    /// <summary><c>field asc|desc, …</c>; by name without it, or in the order of the slugs that the filter lists.</summary>
    public string? Order { get; init; }

    /// <summary>How many on a page; null for all, up to <see cref="MaxAll"/>.</summary>
    public int? Limit { get; init; } = 15;

    /// <summary>How many "all" are at most.</summary>
    public int MaxAll { get; init; } = 10_000;

    /// <summary>The page, counted from 1; smaller numbers mean the first.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>A tag that visible posts or pages have.</summary>
/// <param name="Id">24 hex characters, made of the slug.</param>
/// <param name="Tag">What posts and <c>site.yaml</c> say about it.</param>
/// <param name="Posts">Visible posts that have it; pages do not count, as in Ghost.</param>
public sealed record CountedTag(string Id, Tag Tag, long Posts);

/// <summary>An author of visible posts or pages.</summary>
/// <param name="Id">24 hex characters, made of the slug.</param>
/// <param name="Author">What posts and <c>site.yaml</c> say about the author.</param>
/// <param name="Posts">Visible posts; pages do not count, as in Ghost.</param>
public sealed record CountedAuthor(string Id, Author Author, long Posts);

/// <summary>A page of tags or authors.</summary>
/// <param name="Items">Those on it; none beyond the last page.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record TermPage<T>(IReadOnlyList<T> Items, long Total);
