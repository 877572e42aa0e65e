using KapFunctions.Content.Rendering;
using Markdig.Extensions.Footnotes;

namespace KapFunctions.Content.Elements;

internal sealed class FootnotesRenderer : PostObjectRenderer<FootnoteGroup>
{
    protected override void Write(PostHtmlRenderer renderer, FootnoteGroup notes)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<section class=\"footnotes\" role=\"doc-endnotes\">").WriteLine("<ol>");
        foreach (var note in notes.OfType<Footnote>())
        {
            renderer.Write($"<li id=\"fn-{note.Order}\">");
            renderer.WriteChildren(note);
            renderer.WriteLine("</li>");
        }
        renderer.WriteLine("</ol>").WriteLine("</section>");
    }
}

internal sealed class FootnoteLinkRenderer : PostObjectRenderer<FootnoteLink>
{
    protected override void Write(PostHtmlRenderer renderer, FootnoteLink link)
    {
        if (!renderer.EnableHtmlForInline)
        {
            return;
        }
        renderer.Write(
            link.IsBackLink
                ? $" <a href=\"#fnref-{link.Index}\" class=\"footnote-back\" role=\"doc-backlink\">↩</a>"
                : $"<sup id=\"fnref-{link.Index}\"><a href=\"#fn-{link.Footnote.Order}\" class=\"footnote\" role=\"doc-noteref\">{link.Footnote.Order}</a></sup>"
        );
    }
}
