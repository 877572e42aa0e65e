using System.Net;
using System.Text.Json;
using KapFunctions.Content.Links;

namespace KapFunctions.Importing.Ghost;

/// <summary>By the names and fields that Lexical and Mobiledoc give them: https://ghost.org/help/cards/.</summary>
internal static class GhostCards
{
    public static void Add(GhostText text, string name, JsonElement card)
    {
        if (!IsForEverybody(card))
        {
            text.Add($"<p>{text.Losses.Mark($"the card {name}", "was not for everybody and was left out")}</p>");
        }
        else if (name is "markdown" or "card-markdown")
        {
            text.AddMarkdown(card.Text("markdown") ?? "");
        }
        else if (ToHtml(name, card) is { } html)
        {
            text.Add(html);
        }
        else
        {
            text.Add($"<p>{text.Losses.Mark($"the card {name}", WhyLeft(name))}</p>");
        }
    }

    public static string Encoded(string? text) => WebUtility.HtmlEncode(text ?? "");

    /// <summary>A card may be for members alone, or for e-mails; older ones say so in other words.</summary>
    private static bool IsForEverybody(JsonElement card)
    {
        var visibility = card.Inner("visibility");
        var web = visibility.Inner("web");
        return !IsOff(web, "nonMember") && !IsOff(visibility, "showOnWeb");
    }

    private static bool IsOff(JsonElement card, string key) => card.Inner(key).ValueKind == JsonValueKind.False;

    private static string WhyLeft(string name) =>
        name switch
        {
            "signup" => "is a form and was left out",
            "email" or "email-cta" => "was for e-mails only and was left out",
            "paywall" => "was left out: all of the text is for everybody now",
            _ => "was left out",
        };

    private static string? ToHtml(string name, JsonElement card) =>
        name switch
        {
            "html" => card.Text("html") ?? "",
            "horizontalrule" or "hr" => "<hr>",
            "image" => Figure(Picture(card, card.Text("href")), card),
            "gallery" => string.Concat(
                card.Inner("images").Items().Select(picture => $"<p>{Picture(picture, picture.Text("href"))}</p>")
            ) + Caption(card),
            "codeblock" or "code" =>
                $"<pre><code class=\"language-{Encoded(card.Text("language"))}\">{Encoded(card.Text("code"))}</code></pre>"
                    + Caption(card),
            "bookmark" => Bookmark(card),
            "embed" => Player(card),
            "callout" => $"<blockquote>{Encoded(card.Text("calloutEmoji"))} {card.Text("calloutText")}</blockquote>",
            "toggle" => $"<details><summary>{card.Text("heading")}</summary>{card.Text("content")}</details>",
            "button" => Link(card.Text("buttonUrl"), card.Text("buttonText")),
            "header" => Header(card),
            "audio" => $"<figure>{Media("audio", card, card.Text("title"))}</figure>{Caption(card)}",
            "video" => $"<figure>{Media("video", card, card.Text("fileName"))}</figure>{Caption(card)}",
            "file" => Link(card.Text("src"), Given(card.Text("fileTitle")) ?? card.Text("fileName"))
                + Paragraph(card.Text("fileCaption")),
            "product" => Product(card),
            "call-to-action" => (IsOff(card, "hasSponsorLabel") ? "" : Paragraph(card.Text("sponsorLabel")))
                + SmallPicture(card.Text("imageUrl"))
                + card.Text("textValue")
                + (IsOff(card, "showButton") ? "" : Link(card.Text("buttonUrl"), card.Text("buttonText"))),
            _ => null,
        };

    /// <summary>Ghost's captions are HTML.</summary>
    private static string Figure(string inner, JsonElement card) =>
        inner.Length == 0 ? Caption(card)
        : Given(card.Text("caption")) is { } caption ? $"<figure>{inner}<figcaption>{caption}</figcaption></figure>"
        : $"<p>{inner}</p>";

    private static string Caption(JsonElement card) => Paragraph(card.Text("caption"));

    private static string Paragraph(string? html) => Given(html) is { } text ? $"<div>{text}</div>" : "";

    private static string Picture(JsonElement card, string? address)
    {
        if (Given(card.Text("src")) is not { } source)
        {
            return "";
        }
        var picture =
            $"<img src=\"{Encoded(source)}\" alt=\"{Encoded(card.Text("alt"))}\" title=\"{Encoded(card.Text("title"))}\">";
        return Given(address) is null ? picture : $"<a href=\"{Encoded(address)}\">{picture}</a>";
    }

    private static string SmallPicture(string? source) =>
        Given(source) is null ? "" : $"<p><img src=\"{Encoded(source)}\" alt=\"\"></p>";

    private static string Media(string element, JsonElement card, string? title) =>
        Given(card.Text("src")) is { } source
            ? $"<{element} controls src=\"{Encoded(source)}\" title=\"{Encoded(title)}\"></{element}>"
            : "";

    private static string Bookmark(JsonElement card)
    {
        var metadata = card.Inner("metadata");
        var names = string.Join(
            " • ",
            new[] { metadata.Text("publisher"), metadata.Text("author") }.Select(Given).OfType<string>()
        );
        var about = string.Concat(
            new[] { metadata.Text("description"), names }
                .Select(Given)
                .OfType<string>()
                .Select(line => "<br>" + Encoded(line))
        );
        return Given(card.Text("url")) is { } url
            ? $"<p><a href=\"{Encoded(url)}\">{Encoded(Given(metadata.Text("title")) ?? url)}</a>{about}</p>{Caption(card)}"
            : Caption(card);
    }

    /// <summary>Where we have no player, what the other site gave is kept, with the way to it.</summary>
    private static string Player(JsonElement card)
    {
        var url = Given(card.Text("url"));
        return url is not null && Embed.Of(url) is not null ? $"<p>{Encoded(url)}</p>{Caption(card)}"
            : (card.Text("html") ?? "") is var html && html.Contains("<iframe", StringComparison.OrdinalIgnoreCase)
                ? (url is null ? html : Link(url, Given(card.Inner("metadata").Text("title")) ?? url)) + Caption(card)
            : html + Link(url, url) + Caption(card);
    }

    private static string Header(JsonElement card) =>
        SmallPicture(card.Text("backgroundImageSrc"))
        + (Given(card.Text("header")) is { } heading ? $"<h2>{heading}</h2>" : "")
        + Paragraph(card.Text("subheader"))
        + (IsOff(card, "buttonEnabled") ? "" : Link(card.Text("buttonUrl"), card.Text("buttonText")));

    private static string Product(JsonElement card) =>
        SmallPicture(card.Text("productImageSrc"))
        + (Given(card.Text("productTitle")) is { } title ? $"<h3>{title}</h3>" : "")
        + (card.Flag("productRatingEnabled") ? $"<p>{Stars(card.Number("productStarRating"))}</p>" : "")
        + Paragraph(card.Text("productDescription"))
        + (IsOff(card, "productButtonEnabled") ? "" : Link(card.Text("productUrl"), card.Text("productButton")));

    private static string Stars(long given) =>
        Math.Clamp((int)given, 0, 5) is var stars ? new string('★', stars) + new string('☆', 5 - stars) : "";

    private static string Link(string? address, string? text) =>
        Given(address) is null ? "" : $"<p><a href=\"{Encoded(address)}\">{Encoded(Given(text) ?? address)}</a></p>";

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
