using KapFunctions.Content.Settings;
using KapFunctions.Query.Nql;

namespace KapFunctions.Query.Terms;

public sealed record TermQuery
{
    /// <summary>Read with the parser of tags or of authors; null for all.</summary>
    public NqlFilter? Filter { get; init; }

    /// <summary><c>field asc|desc, …</c>; without it by name, or in the order of the slugs that the filter lists.</summary>
    public string? Order { get; init; }

    public int? Limit { get; init; } = 15;

    public int MaxAll { get; init; } = 10_000;

    public int Page { get; init; } = 1;
}

/// <summary><paramref name="Posts"/> are visible ones without pages, as in Ghost; the id is 24 hex characters, made of the slug.</summary>
public sealed record CountedTag(string Id, Tag Tag, long Posts);

public sealed record CountedAuthor(string Id, Author Author, long Posts);

/// <summary>No items beyond the last page; <paramref name="Total"/> counts all pages.</summary>
public sealed record TermPage<T>(IReadOnlyList<T> Items, long Total);
