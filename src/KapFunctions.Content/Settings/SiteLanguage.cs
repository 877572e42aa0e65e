using System.Text.Json.Serialization;

namespace KapFunctions.Content.Settings;

/// <summary>A language that the site is written in; what is null is the site's own.</summary>
/// <param name="Tag">BCP 47, such as <c>fr</c> or <c>pt-BR</c>.</param>
public sealed record SiteLanguage(string Tag)
{
    /// <summary>The site's name in it.</summary>
    public string? Title { get; init; }

    /// <summary>One line about the site.</summary>
    public string? Description { get; init; }

    /// <summary>The main menu.</summary>
    public IReadOnlyList<NavigationItem>? Navigation { get; init; }

    /// <summary>The menu at the foot.</summary>
    public IReadOnlyList<NavigationItem>? SecondaryNavigation { get; init; }

    /// <summary>Shown below content about health.</summary>
    public string? Disclaimer { get; init; }

    /// <summary>What its addresses begin with, unless it is the first one.</summary>
    [JsonIgnore]
    public string Prefix => Languages.PrefixOf(Tag);
}
