using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KapFunctions.Importing.Ghost;

/// <summary>Cards as Ghost's pages show them, for exports without what the editor keeps: only what a reader reads of them.</summary>
internal static class GhostHtml
{
    /// <summary>Each costs a walk along its siblings.</summary>
    private const int MaxCards = 2_000;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    public static string Plain(string html)
    {
        if (!html.Contains("kg-", StringComparison.Ordinal))
        {
            return html;
        }
        using var document = Parser.ParseDocument("<!doctype html><body>" + html);
        foreach (var card in document.QuerySelectorAll(".kg-card").Take(MaxCards).ToArray())
        {
            if (Of(card) is { } plain)
            {
                card.OuterHtml = plain;
            }
        }
        return document.Body!.InnerHtml;
    }

    private static string? Of(IElement card) =>
        card.ClassList switch
        {
            var names when names.Contains("kg-toggle-card") =>
                $"<details><summary>{Inner(card, ".kg-toggle-heading-text")}</summary>{Inner(card, ".kg-toggle-content")}</details>",
            var names when names.Contains("kg-callout-card") =>
                $"<blockquote>{Inner(card, ".kg-callout-emoji")} {Inner(card, ".kg-callout-text")}</blockquote>",
            var names when names.Contains("kg-file-card") =>
                $"<p>{Link(card, "a", ".kg-file-card-title")}<br>{Inner(card, ".kg-file-card-caption")}</p>",
            var names when names.Contains("kg-audio-card") =>
                $"<figure><audio controls src=\"{Source(card, "audio")}\" title=\"{Text(card, ".kg-audio-title")}\"></audio></figure>",
            var names when names.Contains("kg-video-card") =>
                $"<figure><video controls src=\"{Source(card, "video")}\"></video></figure><div>{Inner(card, "figcaption")}</div>",
            var names when names.Contains("kg-bookmark-card") =>
                $"<p>{Link(card, "a", ".kg-bookmark-title")}<br>{Inner(card, ".kg-bookmark-description")}</p><div>{Inner(card, "figcaption")}</div>",
            var names when names.Contains("kg-product-card") =>
                $"{card.QuerySelector("img")?.OuterHtml}<h3>{Inner(card, ".kg-product-card-title")}</h3>{Inner(card, ".kg-product-card-description")}"
                    + $"<p>{card.QuerySelector("a")?.OuterHtml}</p>",
            var names when names.Contains("kg-signup-card") => "<form></form>",
            _ => null,
        };

    private static string Inner(IElement card, string selector) => card.QuerySelector(selector)?.InnerHtml.Trim() ?? "";

    private static string Text(IElement card, string selector) =>
        WebUtility.HtmlEncode(card.QuerySelector(selector)?.TextContent.Trim() ?? "");

    private static string Source(IElement card, string selector) =>
        WebUtility.HtmlEncode(card.QuerySelector(selector)?.GetAttribute("src") ?? "");

    private static string Link(IElement card, string link, string text) =>
        $"<a href=\"{WebUtility.HtmlEncode(card.QuerySelector(link)?.GetAttribute("href") ?? "")}\">{Text(card, text)}</a>";
}
