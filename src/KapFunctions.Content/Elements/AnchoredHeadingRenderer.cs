using KapFunctions.Content.Rendering;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KapFunctions.Content.Elements;

internal sealed class AnchoredHeadingRenderer : PostObjectRenderer<HeadingBlock>
{
    protected override void Write(PostHtmlRenderer renderer, HeadingBlock heading)
    {
        var level = (char)('0' + Math.Clamp(heading.Level, 1, 6));
        var attributes = heading.TryGetAttributes();
        var id = renderer.AddHeading(InlineText.Of(heading.Inline).Trim(), attributes?.Id, heading.Level);
        if (attributes is not null)
        {
            attributes.Id = null;
        }
        renderer.Write("<h").Write(level).Write(" id=\"").Write(id).Write('"');
        renderer.WriteSafeAttributes(heading);
        renderer.Write('>');
        renderer.WriteLeafInline(heading);
        renderer.Write("<a class=\"heading-anchor\" href=\"#").WriteEscapeUrl(id);
        renderer.Write("\" aria-hidden=\"true\" tabindex=\"-1\"></a></h").Write(level).WriteLine('>');
    }
}
