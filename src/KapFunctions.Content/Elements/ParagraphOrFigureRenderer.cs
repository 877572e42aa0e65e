using KapFunctions.Content.Comments;
using KapFunctions.Content.ForeignTemplates;
using KapFunctions.Content.Links;
using KapFunctions.Content.LinksAndMedia;
using KapFunctions.Content.Rendering;
using KapFunctions.Content.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Elements;

/// <summary>Paragraphs; one that is a lone picture with a title becomes a figure, a bare link to a player on a line of its own the player.</summary>
internal sealed class ParagraphOrFigureRenderer : PostObjectRenderer<ParagraphBlock>
{
    protected override void Write(PostHtmlRenderer renderer, ParagraphBlock paragraph)
    {
        if (ContentsMarker.Is(paragraph))
        {
            ContentsMarker.Report(renderer.Source, paragraph);
            return;
        }
        if (TryWriteFigure(renderer, paragraph))
        {
            return;
        }
        ReportComponentLine(renderer, paragraph);
        var first = paragraph.Inline?.FirstChild;
        for (var line = first; line is not null; line = line.NextSibling)
        {
            if (BareLink(line) is { } url && IsPlayer(url))
            {
                WriteText(renderer, paragraph, first, line);
                WritePlayer(renderer, line, url);
                line = line.NextSibling;
                first = line?.NextSibling;
            }
            if (line is null)
            {
                return;
            }
        }
        WriteText(renderer, paragraph, first, null);
    }

    /// <summary>The address of a link that stands alone on its line; null for everything else.</summary>
    private static string? BareLink(Inline inline) =>
        inline.PreviousSibling is not (null or LineBreakInline) || inline.NextSibling is not (null or LineBreakInline)
            ? null
            : inline switch
            {
                LinkInline { IsAutoLink: true } link => link.Url,
                AutolinkInline { IsEmail: false } link => link.Url,
                _ => null,
            };

    private static bool IsPlayer(string url) => Embed.Of(url) is not null || MediaWriter.IsPlayable(url);

    private static void WriteText(PostHtmlRenderer renderer, ParagraphBlock paragraph, Inline? first, Inline? end)
    {
        // An empty paragraph is one that something else made of it, such as an alert that is only a title.
        if (first == end && (end is not null || paragraph.Inline?.FirstChild is not null))
        {
            return;
        }
        var before = renderer.Length;
        if (!renderer.ImplicitParagraph)
        {
            if (!renderer.IsFirstInContainer)
            {
                renderer.EnsureLine();
            }
            renderer.Write("<p");
            renderer.WriteSafeAttributes(paragraph);
            renderer.Write('>');
        }
        var start = renderer.Length;
        for (var inline = first; inline != end; inline = inline!.NextSibling)
        {
            if (inline is not LineBreakInline || inline.NextSibling != end)
            {
                renderer.Write(inline!);
            }
        }
        if (renderer.ImplicitParagraph)
        {
            return;
        }
        if (renderer.Length == start)
        {
            // All that it held was taken out, such as a picture that no reader can get.
            renderer.Replace(before, "");
            return;
        }
        renderer.WriteLine("</p>");
    }

    private static void ReportComponentLine(PostHtmlRenderer renderer, ParagraphBlock paragraph)
    {
        if (
            paragraph.Inline?.FirstChild is LiteralInline { Content: var text } first
            && text.CurrentChar is 'i' or 'e' or ':'
            && TemplateCode.IsComponentLine(text.AsSpan())
        )
        {
            TemplateProblem.Report(renderer.Source, first, text.ToString());
        }
    }

    private static bool TryWriteFigure(PostHtmlRenderer renderer, ParagraphBlock paragraph)
    {
        if (
            renderer.ImplicitParagraph
            || paragraph.Inline?.FirstChild is not LinkInline { IsImage: true, Title.Length: > 0 } image
            || image != paragraph.Inline.LastChild
            || MediaWriter.IsPlayable(image.Url ?? "")
        )
        {
            return false;
        }
        WriteFigure(renderer, paragraph, image);
        return true;
    }

    private static void WriteFigure(PostHtmlRenderer renderer, ParagraphBlock paragraph, LinkInline image)
    {
        renderer.EnsureLine();
        renderer.Write("<figure");
        renderer.WriteSafeAttributes(paragraph);
        renderer.Write('>');
        MediaWriter.Write(renderer, image, image.Url ?? "", InlineText.Of(image), null);
        renderer.Write("<figcaption>");
        renderer.WriteEscape(CaptionText.Of(CommentText.Without(image.Title!)));
        renderer.WriteLine("</figcaption></figure>");
    }

    private static void WritePlayer(PostHtmlRenderer renderer, Inline at, string url)
    {
        renderer.EnsureLine();
        if (Embed.Of(url) is { } embed)
        {
            EmbedMarkup.Write(renderer, embed, embed.Provider, url, renderer.Source.Settings.FramesAtOnce);
        }
        else
        {
            // Where it may only be a link, it is a line of text.
            var isText = !renderer.ImplicitParagraph && !renderer.Source.Settings.Shows(url);
            renderer.Write(isText ? "<p>" : "");
            MediaWriter.Write(renderer, at, url, url, null);
            renderer.Write(isText ? "</p>" : "");
        }
        renderer.WriteLine();
    }
}
