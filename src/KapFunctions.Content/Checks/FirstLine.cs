using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Checks;

internal static class FirstLine
{
    /// <summary>Counted from 0 in the body. Of a heading with a line below it, Markdig knows that line alone.</summary>
    public static int Of(Block block) =>
        block is HeadingBlock { IsSetext: true, Inline: { } inlines }
            ? Math.Max(0, block.Line - 1 - inlines.FindDescendants<LineBreakInline>().Count())
            : block.Line;
}
