namespace KapFunctions.Content.PageHead;

/// <summary>What the read side knows of a page: public addresses, dates in UTC.</summary>
public sealed record PageFacts
{
    /// <summary>The page's public address.</summary>
    public required string Url { get; init; }

    /// <summary>The site's public address.</summary>
    public required string SiteUrl { get; init; }

    /// <summary>When it was published, in UTC.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it last changed, in UTC.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The address of the feature picture.</summary>
    public string? Image { get; init; }

    /// <summary>Null where the author names none.</summary>
    public string? OgImage { get; init; }

    /// <summary>Null where the author names none.</summary>
    public string? TwitterImage { get; init; }

    /// <summary>The address of the site's logo.</summary>
    public string? Logo { get; init; }

    /// <summary>Who wrote it, with the addresses of their pages.</summary>
    public IReadOnlyList<PageAuthor> Authors { get; init; } = [];
}

/// <summary>Somebody who wrote a page.</summary>
public sealed record PageAuthor(string Name, string? Url);
