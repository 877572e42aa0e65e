using System.Globalization;
using System.Text;
using KapFunctions.Content.Comments;
using KapFunctions.Content.Rendering;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Pipeline;

/// <summary>Finds the heading that is the title: pages show the title above the text, so it would stand there twice. It is the
/// first heading, where the head has no title or says the same, and it begins the text or is the only one of level 1. One of a lower level
/// with others beside it is of a part.</summary>
internal static class TitleHeading
{
    /// <param name="document">The text.</param>
    /// <param name="title">What the head says; empty where it says nothing.</param>
    public static HeadingBlock? Find(MarkdownDocument document, string title) =>
        Above(document, hasTitle: title.Length > 0) is { } heading
        && IsText(heading)
        && (title.Length == 0 || Folded(title) == Folded(InlineText.Of(heading.Inline)))
            ? heading
            : null;

    /// <summary>What the first heading calls the text, where nothing else does, though it stays in it; null where it is of a part.</summary>
    public static string? NameIn(MarkdownDocument document) =>
        Above(document, hasTitle: false) is { } heading ? InlineText.Of(heading.Inline).Trim() : null;

    /// <summary>The first heading, where it stands above the whole text.</summary>
    private static HeadingBlock? Above(MarkdownDocument document, bool hasTitle)
    {
        var beginsText = true;
        foreach (var block in document)
        {
            if (block is HeadingBlock heading && InlineText.Of(heading.Inline).Trim().Length > 0)
            {
                return beginsText ? (hasTitle || heading.Level == 1 || IsOnly(document, heading) ? heading : null)
                    : heading.Level == 1 && IsOnly(document, heading) ? heading
                    : null;
            }
            beginsText &= IsInvisible(block);
        }
        return null;
    }

    private static bool IsOnly(MarkdownDocument document, HeadingBlock heading) =>
        document.OfType<HeadingBlock>().Count(other => other.Level <= heading.Level) == 1;

    /// <summary>A picture, a link or a note would be lost with it.</summary>
    private static bool IsText(HeadingBlock heading) =>
        heading.Inline is { } inlines
        && !inlines.Descendants().Any(inline => inline is LinkInline or AutolinkInline or FootnoteLink or HtmlInline);

    private static bool IsInvisible(Block block) =>
        block
            is CommentBlock
                or LinkReferenceDefinitionGroup
                or HtmlBlock { Type: HtmlBlockType.Comment }
                or HeadingBlock { Inline: null or { FirstChild: null } };

    /// <summary>Letters and digits alone: people write a title with other quotation marks and stops the second time.</summary>
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (
                Rune.IsLetterOrDigit(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.OtherSymbol
            )
            {
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }
        return folded.Length > 0 ? folded.ToString() : text.Trim();
    }
}
