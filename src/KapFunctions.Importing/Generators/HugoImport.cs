using System.Globalization;
using System.Text.RegularExpressions;
using KapFunctions.Content.Dates;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Text;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Generators;

/// <summary>https://gohugo.io/content-management/organization/</summary>
internal sealed partial class HugoImport : FolderImport
{
    private static readonly HashSet<string> BlogSections = ["post", "posts", "blog", "articles", "news"];

    private readonly Fields? config;
    private readonly Fields? permalinks;

    public HugoImport(string site, ImportTarget target, ImportReport report)
        : base(ContentOf(site), target, new(MediaFolders(site), target.Folder, report), report)
    {
        config =
            ConfigFile.Read(
                site,
                report,
                "hugo.toml",
                "hugo.yaml",
                "hugo.yml",
                "hugo.json",
                "config.toml",
                "config.yaml",
                "config.yml",
                "config.json"
            )
            ?? ConfigFile.Read(
                Path.Combine(site, "config", "_default"),
                report,
                "hugo.toml",
                "hugo.yaml",
                "config.toml",
                "config.yaml"
            );
        permalinks = config?.Map("permalinks");
        permalinks = permalinks?.Map("page") ?? permalinks;
    }

    protected override ImportedSite ReadSite()
    {
        var more = config?.Map("params");
        var author = config?.Map("author")?.Text("name") ?? more?.Map("author")?.Text("name") ?? more?.Text("author");
        return new()
        {
            Title = config?.Text("title"),
            Description = more?.Text("description", "subtitle"),
            Url = config?.Text("baseURL") is { } url && url.StartsWith("http", StringComparison.Ordinal) ? url : null,
            Language = config?.Text("languageCode", "defaultContentLanguage"),
            TimeZone = config?.Text("timeZone"),
            Authors = author is null ? [] : [new(author, Slug.From(author))],
        };
    }

    protected override string? TargetOf(ImportedText source)
    {
        var parts = source.Path.Split('/');
        if (parts[^1].StartsWith("_index.", StringComparison.Ordinal))
        {
            return ListPage(source, parts);
        }
        var isPost = source.Metadata.Date is not null && parts.Length > 1 && parts[0] is not ("page" or "pages");
        var rest =
            parts.Length > 1 && (BlogSections.Contains(parts[0]) || parts[0] is "page" or "pages") ? parts[1..] : parts;
        return (isPost ? "posts/" : "pages/") + string.Join('/', rest);
    }

    /// <summary>A section without a text of its own has only a list, which the site makes itself.</summary>
    private string? ListPage(ImportedText source, string[] parts)
    {
        if (parts.Length == 1 || string.IsNullOrWhiteSpace(source.Body))
        {
            Report.Add(source.Path, "says how a list looks, which is the theme's here, and was left out");
            return null;
        }
        Report.Add(source.Path, "is the text of a list and became a page, without the list");
        return "pages/" + source.Path;
    }

    protected override string SlugOf(ImportedText source)
    {
        var language = TranslatedIndex().Match(Path.GetFileNameWithoutExtension(source.Path)).Groups["language"];
        return language.Success && source.Folder.Length > 0 && source.Fields.Text("slug") is null
            ? $"{source.Folder.Split('/')[^1]}-{language.Value}"
            : source.Metadata.Slug;
    }

    protected override string Verbatim(string text, SetApart apart) =>
        Highlight()
            .Replace(
                Escaped()
                    .Replace(
                        text,
                        match =>
                            apart.Take(
                                $"{{{{{match.Groups["open"].Value}{match.Groups["text"].Value}{match.Groups["close"].Value}}}}}"
                            )
                    ),
                "```${language}\n${code}\n```"
            );

    protected override string WithoutTemplates(ImportedText source, string text)
    {
        text = Reference().Replace(text, match => Referred(source, match.Groups["to"].Value) ?? match.Value);
        text = Film().Replace(text, match => FilmAddress(match.Groups["host"].Value, match.Groups["id"].Value));
        text = Gist().Replace(text, "https://gist.github.com/${user}/${id}");
        return Figure().Replace(text, match => Pictures.ToMarkdown(match.Groups["arguments"].Value) ?? match.Value);
    }

    private string? Referred(ImportedText source, string to)
    {
        var hash = to.IndexOf('#', StringComparison.Ordinal);
        var (path, place) = hash < 0 ? (to, "") : (to[..hash], to[hash..]);
        return path.Length == 0 ? place
            : LinkTo(source.Folder, path) is { } link ? link + place
            : null;
    }

    protected override IEnumerable<(string From, string To)> Redirects(IReadOnlyList<ImportedText> texts) =>
        TermRedirects(texts, "tags", "categories")
            .Concat(
                texts
                    .Where(text => text.Target.StartsWith("posts/", StringComparison.Ordinal))
                    .Select(text => text.Path.Split('/')[0])
                    .Distinct()
                    .SelectMany(section =>
                        ((string, string)[])
                            [($"{SitePath}/{section}/", "/archive/"), ($"{SitePath}/{section}/page/*", "/archive/")]
                    )
            );

    protected override string SitePath => PathOf(config?.Text("baseURL"));

