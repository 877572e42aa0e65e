using System.Text;
using KapFunctions.Content.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.SmartyPants;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Rendering;

/// <summary>For headings' ids and pictures' alternative texts.</summary>
internal static class InlineText
{
    public static string Of(ContainerInline? inlines)
    {
        if (inlines?.FirstChild is LiteralInline only && only == inlines.LastChild)
        {
            return only.Content.ToString();
        }
        var text = new StringBuilder();
        Append(text, inlines);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ContainerInline? inlines)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case SmartyPant { Type: SmartyPantType.LeftQuote or SmartyPantType.RightQuote or SmartyPantType.Quote }:
                    text.Append('’');
                    break;
                case SmartyPant pant:
                    text.Append(
                        TypedMarks.Hyphens(pant)
                            ?? Typography
                                .Of("en")
                                .Mark(pant.Type, isApostrophe: false)
                                .Replace("&quot;", "\"", StringComparison.Ordinal)
                    );
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case MathInline math:
                    text.Append(math.Content.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case TextInline own:
                    text.Append(own.Text);
                    break;
                case AbbreviationInline abbreviation:
                    text.Append(abbreviation.Abbreviation.Label);
                    break;
                case LineBreakInline line:
                    text.Append(WideLines.Joins(line) ? "" : " ");
                    break;
                case FootnoteLink:
                    break;
                case ContainerInline container:
                    Append(text, container);
                    break;
            }
        }
    }
}
