using System.Globalization;
using System.Text.RegularExpressions;
using KapFunctions.Content.Dates;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Text;
using KapFunctions.Importing.Html;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Generators;

/// <summary>https://jekyllrb.com/docs/structure/</summary>
internal sealed partial class JekyllImport : FolderImport
{
    private static readonly HashSet<string> NotPages =
    [
        "README.md",
        "LICENSE.md",
        "CONTRIBUTING.md",
        "CODE_OF_CONDUCT.md",
        "CHANGELOG.md",
        "404.md",
    ];

    /// <summary>Folders that hold no texts of their own.</summary>
    private static readonly HashSet<string> Machinery =
    [
        "_includes",
        "_layouts",
        "_site",
        "_sass",
        "_data",
        "_plugins",
    ];

    private readonly Fields? config;
    private readonly Fields? people;
    private readonly HashSet<string> collections;
    private readonly TimeZoneInfo zone;

    public JekyllImport(string site, ImportTarget target, ImportReport report)
        : base(site, target, new([site], target.Folder, report), report)
    {
        config = ConfigFile.Read(site, report, "_config.yml", "_config.yaml", "_config.toml");
        people = ConfigFile.Read(Path.Combine(site, "_data"), report, "authors.yml", "authors.yaml");
        collections = CollectionsOf(config);
        zone = Zones.Find(config?.Text("timezone") ?? "UTC");
    }

    protected override ImportedSite ReadSite()
    {
        var author = config?.Map("author")?.Text("name") ?? (config?.Find("author")?.Value as ScalarValue)?.Text;
        return new()
        {
            Title = config?.Text("title", "name"),
            Description = config?.Text("description"),
            Url = config?.Text("url") is { } url && url.StartsWith("http", StringComparison.Ordinal) ? url : null,
            Language = config?.Text("lang", "locale"),
            TimeZone = config?.Text("timezone"),
            Authors =
                People() is { Count: > 0 } known ? known
                : author is null ? []
                : [new(author, Slug.From(author))],
        };
    }

    protected override bool IsText(string path) => base.IsText(path) || IsHtmlPost(path);

    protected override string? TargetOf(ImportedText source)
    {
        var parts = source.Path.Split('/');
        var posts = Array.FindIndex(parts, part => part is "_posts" or "_drafts");
        if (posts >= 0)
        {
            var folder = parts[posts] == "_drafts" ? "posts/_drafts/" : "posts/";
            return folder
                + string.Join('/', parts[(posts + 1)..]).Replace(".html", ".md", StringComparison.OrdinalIgnoreCase);
        }
        var collection = Array.FindIndex(parts[..^1], part => part.StartsWith('_'));
        if (collection >= 0 ? !collections.Contains(parts[collection]) : NotPages.Contains(source.Path))
        {
            if (!parts.Any(Machinery.Contains))
            {
                Report.Add(source.Path, "belongs to no posts, drafts or pages that have addresses, and was left out");
            }
            return null;
        }
        if (collection >= 0)
        {
            return "pages/" + string.Join('/', parts[collection..]).TrimStart('_');
        }
        return
            source.Text.StartsWith("---\n", StringComparison.Ordinal)
            && !parts.Any(part => part is "node_modules" or "vendor" || part.StartsWith('.'))
            ? "pages/" + source.Path
            : null;
    }

    protected override string Verbatim(string text, SetApart apart) =>
        Highlight()
            .Replace(
                Raw().Replace(text, match => apart.Take(match.Groups["text"].Value)),
                "```${language}\n${code}\n```"
            );

    protected override string WithoutTemplates(ImportedText source, string text)
    {
        text = Comment().Replace(text, "");
        text = PostLink().Replace(text, match => LinkTo("", match.Groups["to"].Value) ?? match.Value);
        text = SiteAddress().Replace(text, "${path}");
        text = Figure().Replace(text, match => Pictures.ToMarkdown(match.Groups["arguments"].Value) ?? match.Value);
        text = OwnTitle().Replace(text, source.Metadata.Title.Replace("$", "$$", StringComparison.Ordinal));
        return AttributeLine()
            .Replace(text, match => match.Groups["id"] is { Success: true } id ? $"{{: {id.Value}}}\n" : "");
    }

    protected override string Finished(ImportedText source, string text) =>
        IsHtmlPost(source.Path) ? BodyToMarkdown(text) : text;

    protected override IEnumerable<(string From, string To)> Redirects(IReadOnlyList<ImportedText> texts) =>
        TermRedirects(texts, "tags", "categories", "category");

