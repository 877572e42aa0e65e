using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;

namespace KapFunctions.Importing.Shared;

/// <summary>Its text is already Markdown.</summary>
internal sealed record ImportedPost
{
    public PostKind Kind { get; init; }

    public required string Title { get; init; }

    public required string Slug { get; init; }

    public string? Id { get; init; }

    /// <summary>What feeds called the post, so that subscribers do not see it again.</summary>
    public string? Guid { get; init; }

    /// <summary>What its text has marks of.</summary>
    public Losses? Losses { get; init; }

    public DateTimeOffset? Date { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public bool Draft { get; init; }

    public bool Featured { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Excerpt { get; init; }

    public string? Image { get; init; }

    public string? ImageAlt { get; init; }

    public string? ImageCaption { get; init; }

    public string? Canonical { get; init; }

    /// <summary>Old addresses, as paths.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Texts for search engines and social networks.</summary>
    public IReadOnlyList<(string Key, string? Value)> Share { get; init; } = [];

    public string Body { get; init; } = "";
}

internal sealed record ImportedSite
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public string? Language { get; init; }

    public string? TimeZone { get; init; }

    public IReadOnlyList<ImportedAuthor> Authors { get; init; } = [];

    public IReadOnlyList<ImportedTag> Tags { get; init; } = [];

    public IReadOnlyList<NavigationItem> Navigation { get; init; } = [];

    public IReadOnlyList<NavigationItem> SecondaryNavigation { get; init; } = [];

    /// <summary>Logo, icon, colour and the like, by our names for them; a value may be missing.</summary>
    public IReadOnlyList<(string Key, string? Value)> More { get; init; } = [];
}

internal sealed record ImportedAuthor(
    string Name,
    string Slug,
    string? Bio = null,
    string? Image = null,
    string? Website = null,
    string? Location = null
)
{
    /// <summary>Cover picture and names on social networks, by our names for them; a value may be missing.</summary>
    public IReadOnlyList<(string Key, string? Value)> More { get; init; } = [];
}

internal sealed record ImportedTag(string Name, string Slug, string? Description = null, string? Image = null)
{
    public string? Color { get; init; }
}
