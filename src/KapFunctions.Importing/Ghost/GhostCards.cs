using System.Net;
using System.Text.Json;
using KapFunctions.Importing.Html;

namespace KapFunctions.Importing.Ghost;

/// <summary>By the names and fields that Lexical and Mobiledoc give them: https://ghost.org/help/cards/.</summary>
internal static class GhostCards
{
    /// <summary>Null for a card that has no place in a text, such as a sign-up form, or is unknown.</summary>
    public static string? ToMarkdown(string name, JsonElement card) =>
        name is "markdown" or "card-markdown" ? card.Text("markdown") ?? ""
        : ToHtml(name, card) is { } html ? HtmlToMarkdown.Convert(html).Trim('\n')
        : null;

    private static string? ToHtml(string name, JsonElement card) =>
        name switch
        {
            "html" => card.Text("html") ?? "",
            "horizontalrule" or "hr" => "<hr>",
            "image" => Figure(Picture(card, card.Text("href")), card),
            "gallery" => Figure(
                string.Concat(card.Inner("images").Items().Select(picture => Picture(picture, null))),
                card
            ),
            "codeblock" or "code" =>
                $"<pre><code class=\"language-{Encoded(card.Text("language"))}\">{Encoded(card.Text("code"))}</code></pre>",
            "bookmark" => Link(card.Text("url"), card.Inner("metadata").Text("title") ?? card.Text("url")),
            "embed" => card.Text("url") is { Length: > 0 } url ? $"<p>{Encoded(url)}</p>" : card.Text("html") ?? "",
            "callout" => $"<blockquote><p>{card.Text("calloutEmoji")} {card.Text("calloutText")}</p></blockquote>",
            "toggle" => $"<details><summary>{card.Text("heading")}</summary>{card.Text("content")}</details>",
            "button" => Link(card.Text("buttonUrl"), card.Text("buttonText")),
            "header" => $"<h2>{card.Text("header")}</h2><p>{card.Text("subheader")}</p>",
            "audio" or "video" => Figure(Player(card), card),
            "file" => Link(card.Text("src"), card.Text("fileTitle") ?? card.Text("fileName")),
            "product" => $"<h3>{card.Text("productTitle")}</h3>{card.Text("productDescription")}"
                + Link(card.Text("productUrl"), card.Text("productButton")),
            _ => null,
        };

    public static string Encoded(string? text) => WebUtility.HtmlEncode(text ?? "");

    private static string Figure(string inner, JsonElement card) =>
        card.Text("caption") is { Length: > 0 } caption
            ? $"<figure>{inner}<figcaption>{caption}</figcaption></figure>"
            : $"<p>{inner}</p>";

    private static string Picture(JsonElement card, string? address)
    {
        var picture =
            $"<img src=\"{Encoded(card.Text("src"))}\" alt=\"{Encoded(card.Text("alt"))}\" title=\"{Encoded(card.Text("title"))}\">";
        return string.IsNullOrEmpty(address) ? picture : $"<a href=\"{Encoded(address)}\">{picture}</a>";
    }

    /// <summary>What is written like a picture becomes a player where its name says so.</summary>
    private static string Player(JsonElement card) =>
        $"<img src=\"{Encoded(card.Text("src"))}\" alt=\"{Encoded(card.Text("title") ?? card.Text("fileName"))}\">";

    private static string Link(string? address, string? text) =>
        string.IsNullOrEmpty(address) ? "" : $"<p><a href=\"{Encoded(address)}\">{Encoded(text ?? address)}</a></p>";
}
