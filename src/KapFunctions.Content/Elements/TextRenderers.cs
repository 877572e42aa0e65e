using KapFunctions.Content.Rendering;
using Markdig.Extensions.SmartyPants;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Elements;

/// <summary>Text, with straight apostrophes made round.</summary>
internal sealed class LiteralRenderer : PostObjectRenderer<LiteralInline>
{
    protected override void Write(PostHtmlRenderer renderer, LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        while (text.IndexOf('\'') is >= 0 and var mark)
        {
            var isFeet =
                mark > 0
                && char.IsAsciiDigit(text[mark - 1])
                && !(mark + 1 < text.Length && char.IsLetter(text[mark + 1]));
            renderer.WriteEscape(text[..mark]);
            renderer.Write(isFeet ? '\'' : '’');
            text = text[(mark + 1)..];
        }
        renderer.WriteEscape(text);
    }
}

internal sealed class TypographyRenderer : PostObjectRenderer<SmartyPant>
{
    protected override void Write(PostHtmlRenderer renderer, SmartyPant mark) =>
        renderer.Write(TypedMarks.Hyphens(mark) ?? renderer.Typography.Mark(mark.Type, TypedMarks.IsApostrophe(mark)));
}

/// <summary>Markdig's own asks whether a line is the last of its container, which a paragraph written in parts cannot answer.</summary>
internal sealed class LineBreakRenderer : PostObjectRenderer<LineBreakInline>
{
    protected override void Write(PostHtmlRenderer renderer, LineBreakInline lineBreak)
    {
        if (lineBreak.NextSibling is null || WideLines.Joins(lineBreak))
        {
            return;
        }
        if (lineBreak.IsHard && renderer.EnableHtmlForInline)
        {
            renderer.Write("<br />");
        }
        renderer.EnsureLine();
    }
}
