using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SmartReader;

namespace KapFunctions.Importing.Sites;

/// <summary>What a page says of itself, and its main text as HTML with whole addresses.</summary>
internal sealed partial record PageText
{
    /// <summary>Where systems keep the text of a post, the surest first.</summary>
    private const string Containers =
        "[data-hook='post-description'], .blog-item-content, .sqs-blog-item-content, .available-content, .entry-content, .gh-content, .post-content, .post-body, .article-body, [itemprop='articleBody'], article, main, [role='main']";

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    public required string Title { get; init; }

    public required IElement Main { get; init; }

    public bool IsPost { get; init; }

    public DateTimeOffset? Date { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public string? Description { get; init; }

    public string? Image { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public static PageText Of(WebPage page)
    {
        var document = Parser.ParseDocument(page.Text);
        var data = DataOf(document);
        var title =
            Text(data, "headline") ?? Meta(document, "og:title") ?? document.QuerySelector("h1")?.TextContent.Trim();
        var main = document.QuerySelector(Containers) ?? Read(page, document);
        foreach (
            var extra in main.QuerySelectorAll(
                    "nav, header, footer, aside.sidebar, form, button, [role='navigation'], script, style"
                )
                .ToArray()
        )
        {
            extra.Remove();
        }
        Complete(main, page.Address);
        var updated = UpdatedIn(main);
        return new()
        {
            Title =
                title is { Length: > 0 } ? title
                : document.Title?.Trim() is { Length: > 0 } named ? named
                : page.Address.AbsolutePath,
            Main = WithoutTitle(main, title),
            IsPost =
                data is not null
                || Meta(document, "og:type") == "article"
                || PostPath().IsMatch(page.Address.AbsolutePath),
            Date = Time(
                Text(data, "datePublished")
                    ?? Meta(document, "article:published_time")
                    ?? document.QuerySelector("time[datetime]")?.GetAttribute("datetime")
            ),
            Updated = Time(Text(data, "dateModified") ?? Meta(document, "article:modified_time")) ?? updated,
            Description =
                Text(data, "description") ?? Meta(document, "og:description") ?? Meta(document, "description"),
            Image = Meta(document, "og:image"),
            Authors = AuthorsOf(data, document),
            Tags =
            [
                .. document
                    .QuerySelectorAll("meta[property='article:tag']")
                    .Select(tag => tag.GetAttribute("content")?.Trim())
                    .Concat(document.QuerySelectorAll("a[rel~='tag']").Select(tag => tag.TextContent.Trim()))
                    .OfType<string>()
                    .Where(tag => tag.Length is > 0 and < 100)
                    .Distinct()
                    .Take(50),
            ],
        };
    }

    private static IElement Read(WebPage page, IDocument document)
    {
        try
        {
            var article = new Reader(page.Address.AbsoluteUri, page.Text).GetArticle();
            if (article.IsReadable)
            {
                return Parser.ParseDocument(article.Content).Body!;
            }
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or NullReferenceException)
        { }
        return document.Body!;
    }

    /// <summary>Links within the site keep their path alone, which aliases lead on.</summary>
    private static void Complete(IElement main, Uri page)
    {
        foreach (var element in main.QuerySelectorAll("[href], [src]"))
        {
            foreach (var name in (string[])["href", "src"])
            {
                if (
                    element.GetAttribute(name) is { Length: > 0 } written
                    && !written.StartsWith('#')
                    && Uri.TryCreate(page, written, out var whole)
                )
                {
                    element.SetAttribute(
                        name,
                        whole.Host == page.Host
                        && whole.Port == page.Port
                        && name == "href"
                        && Path.GetExtension(whole.AbsolutePath) is "" or ".html"
                            ? whole.GetLeftPart(UriPartial.Path) == page.GetLeftPart(UriPartial.Path)
                            && whole.Fragment.Length > 0
                                ? whole.Fragment
                                : whole.PathAndQuery + whole.Fragment
                            : whole.AbsoluteUri
                    );
                }
            }
        }
        foreach (var picture in main.QuerySelectorAll("img, picture source"))
        {
            var best = Html.PictureSource.Largest(
                picture.GetAttribute("srcset") ?? picture.GetAttribute("data-srcset")
            );
            if (best is not null && Uri.TryCreate(page, best, out var largest))
            {
                var image = picture.LocalName == "img" ? picture : picture.ParentElement?.QuerySelector("img");
                image?.SetAttribute("src", largest.AbsoluteUri);
            }
        }
    }

    private static IElement WithoutTitle(IElement main, string? title)
    {
        if (main.QuerySelector("h1") is { } heading && heading.TextContent.Trim() == title)
        {
            heading.Remove();
        }
        return main;
    }

    /// <summary>Wix shows it as a line above the text.</summary>
    private static DateTimeOffset? UpdatedIn(IElement main)
    {
        foreach (var line in main.QuerySelectorAll("p, span, div, time").Take(30))
        {
            if (line.ChildElementCount == 0 && UpdatedLine().Match(line.TextContent.Trim()) is { Success: true } match)
            {
                line.Remove();
                return Time(match.Groups["date"].Value);
            }
        }
        return null;
    }

    private static JsonElement? DataOf(IDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']").Take(20))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent);
                if (ArticleIn(json.RootElement) is { } article)
                {
                    return article.Clone();
                }
            }
            catch (JsonException) { }
        }
        return null;
    }

    private static JsonElement? ArticleIn(JsonElement data)
    {
        if (data.ValueKind == JsonValueKind.Array)
        {
            return data.EnumerateArray().Take(100).Select(ArticleIn).FirstOrDefault(found => found is not null);
        }
        if (data.ValueKind != JsonValueKind.Object)
        {
            return null;
        }
        if (data.TryGetProperty("@graph", out var graph))
        {
            return ArticleIn(graph);
        }
        return
            data.TryGetProperty("@type", out var type) && type.ToString() is "BlogPosting" or "Article" or "NewsArticle"
            ? data
            : null;
    }

    private static string[] AuthorsOf(JsonElement? data, IDocument document)
    {
        if (data is { } article && article.TryGetProperty("author", out var author))
        {
            var all = author.ValueKind == JsonValueKind.Array ? author.EnumerateArray().Take(20).ToArray() : [author];
            return
            [
                .. all.Select(one => one.ValueKind == JsonValueKind.String ? one.GetString() : Text(one, "name"))
                    .OfType<string>()
                    .Distinct(),
            ];
        }
        return Meta(document, "author") is { } name ? [name] : [];
    }

    private static string? Text(JsonElement? data, string name) =>
        data is { ValueKind: JsonValueKind.Object } there
        && there.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString()?.Trim() is { Length: > 0 } text
            ? System.Net.WebUtility.HtmlDecode(text)
            : null;

    private static string? Meta(IDocument document, string name) =>
        document.QuerySelector($"meta[property='{name}'], meta[name='{name}']")?.GetAttribute("content")?.Trim()
            is { Length: > 0 } text
            ? text
            : null;

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.GetCultureInfo("en-US"), DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    [GeneratedRegex(@"\A/(post|p|blog|news|articles?|journal)/[^/]", RegexOptions.CultureInvariant)]
    private static partial Regex PostPath();

    [GeneratedRegex(@"\AUpdated:?\s+(?<date>[\p{L}\d ,./-]{6,30})\z", RegexOptions.CultureInvariant)]
    private static partial Regex UpdatedLine();
}
