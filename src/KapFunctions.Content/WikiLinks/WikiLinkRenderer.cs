using KapFunctions.Content.Links;
using KapFunctions.Content.LinksAndMedia;
using KapFunctions.Content.Rendering;
using Markdig.Renderers.Html;

namespace KapFunctions.Content.WikiLinks;

internal sealed class WikiLinkRenderer : PostObjectRenderer<WikiLinkInline>
{
    protected override void Write(PostHtmlRenderer renderer, WikiLinkInline link)
    {
        var address = renderer.Source.Links.Wiki(link.Target);
        if (!link.IsEmbed || !MediaWriter.IsMedia(link.Target))
        {
            LinkWriter.ReportUnusable(renderer.Source, link, address, link.Target);
            LinkWriter.Write(renderer, link, address, null, () => renderer.WriteEscape(link.Text));
            return;
        }
        if (link.Size.Split('x') is [{ Length: > 0 } width, .. var height])
        {
            link.GetAttributes().AddProperty("width", width);
            Array.ForEach(height, value => link.GetAttributes().AddProperty("height", value));
        }
        var text = link.Text == link.Target ? "" : link.Text;
        MediaWriter.Write(renderer, new(link, "![[" + link.Target, address.Url), text, null);
    }
}
