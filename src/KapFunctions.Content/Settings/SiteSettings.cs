using System.Text.Json;
using System.Text.Json.Serialization;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Settings;

/// <summary>What <c>site.yaml</c> says about the site as a whole. Every value has a default, so a site works without the file.</summary>
public sealed record SiteSettings
{
    /// <summary>In the content container.</summary>
    public const string Path = "site.yaml";

    /// <summary>The site's name.</summary>
    public string Title { get; init; } = "KapFunctions";

    /// <summary>One line about it.</summary>
    public string Description { get; init; } = "";

    /// <summary>Without a trailing slash; null where only the configuration knows it.</summary>
    public string? Url { get; init; }

    /// <summary>What rendering depends on: language, time zone and switches.</summary>
    public RenderSettings Rendering { get; init; } = new();

    /// <summary>Those that it is written in, its own first; none where it has but one.</summary>
    public IReadOnlyList<SiteLanguage> Languages
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Square; a URL or a placeholder.</summary>
    public string? Logo { get; init; }

    /// <summary>A URL or a placeholder.</summary>
    public string? Icon { get; init; }

    /// <summary>Wide; a URL or a placeholder.</summary>
    public string? CoverImage { get; init; }

    /// <summary>A CSS hex colour such as <c>#2f6f6a</c>.</summary>
    public string? AccentColor { get; init; }

    /// <summary>The main menu.</summary>
    public IReadOnlyList<NavigationItem> Navigation { get; init; } = [];

    /// <summary>The menu at the foot.</summary>
    public IReadOnlyList<NavigationItem> SecondaryNavigation { get; init; } = [];

    /// <summary>The people who write, in the file's order; the first stands in where a post names nobody.</summary>
    public IReadOnlyList<Author> Authors { get; init; } = [];

    /// <summary>A tag needs no entry to be used.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>Names of social accounts by network (<c>facebook</c>, <c>twitter</c>, …).</summary>
    public IReadOnlyDictionary<string, string> Social { get; init; } = new Dictionary<string, string>();

    /// <summary>Shown below content about health; null for none.</summary>
    public string? Disclaimer { get; init; }

    /// <summary>Words and phrases that mean the same to those who search.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Synonyms { get; init; } = [];

    /// <summary>Whether <c>robots.txt</c> lets those in who collect texts to train models.</summary>
    public bool AllowsTraining { get; init; } = true;

    /// <summary>An address with its scheme: whom to tell of a weakness of the site; null for nobody.</summary>
    public string? SecurityContact { get; init; }

    /// <summary>See <c>docs/operations.md</c>.</summary>
    public IReadOnlyList<WebhookTarget> Webhooks { get; init; } = [];

    /// <summary>The file of the page that stands first, such as <c>pages/welcome.md</c>; null for the list of posts.</summary>
    public string? Home { get; init; }

    /// <summary>Keys of heads that are the site's own; a row of an older release says nothing of them.</summary>
    public IReadOnlyList<OwnField> Fields
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The practice that the site belongs to; null for a site that is none.</summary>
    public Practice? Practice { get; init; }

    /// <summary>Who helps in a crisis; null for nobody.</summary>
    public CrisisLine? Crisis { get; init; }

    /// <summary>What a newer program says beside what this one knows; it stays there when this one writes the row.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? NewerFields { get; set; }

    /// <summary>The tag of the language among whose a post in <paramref name="tag"/> stands: its own, else the site's first. Null
    /// where the site lists none.</summary>
    public string? LanguageOf(string tag) =>
        Languages.Count == 0 ? null : Settings.Languages.Find(Rendering.Languages, tag) ?? Rendering.Languages[0];

    /// <summary>What addresses of that language begin with, after a slash; empty for those at the root.</summary>
    public string PrefixOf(string? language) =>
        language is null || Languages.Count == 0 || language == Languages[0].Tag
            ? ""
            : "/" + Settings.Languages.PrefixOf(language);

    /// <summary>As they are for readers of one of its languages.</summary>
    public SiteSettings In(string? language) =>
        Languages.FirstOrDefault(one => one.Tag == language) is not { } own
            ? this
            : this with
            {
                Title = own.Title ?? Title,
                Description = own.Description ?? Description,
                Navigation = own.Navigation ?? Navigation,
                SecondaryNavigation = own.SecondaryNavigation ?? SecondaryNavigation,
                Disclaimer = own.Disclaimer ?? Disclaimer,
                Rendering = Rendering with { Language = own.Tag },
            };
}

/// <summary>An entry of a menu. <paramref name="Url"/> is absolute, or a path on the site.</summary>
public sealed record NavigationItem(string Label, string Url);

/// <summary>Somebody who writes. Social names are by network, as in Ghost's author shape.</summary>
public sealed record Author
{
    /// <summary>The name as readers see it.</summary>
    public required string Name { get; init; }

    /// <summary>The last part of the author's address.</summary>
    public required string Slug { get; init; }

    /// <summary>The slug that posts make of the name; null where it is <see cref="Slug"/>.</summary>
    public string? NameSlug { get; init; }

    /// <summary>A few sentences.</summary>
    public string? Bio { get; init; }

    /// <summary>A URL or a placeholder.</summary>
    public string? ProfileImage { get; init; }

    /// <summary>A URL or a placeholder.</summary>
    public string? CoverImage { get; init; }

    /// <summary>The author's own site.</summary>
    public string? Website { get; init; }

    /// <summary>Where the author lives or works.</summary>
    public string? Location { get; init; }

    /// <summary>What the author is, such as <c>Clinical psychologist</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Degrees and titles, such as <c>LMFT</c>.</summary>
    public IReadOnlyList<string> Credentials { get; init; } = [];

    /// <summary>Licences with their numbers, a line each.</summary>
    public IReadOnlyList<string> Licences { get; init; } = [];

    /// <summary>Web addresses that are of the same person: directories, registers.</summary>
    public IReadOnlyList<string> SameAs { get; init; } = [];

    /// <summary>Names of social accounts by network.</summary>
    public IReadOnlyDictionary<string, string> Social { get; init; } = new Dictionary<string, string>();
}

/// <summary>What the site says about a tag.</summary>
public sealed record Tag
{
    /// <summary>The name as readers see it.</summary>
    public required string Name { get; init; }

    /// <summary>The last part of the tag's address.</summary>
    public required string Slug { get; init; }

    /// <summary>The slug that posts make of the name; null where it is <see cref="Slug"/>.</summary>
    public string? NameSlug { get; init; }

    /// <summary>Whether readers never see it.</summary>
    [JsonIgnore]
    public bool IsInternal => TagName.IsInternal(Name);

    /// <summary>In Ghost's words.</summary>
    [JsonIgnore]
    public string Visibility => IsInternal ? "internal" : "public";

    /// <summary>A sentence about it.</summary>
    public string? Description { get; init; }

    /// <summary>A URL or a placeholder.</summary>
    public string? FeatureImage { get; init; }

    /// <summary>A CSS hex colour.</summary>
    public string? AccentColor { get; init; }

    /// <summary>How long reviews of posts with the tag hold, such as <c>12 months</c>.</summary>
    public string? ReviewEvery { get; init; }
}

/// <summary>Somebody's server that is told of events.</summary>
/// <param name="Url">Where deliveries go: https.</param>
/// <param name="Events">Which events; empty for all.</param>
public sealed record WebhookTarget(string Url, IReadOnlyList<string> Events);
