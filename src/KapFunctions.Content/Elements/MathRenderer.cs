using KapFunctions.Content.Rendering;
using Markdig.Extensions.Mathematics;

namespace KapFunctions.Content.Elements;

/// <summary>TeX among text; between two dollar signs it has a line of its own.</summary>
internal sealed class MathRenderer : PostObjectRenderer<MathInline>
{
    protected override void Write(PostHtmlRenderer renderer, MathInline math)
    {
        var (open, close) = math.DelimiterCount > 1 ? ("\\[", "\\]") : ("\\(", "\\)");
        renderer.Write("<span class=\"math\">").Write(open);
        renderer.WriteEscape(CellText.Of(math, math.Content.AsSpan()));
        renderer.Write(close).Write("</span>");
    }
}