    /// <summary>Its feed has the address for the id: https://gohugo.io/templates/rss/.</summary>
    protected override string? FeedId(ImportedText source) =>
        config?.Text("baseURL") is { } url
        && url.StartsWith("http", StringComparison.Ordinal)
        && OldAddress(source) is { } address
            ? url.TrimEnd('/') + "/" + address.TrimStart('/')
            : null;

    protected override string? OldAddress(ImportedText source)
    {
        if (source.Fields.Text("url") is { } url)
        {
            return url;
        }
        var parts = source.Path.Split('/');
        var name = source.Fields.Text("slug") ?? source.Stem.ToLowerInvariant();
        var section = parts.Length > 1 ? parts[0] : "";
        if (permalinks?.Text(section) is { } pattern)
        {
            return Fill(pattern, source, section, name);
        }
        var folder = parts[^1] is "index.md" or "_index.md"
            ? string.Join('/', parts.Length > 1 ? parts[..^2] : [])
            : source.Folder;
        return $"/{folder}/{name}/".Replace("//", "/", StringComparison.Ordinal).ToLowerInvariant();
    }

    protected override IEnumerable<string> MediaPaths(ImportedText source, string address)
    {
        if (Normalized(address.StartsWith('/') ? address : $"{source.Folder}/{address}") is { } path)
        {
            yield return path;
        }
        // Front matter names files of static/ without a slash.
        if (!address.StartsWith('/') && Normalized(address) is { } rooted)
        {
            yield return rooted;
        }
    }

    private string? Fill(string pattern, ImportedText source, string section, string name)
    {
        var filled = Token()
            .Replace(
                pattern,
                token =>
                    token.Value switch
                    {
                        ":year" => Part(source, "yyyy"),
                        ":month" => Part(source, "MM"),
                        ":day" => Part(source, "dd"),
                        ":section" or ":sections" => section,
                        ":title" or ":slugorfilename" or ":slugorcontentbasename" or ":slug" => source.Fields.Text(
                            "slug"
                        )
                            ?? (
                                token.Value == ":title" || token.Value == ":slug"
                                    ? Slug.From(source.Metadata.Title)
                                    : name
                            ),
                        ":filename" or ":contentbasename" => source.Stem.ToLowerInvariant(),
                        _ => token.Value,
                    }
            );
        if (!filled.Contains(':', StringComparison.Ordinal))
        {
            return filled;
        }
        Report.Add(source.Path, $"its old address ({pattern}) cannot be told; add it under aliases");
        return null;
    }

    /// <summary>Hugo makes addresses of the day as it is written, whatever its zone.</summary>
    private static string Part(ImportedText source, string format) =>
        (
            source.Fields.Text("date") is { } written && DateText.TryParse(written, out var date)
                ? date.Local
                : source.Metadata.Date?.DateTime
        )?.ToString(format, CultureInfo.InvariantCulture) ?? ":date";

    private static string FilmAddress(string host, string id) =>
        host == "youtube" ? $"https://www.youtube.com/watch?v={id}" : $"https://vimeo.com/{id}";

    private static string ContentOf(string site) =>
        Directory.Exists(Path.Combine(site, "content")) ? Path.Combine(site, "content") : site;

    private static string[] MediaFolders(string site) =>
        [Path.Combine(site, "static"), ContentOf(site), Path.Combine(site, "assets")];

    /// <summary>Shown as it would be written: <c>{{&lt;/* figure */&gt;}}</c>.</summary>
    [GeneratedRegex(
        @"\{\{(?<open>[<%])/\*(?<text>.*?)\*/(?<close>[>%])\}\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        Patience.Milliseconds
    )]
    private static partial Regex Escaped();

    [GeneratedRegex(":[a-z]+", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Token();

    [GeneratedRegex(
        @"\{\{[<%]\s*highlight\s+""?(?<language>[\w+#-]+)""?[^>%]*[>%]\}\}\n?(?<code>.*?)\n?\{\{[<%]\s*/\s*highlight\s*[>%]\}\}",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Highlight();

    [GeneratedRegex(
        @"\{\{[<%]\s*(rel)?ref\s+[""'`]?(?<to>[^\s""'`<>]+)[""'`]?\s*[>%]\}\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Reference();

    [GeneratedRegex(
        @"\{\{[<%]\s*(?<host>youtube|vimeo)\s+(id=)?""?(?<id>[\w-]+)""?[^<>]*?[>%]\}\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Film();

    [GeneratedRegex(
        @"\{\{[<%]\s*gist\s+""?(?<user>[\w-]+)""?\s+""?(?<id>\w+)""?[^<>]*?[>%]\}\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Gist();

    /// <summary>Hugo's own figure, and what themes made of it.</summary>
    [GeneratedRegex(
        @"\{\{[<%]\s*[\w-]*(figure|img|image|picture)[\w-]*\s+(?<arguments>[^<>]*?)/?\s*[>%]\}\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        Patience.Milliseconds
    )]
    private static partial Regex Figure();

    /// <summary>A bundle's text in another language than the site's first: <c>index.de.md</c>.</summary>
    [GeneratedRegex(
        @"^_?index\.(?<language>[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)$",
        RegexOptions.CultureInvariant,
        Patience.Milliseconds
    )]
    private static partial Regex TranslatedIndex();
}
