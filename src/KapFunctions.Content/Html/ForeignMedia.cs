using AngleSharp.Dom;
using KapFunctions.Content.Rendering;

namespace KapFunctions.Content.Html;

/// <summary>Pictures, sound and film of other hosts in an author's HTML: nobody is asked for them, a link stands for each.</summary>
internal sealed class ForeignMedia(BodySource source)
{
    /// <summary>Null where the element can be shown without another host: one own source of several is enough.</summary>
    public string? AddressOf(IElement media)
    {
        var own = Address(media);
        if (media.LocalName == "img")
        {
            return own is not null && !source.Settings.Shows(own) ? own : null;
        }
        var sources = media.QuerySelectorAll("source").Select(Address).Prepend(own).OfType<string>().ToArray();
        return Array.Exists(sources, source.Settings.Shows) ? null : sources.FirstOrDefault();
    }

    public static void Replace(IElement media, string address)
    {
        var text = Words(media) is { Length: > 0 } words ? words : address;
        var document = media.Owner!;
        INode link;
        if (media.Closest("a") is not null)
        {
            link = document.CreateTextNode(text);
        }
        else
        {
            var element = LinkTo(address, text, document);
            element.SetAttribute("class", ClassOf(media));
            link = element;
        }
        // In a set of forms of one picture there may be nothing else.
        var replaced = media.LocalName == "img" && media.Closest("picture") is { } set ? set : media;
        replaced.Parent!.ReplaceChild(link, replaced);
        // What it held is not looked at any more.
        media.TextContent = "";
    }

    public static IElement LinkTo(string url, string text, IDocument document)
    {
        var link = document.CreateElement("a");
        link.SetAttribute("href", url);
        link.SetAttribute("rel", "external noopener");
        link.TextContent = text;
        return link;
    }

    private static string? Words(IElement media) =>
        (
            media.LocalName == "img" ? media.GetAttribute("alt") : media.GetAttribute("title") ?? media.TextContent
        )?.Trim();

    private static string ClassOf(IElement media) =>
        media.LocalName switch
        {
            "audio" => "foreign-audio",
            "video" => "foreign-video",
            _ => "foreign-picture",
        };

    private string? Address(IElement element) =>
        element.GetAttribute("src") is { Length: > 0 } written
        && source.Links.Resolve(written) is { IsUsable: true, Url: { Length: > 0 } url }
            ? url
            : null;
}
