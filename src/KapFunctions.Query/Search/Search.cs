using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Search;

/// <summary>Words, <c>"phrases"</c> and <c>prefixes*</c>; a post must have them all.</summary>
public sealed record SearchQuery(string Text)
{
    /// <summary>A slug; null for any.</summary>
    public string? Tag { get; init; }

    /// <summary>One of the site's; null for any, and the words of its own.</summary>
    public string? Language { get; init; }

    public int Limit { get; init; } = 15;

    /// <summary>Counted from 1; smaller numbers mean the first.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>HTML in which <c>&lt;mark&gt;</c> is the only tag.</summary>
public sealed record SearchHit(PostRow Post, string TitleHtml, string SnippetHtml);

/// <summary>Best first, none beyond the last page; <paramref name="Total"/> counts all pages.</summary>
public sealed record SearchPage(IReadOnlyList<SearchHit> Hits, long Total);
