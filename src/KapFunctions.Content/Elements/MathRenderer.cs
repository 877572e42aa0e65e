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
        // GitHub's, in whose formulas nothing else is Markdown.
        var content = math.Content.AsSpan() is ['`', .. [_, ..] inside, '`'] ? inside : math.Content.AsSpan();
        renderer.WriteEscape(CellText.Of(math, content));
        renderer.Write(close).Write("</span>");
    }
}
