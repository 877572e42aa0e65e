using System.Buffers;
using KapFunctions.Content.Rendering;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KapFunctions.Content.Pipeline;

/// <summary>Paragraphs that run against the language of the post, such as an Arabic quotation in an English one, say so
/// (<c>dir="auto"</c>), or their full stops stand on the wrong side.</summary>
internal static class TextDirection
{
    /// <summary>Hebrew, Arabic, Syriac, Thaana, N'Ko and their forms for presentation, which all lie below U+FEFF.</summary>
    private static readonly SearchValues<char> RightToLeft = SearchValues.Create([
        .. Chars('\u0590', '\u08FF'),
        .. Chars('\uFB1D', '\uFDFF'),
        .. Chars('\uFE70', '\uFEFC'),
        // The first halves of the right-to-left scripts beyond the first plane.
        .. Chars('\uD802', '\uD803'),
        .. Chars('\uD83A', '\uD83B'),
    ]);

    /// <summary>Languages written from right to left: https://www.w3.org/International/questions/qa-scripts</summary>
    private static readonly string[] Languages =
    [
        "ar",
        "arc",
        "ckb",
        "dv",
        "fa",
        "he",
        "ks",
        "ps",
        "sd",
        "ug",
        "ur",
        "yi",
    ];

    /// <summary>Notes it at each block whose first letter runs the other way.</summary>
    public static void Note(MarkdownDocument document, string markdown, string language)
    {
        var isRightToLeft = Languages.Contains(language.Split('-')[0]);
        if (!isRightToLeft && markdown.AsSpan().IndexOfAny(RightToLeft) < 0)
        {
            return;
        }
        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            if (leaf.Inline is not null && RunsRightToLeft(InlineText.Of(leaf.Inline)) == !isRightToLeft)
            {
                Holder(leaf).GetAttributes().AddPropertyIfNotExist("dir", "auto");
            }
        }
    }

    /// <summary>A paragraph in a list or table may be written without an element of its own.</summary>
    private static Block Holder(LeafBlock leaf) =>
        leaf.Parent is ListItemBlock or TableCell && leaf.Parent[0] == leaf ? leaf.Parent : leaf;

    /// <summary>Null where no letter says it.</summary>
    private static bool? RunsRightToLeft(string text)
    {
        foreach (var c in text)
        {
            if (RightToLeft.Contains(c))
            {
                return true;
            }
            if (char.IsLetter(c))
            {
                return false;
            }
        }
        return null;
    }

    private static IEnumerable<char> Chars(char first, char last) =>
        Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
