using KapFunctions.Content.Links;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Rendering;

/// <summary>Paragraphs; one that is a lone picture with a title becomes a figure, one that is a bare link to a player the player.</summary>
internal sealed class ParagraphOrFigureRenderer : PostObjectRenderer<ParagraphBlock>
{
    protected override void Write(PostHtmlRenderer renderer, ParagraphBlock paragraph)
    {
        if (!renderer.ImplicitParagraph && Only(paragraph) is { } only && TryWriteAlone(renderer, paragraph, only))
        {
            return;
        }
        if (renderer.ImplicitParagraph)
        {
            renderer.WriteLeafInline(paragraph);
            return;
        }
        if (!renderer.IsFirstInContainer)
        {
            renderer.EnsureLine();
        }
        renderer.Write("<p");
        renderer.WriteSafeAttributes(paragraph);
        renderer.Write('>');
        renderer.WriteLeafInline(paragraph);
        renderer.WriteLine("</p>");
    }

    private static Inline? Only(ParagraphBlock paragraph) =>
        paragraph.Inline?.FirstChild is { } first && first == paragraph.Inline.LastChild ? first : null;

    private static bool TryWriteAlone(PostHtmlRenderer renderer, ParagraphBlock paragraph, Inline only)
    {
        switch (only)
        {
            case LinkInline { IsImage: true, Title.Length: > 0 } image when !MediaWriter.IsPlayable(image.Url ?? ""):
                WriteFigure(renderer, paragraph, image);
                return true;
            case LinkInline { IsAutoLink: true, Url: { } url }:
                return TryWriteEmbed(renderer, only, url);
            case AutolinkInline { IsEmail: false, Url: var url }:
                return TryWriteEmbed(renderer, only, url);
            default:
                return false;
        }
    }

    private static void WriteFigure(PostHtmlRenderer renderer, ParagraphBlock paragraph, LinkInline image)
    {
        renderer.EnsureLine();
        renderer.Write("<figure");
        renderer.WriteSafeAttributes(paragraph);
        renderer.Write('>');
        MediaWriter.Write(renderer, image, image.Url ?? "", InlineText.Of(image), null);
        renderer.Write("<figcaption>");
        renderer.WriteEscape(image.Title);
        renderer.WriteLine("</figcaption></figure>");
    }

    private static bool TryWriteEmbed(PostHtmlRenderer renderer, Inline at, string url)
    {
        if (Embed.Of(url) is { } embed)
        {
            renderer.EnsureLine();
            renderer.Write($"<figure class=\"embed embed-{embed.Kind}\">");
            EmbedFrame.Write(renderer, embed);
            renderer.Write("<figcaption><a href=\"");
            renderer.WriteEscapeUrl(url);
            renderer.Write("\" rel=\"external noopener\">");
            renderer.WriteEscape(url);
            renderer.WriteLine("</a></figcaption></figure>");
            return true;
        }
        if (!MediaWriter.IsPlayable(url))
        {
            return false;
        }
        renderer.EnsureLine();
        MediaWriter.Write(renderer, at, url, url, null);
        renderer.WriteLine();
        return true;
    }
}

/// <summary>The frame of an embed: no access to the page, loaded when it scrolls into view.</summary>
internal static class EmbedFrame
{
    /// <summary>Attributes in the order in which they are written, the source apart.</summary>
    public static IEnumerable<(string Name, string Value)> Attributes(Embed embed) =>
        [
            ("src", embed.Frame),
            ("title", embed.Provider),
            ("loading", "lazy"),
            ("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation"),
            ("allow", "encrypted-media; fullscreen; picture-in-picture"),
            ("referrerpolicy", "strict-origin-when-cross-origin"),
            ("allowfullscreen", ""),
        ];

    public static void Write(PostHtmlRenderer renderer, Embed embed)
    {
        renderer.Write("<iframe");
        foreach (var (name, value) in Attributes(embed))
        {
            renderer.WriteTextAttribute(name, value);
        }
        renderer.Write("></iframe>");
    }
}
