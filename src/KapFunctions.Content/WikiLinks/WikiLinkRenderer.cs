using KapFunctions.Content.Links;
using KapFunctions.Content.LinksAndMedia;
using KapFunctions.Content.Rendering;

namespace KapFunctions.Content.WikiLinks;

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
