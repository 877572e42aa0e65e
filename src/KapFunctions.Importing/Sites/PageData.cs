using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Sites;

/// <summary>What a page tells machines: JSON-LD of an article, Open Graph, and links with a meaning.</summary>
internal sealed class PageData(IDocument document)
{
    private const int MaxScripts = 20;
    private const int MaxItems = 100;

    private static readonly HashSet<string> Articles =
    [
        "BlogPosting",
        "Article",
        "NewsArticle",
        "TechArticle",
        "Report",
        "ScholarlyArticle",
    ];

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    private readonly JsonElement? article = DataOf(document);

    public static PageData Of(string html) => new(Parser.ParseDocument(html));

    public string? Language => document.DocumentElement.GetAttribute("lang");

    public bool IsArticle => article is not null;

    public IReadOnlyList<string> Authors =>
        article is { } data && data.TryGetProperty("author", out var author)
            ?
            [
                .. (
                    author.ValueKind == JsonValueKind.Array
                        ? author.EnumerateArray().Take(MaxItems).ToArray()
                        : [author]
                )
                    .Select(one => one.ValueKind == JsonValueKind.String ? JsonText.Of(one) : Text(one, "name"))
                    .OfType<string>()
                    .Distinct(),
            ]
        : Meta("author") is { } name ? [name]
        : [];

    public IReadOnlyList<string> Tags =>
        [
            .. document
                .QuerySelectorAll("meta[property='article:tag']")
                .Select(tag => tag.GetAttribute("content")?.Trim())
                .Concat(Words("keywords"))
                .Concat(Words("articleSection"))
                .Concat(
                    document
                        .QuerySelectorAll(
                            "a[rel~='tag'], a.blog-item-tag, a.blog-item-category, .blog-item-category a, "
                                + "[data-hook^='category-label-list'] a, [aria-label='tags'] a"
                        )
                        .Select(tag => tag.TextContent.Trim().TrimStart('#'))
                )
                .OfType<string>()
                .Where(tag => tag.Length is > 0 and < 100)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    public string? Text(string name) => Text(article, name);

    public string? Meta(string name) =>
        document.QuerySelector($"meta[property='{name}'], meta[name='{name}']")?.GetAttribute("content")?.Trim()
            is { Length: > 0 } text
            ? text
            : null;

    /// <summary>A list, or words with commas between.</summary>
    private string[] Words(string name) =>
        article is not { } data || !data.TryGetProperty(name, out var words) ? []
        : words.ValueKind == JsonValueKind.Array
            ?
            [
                .. words
                    .EnumerateArray()
                    .Take(MaxItems)
                    .Where(one => one.ValueKind == JsonValueKind.String)
                    .Select(one => JsonText.Of(one)!.Trim()),
            ]
        : words.ValueKind == JsonValueKind.String ? JsonText.Of(words)!.Split(',', StringSplitOptions.TrimEntries)
        : [];

    private static JsonElement? DataOf(IDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']").Take(MaxScripts))
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
            return data.EnumerateArray().Take(MaxItems).Select(ArticleIn).FirstOrDefault(found => found is not null);
        }
        if (data.ValueKind != JsonValueKind.Object)
        {
            return null;
        }
        if (data.TryGetProperty("@graph", out var graph))
        {
            return ArticleIn(graph);
        }
        return data.TryGetProperty("@type", out var type) && IsArticleType(type) ? data : null;
    }

    private static bool IsArticleType(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(IsArticleType)
            : type.ValueKind == JsonValueKind.String && Articles.Contains(JsonText.Of(type)!);

    private static string? Text(JsonElement? data, string name) =>
        data is { ValueKind: JsonValueKind.Object } there
        && there.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && WebUtility.HtmlDecode(JsonText.Of(value)!).Trim() is { Length: > 0 } text
            ? text
            : null;
}
