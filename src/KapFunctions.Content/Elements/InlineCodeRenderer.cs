using KapFunctions.Content.Rendering;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Elements;

/// <summary>Code among text.</summary>
internal sealed class InlineCodeRenderer : PostObjectRenderer<CodeInline>
{
    protected override void Write(PostHtmlRenderer renderer, CodeInline code)
    {
        if (renderer.EnableHtmlForInline)
        {
            renderer.Write("<code");
            renderer.WriteSafeAttributes(code);
            renderer.Write('>');
        }
        renderer.WriteEscape(CellText.Of(code, code.ContentSpan));
        if (renderer.EnableHtmlForInline)
        {
            renderer.Write("</code>");
        }
    }
}
