using System.Buffers;
using System.Text;
using Markdig.Extensions.SmartyPants;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Checks;

/// <summary>A block's text as readers see it, line by line as it was written. What is no plain text (code, links, pictures) and
/// what was escaped on purpose is <see cref="Other"/>.</summary>
internal static class ShownText
{
    public const char Other = '\uFFFC';

    /// <summary>Each slip that is looked for has one of these, or is a bare line.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("[]*#|<ÂÃÄÅÎÏÐÑâð\uFFFD");

    /// <summary>With which a line begins that was to be an item of a list.</summary>
    private static readonly SearchValues<char> ItemMarks = SearchValues.Create("-0123456789•·▪◦‣●○–—");

    /// <summary>A line with no more than this may be a piece of the page that the text was copied from.</summary>
    public const int MaxPiece = 24;

    public static bool MayHoldSlips(ContainerInline inlines)
    {
        if (inlines.FirstChild is LiteralInline { Content.Length: <= MaxPiece } only && only == inlines.LastChild)
        {
            return true;
        }
        return HoldsSign(inlines);
    }

    /// <summary>With or without addresses that stand in the text.</summary>
    public static string Of(ContainerInline inlines, bool withAddresses = true)
    {
        var text = new StringBuilder();
        Append(text, inlines, withAddresses);
        return text.ToString();
    }

    private static bool HoldsSign(ContainerInline inlines)
    {
        for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            var holds = inline switch
            {
                LiteralInline literal => literal.Content.AsSpan().ContainsAny(Signs),
                LineBreakInline { NextSibling: LiteralInline { Content: { IsEmpty: false } next } } =>
                    ItemMarks.Contains(next.CurrentChar),
                LinkInline => false,
                DelimiterInline => true,
                ContainerInline inner => HoldsSign(inner),
                _ => false,
            };
            if (holds)
            {
                return true;
            }
        }
        return false;
    }

    private static void Append(StringBuilder text, ContainerInline inlines, bool withAddresses)
    {
        for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline { IsFirstCharacterEscaped: true } escaped:
                    text.Append(Other).Append(escaped.Content.AsSpan() is { Length: > 0 } rest ? rest[1..] : "");
                    break;
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append('\n');
                    break;
                case SmartyPant { Type: SmartyPantType.LeftQuote or SmartyPantType.RightQuote or SmartyPantType.Quote }:
                    text.Append('\'');
                    break;
                case SmartyPant:
                    text.Append('"');
                    break;
                case LinkInline { IsAutoLink: true } link when withAddresses:
                    text.Append(link.Url);
                    break;
                case EmphasisInline emphasis:
                    Append(text, emphasis, withAddresses);
                    break;
                // What was never closed holds all that follows.
                case DelimiterInline unclosed:
                    text.Append(unclosed.ToLiteral());
                    Append(text, unclosed, withAddresses);
                    break;
                case LinkInline or LeafInline:
                    text.Append(Other);
                    break;
                case ContainerInline container:
                    Append(text, container, withAddresses);
                    break;
            }
        }
    }
}
