using KapFunctions.Content.Comments;
using KapFunctions.Content.ForeignTemplates;
using KapFunctions.Content.Links;
using KapFunctions.Content.Pipeline;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.LinksAndMedia;

/// <summary>Links and pictures, with addresses that are safe or left out.</summary>
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

/// <summary><c>[[Title]]</c> and <c>![[picture.png]]</c>.</summary>
internal sealed class WikiLinkRenderer : PostObjectRenderer<WikiLinkInline>
{
    protected override void Write(PostHtmlRenderer renderer, WikiLinkInline link)
    {
        if (link.IsEmbed && MediaWriter.IsMedia(link.Target))
        {
            var isSize = AttributeRules.IsSize(link.Text);
            if (isSize)
            {
                Markdig.Renderers.Html.HtmlAttributesExtensions.GetAttributes(link).AddProperty("width", link.Text);
            }
            var text = isSize || link.Text == link.Target ? "" : link.Text;
            var source = new MediaSource(link, "![[" + link.Target, LinkResolver.Wiki(link.Target));
            MediaWriter.Write(renderer, source, text, null);
            return;
        }
        var address = new ContentLink(LinkKind.Content, LinkResolver.Wiki(link.Target));
        LinkWriter.Write(renderer, link, address, null, () => renderer.WriteEscape(link.Text));
    }
}

/// <summary>Writes the element of a link.</summary>
internal static class LinkWriter
{
    /// <summary>Where the link goes; a problem where it may not.</summary>
    public static ContentLink Check(PostHtmlRenderer renderer, MarkdownObject at, string written)
    {
        var address = renderer.Source.Links.Resolve(written);
        ReportUnusable(renderer.Source, at, address, written);
        return address;
    }

    /// <summary>Tells why an address is left out.</summary>
    public static void ReportUnusable(BodySource source, MarkdownObject at, ContentLink address, string written)
    {
        switch (address.Kind)
        {
            case LinkKind.Unsafe:
                source.Report(ProblemCatalog.LinkUnsafe, at, written, written);
                break;
            case LinkKind.Outside:
                source.Report(ProblemCatalog.LinkOutside, at, written, written);
                break;
            case LinkKind.Template:
                TemplateCode.Report(source, at, written);
                break;
        }
    }

    public static void Write(
        PostHtmlRenderer renderer,
        MarkdownObject link,
        ContentLink address,
        string? title,
        Action writeText
    )
    {
        // Inside a picture's text there is no markup; a link that may not be one keeps its text.
        if (!renderer.EnableHtmlForInline || !address.IsUsable)
        {
            writeText();
            return;
        }
        renderer.Write("<a href=\"");
        renderer.WriteEscapeUrl(address.Url);
        renderer.Write('"');
        renderer.WriteSafeAttributes(link);
        WriteTitle(renderer, title);
        if (address.Kind == LinkKind.External)
        {
            renderer.Write(" rel=\"external noopener\"");
        }
        renderer.Write('>');
        writeText();
        renderer.Write("</a>");
    }

    public static void WriteTitle(PostHtmlRenderer renderer, string? title)
    {
        if (CommentText.Without(title ?? "") is { Length: > 0 } shown)
        {
            renderer.WriteTextAttribute("title", shown);
        }
    }
}
