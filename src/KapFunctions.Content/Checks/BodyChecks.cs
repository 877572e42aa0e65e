using KapFunctions.Content.Rendering;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Checks;

/// <summary>What became of a text that its author probably meant otherwise. Nothing here changes what readers get.</summary>
internal static class BodyChecks
{
    public static void Report(MarkdownDocument document, BodySource source)
    {
        LeftOvers.Report(source);
        LostNotes.Report(document, source);
        var headings = new HeadingLevels(source);
        foreach (var block in document.Descendants<Block>())
        {
            BlockSlips.Report(block, source);
            if (block is HeadingBlock heading)
            {
                headings.Add(heading);
            }
            if (block is LeafBlock { Inline: { } inlines })
            {
                Report(block, inlines, source);
            }
        }
    }

    private static void Report(Block block, ContainerInline inlines, BodySource source)
    {
        if (ShownText.MayHoldSlips(inlines))
        {
            TextSlips.Report(block, ShownText.Of(inlines), source);
            EmphasisSlips.Report(inlines, source);
        }
        TermSlips.Report(block, inlines, source);
        foreach (var link in inlines.FindDescendants<LinkInline>())
        {
            LinkSlips.Report(link, source);
        }
    }
}