    protected override string SitePath => PathOf(config?.Text("baseurl"));

    /// <summary>As jekyll-feed has it: the address without its ending.</summary>
    protected override string? FeedId(ImportedText source) =>
        config?.Text("url") is { } url
        && url.StartsWith("http", StringComparison.Ordinal)
        && OldAddress(source) is { } address
            ? url.TrimEnd('/') + SitePath + Ending().Replace(address, "")
            : null;

    protected override IEnumerable<string> MediaPaths(ImportedText source, string address)
    {
        if (Normalized(address) is { } rooted)
        {
            yield return rooted;
        }
        if (!address.StartsWith('/') && Normalized($"{source.Folder}/{address}") is { } beside)
        {
            yield return beside;
        }
    }

    /// <summary>Collections whose texts have addresses: https://jekyllrb.com/docs/collections/.</summary>
    private static HashSet<string> CollectionsOf(Fields? config) =>
        config?.Map("collections") is { } all
            ?
            [
                .. all
                    .Unread.Where(field => all.Map(field.Key)?.Flag("output") == true)
                    .Select(field => "_" + field.Key),
            ]
            : [];

    private List<ImportedAuthor> People() =>
        people is null
            ? []
            :
            [
                .. people
                    .Unread.Where(field => field.Value is MapValue)
                    .Select(field => (field.Key, Map: people.Map(field.Key)!))
                    .Select(person => new ImportedAuthor(
                        person.Map.Text("name", "display_name") ?? person.Key,
                        Slug.From(person.Key),
                        person.Map.Text("bio", "description"),
                        Website: person.Map.Text("website", "uri", "url")
                    )),
            ];

    private static IEnumerable<string> CategoriesOf(ImportedText source) =>
        source.Fields.Find("categories", "category")?.Value switch
        {
            ListValue list => list.Items.OfType<ScalarValue>().Select(item => item.Text.ToLowerInvariant()),
            ScalarValue scalar => scalar.Text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries),
            _ => [],
        };

    private static bool IsHtmlPost(string path) =>
        path.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
        && (
            path.StartsWith("_posts/", StringComparison.Ordinal) || path.Contains("/_posts/", StringComparison.Ordinal)
        );

    private static string BodyToMarkdown(string text)
    {
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        return end < 0 ? text : text[..(end + 5)] + "\n" + HtmlToMarkdown.Convert(text[(end + 5)..]);
    }

    [GeneratedRegex(@"(\.html|/)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Ending();

    [GeneratedRegex(":[a-z_]+", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Token();

    [GeneratedRegex("^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}-", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex DatedName();

    [GeneratedRegex(
        @"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}",
        RegexOptions.CultureInvariant | RegexOptions.Singleline,
        Patience.Milliseconds
    )]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"\{%-?\s*highlight\s+(?<language>[\w+#-]+)[^%]*%\}\n?(?<code>.*?)\n?\{%-?\s*endhighlight\s*-?%\}",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Highlight();

    [GeneratedRegex(
        @"(\{\{\s*site\.(baseurl|url)\s*\}\})*\{%-?\s*(post_url|link)\s+(?<to>[^\s%]+)\s*-?%\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex PostLink();

    [GeneratedRegex(
        @"\{\{-?\s*(site\.(baseurl|url)|[""'](?<path>[^""'{}]*)[""']\s*\|\s*(relative_url|absolute_url|prepend:\s*site\.(baseurl|url)))\s*-?\}\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex SiteAddress();

    /// <summary>An include or tag of that name, of whichever plug-in or theme.</summary>
    [GeneratedRegex(
        @"\{%-?\s*((include|include_relative|include_cached)\s+[\w./-]*(figure|img|image|picture)[\w.-]*|figure|image)\s+(?<arguments>[^%]*?)\s*-?%\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        Patience.Milliseconds
    )]
    private static partial Regex Figure();

    [GeneratedRegex(
        @"\{\{-?\s*page\.title\s*(\|\s*(escape|xml_escape|strip)\s*)*-?\}\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex OwnTitle();

    [GeneratedRegex(
        @"\{%-?\s*raw\s*-?%\}\n?(?<text>.*?)\{%-?\s*endraw\s*-?%\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        Patience.Milliseconds
    )]
    private static partial Regex Raw();

    /// <summary>kramdown's attributes on a line of their own: a place to link to is kept, and what makes a table of contents.</summary>
    [GeneratedRegex(
        @"^\{:(?!\s*toc\b)[^}\n#]*(?<id>#[\w-]+)?[^}\n]*\}[ ]*(\n|\z)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex AttributeLine();
}
