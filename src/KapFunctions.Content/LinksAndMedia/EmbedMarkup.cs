using KapFunctions.Content.Links;
using Markdig.Renderers;

namespace KapFunctions.Content.LinksAndMedia;

/// <summary>A card that leads to a player and contacts nobody, or, where the site wants it, the frame at once. The theme's script
/// (<c>players.js</c>) replaces the card by the frame on a click.</summary>
internal static class EmbedMarkup
{
    /// <summary>The attribute of a card's link that holds what the frame would load.</summary>
    public const string FrameAttribute = "data-frame";

    /// <summary>In the order in which they are written: no access to the page, loaded when scrolled into view.</summary>
    public static IEnumerable<(string Name, string Value)> FrameAttributes(Embed embed, string title) =>
        [
            ("src", embed.Frame),
            ("title", title),
            ("loading", "lazy"),
            ("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation"),
            ("allow", "encrypted-media; fullscreen; picture-in-picture"),
            ("referrerpolicy", "strict-origin-when-cross-origin"),
        ];

    public static void Write(HtmlRenderer to, Embed embed, string title, string page, bool isFrame)
    {
        to.Write($"<figure class=\"embed embed-{embed.Kind}\">");
        if (isFrame)
        {
            WriteFrame(to, embed, title, page);
        }
        else
        {
            WriteCard(to, embed, title, page);
        }
        to.Write("</figure>");
    }

    private static void WriteFrame(HtmlRenderer to, Embed embed, string title, string page)
    {
        to.Write("<iframe");
        foreach (var (name, value) in FrameAttributes(embed, title))
        {
            to.Write($" {name}=\"");
            to.WriteEscape(value);
            to.Write('"');
        }
        to.Write("></iframe><figcaption><a href=\"");
        to.WriteEscapeUrl(page);
        to.Write("\" rel=\"external noopener\">");
        to.WriteEscape(page);
        to.Write("</a></figcaption>");
    }

    private static void WriteCard(HtmlRenderer to, Embed embed, string title, string page)
    {
        to.Write("<a href=\"");
        to.WriteEscapeUrl(page);
        to.Write($"\" rel=\"external noopener\" {FrameAttribute}=\"");
        to.WriteEscape(embed.Frame);
        to.Write("\"><span class=\"embed-title\">");
        to.WriteEscape(title);
        to.Write("</span> <span class=\"embed-address\">");
        // The host and what tells one card from the next; two lists of the same host would read alike otherwise.
        to.WriteEscape(page[(page.IndexOf("//", StringComparison.Ordinal) + 2)..]);
        to.Write("</span></a>");
    }
}
