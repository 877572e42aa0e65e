using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Search;

/// <summary>What to search for.</summary>
/// <param name="Text">Words, <c>"phrases"</c> and <c>prefixes*</c>; a post must have them all.</param>
public sealed record SearchQuery(string Text)
{
    /// <summary>Slug of a tag that posts must have; null for any.</summary>
    public string? Tag { get; init; }

    /// <summary>Hits on a page.</summary>
    public int Limit { get; init; } = 15;

    /// <summary>The page, counted from 1; smaller numbers mean the first.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>A post that was found.</summary>
/// <param name="Post">The post or page.</param>
/// <param name="TitleHtml">Its title as HTML, what was searched for in <c>&lt;mark&gt;</c>; everything else is escaped.</param>
/// <param name="SnippetHtml">A part of its text in the same way.</param>
public sealed record SearchHit(PostRow Post, string TitleHtml, string SnippetHtml);

/// <summary>A page of hits, best first.</summary>
/// <param name="Hits">Those on it; none beyond the last page.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record SearchPage(IReadOnlyList<SearchHit> Hits, long Total);
