using KapFunctions.Content.Comments;
using KapFunctions.Content.Rendering;
using Markdig.Extensions.Abbreviations;

namespace KapFunctions.Content.Elements;

internal sealed class AbbreviationRenderer : PostObjectRenderer<AbbreviationInline>
{
    protected override void Write(PostHtmlRenderer renderer, AbbreviationInline abbreviation)
    {
        var (label, meaning) = (abbreviation.Abbreviation.Label ?? "", abbreviation.Abbreviation.Text.ToString());
        if (renderer.EnableHtmlForInline)
        {
            renderer.Write("<abbr");
            renderer.WriteTextAttribute("title", CommentText.Without(meaning));
            renderer.Write('>').WriteEscape(label).Write("</abbr>");
            return;
        }
        renderer.WriteEscape(label);
    }
}
