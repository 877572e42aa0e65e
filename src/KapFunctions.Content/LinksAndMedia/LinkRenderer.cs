using KapFunctions.Content.Rendering;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.LinksAndMedia;

internal sealed class LinkRenderer : PostObjectRenderer<LinkInline>
{
    protected override void Write(PostHtmlRenderer renderer, LinkInline link)
    {
        var written = (link.GetDynamicUrl?.Invoke() ?? link.Url) ?? "";
        if (link.IsImage)
        {
            MediaWriter.Write(renderer, link, written, InlineText.Of(link), link.Title);
        }
        else
        {
            LinkWriter.Write(
                renderer,
                link,
                LinkWriter.Check(renderer, link, written),
                link.Title,
                () => renderer.WriteChildren(link)
            );
        }
    }
}

/// <summary><c>&lt;https://…&gt;</c> and <c>&lt;name@host&gt;</c>.</summary>
internal sealed class AutolinkRenderer : PostObjectRenderer<AutolinkInline>
{
    protected override void Write(PostHtmlRenderer renderer, AutolinkInline link)
    {
        var written = link.IsEmail ? "mailto:" + link.Url : link.Url;
        LinkWriter.Write(
            renderer,
            link,
            LinkWriter.Check(renderer, link, written),
            null,
            () => renderer.WriteEscape(link.Url)
        );
    }
}
