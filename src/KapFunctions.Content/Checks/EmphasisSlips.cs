using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Checks;

/// <summary>Words between two asterisks on one side and one on the other: one of them stands in the text.</summary>
internal static class EmphasisSlips
{
    public static void Report(ContainerInline inlines, BodySource source)
    {
        foreach (var emphasis in inlines.FindDescendants<EmphasisInline>())
        {
            var isHalf =
                emphasis is { DelimiterChar: '*', DelimiterCount: 1 }
                && (
                    (emphasis.PreviousSibling is LiteralInline before && before.Content.AsSpan().EndsWith("*"))
                    || (emphasis.NextSibling is LiteralInline after && after.Content.AsSpan().StartsWith("*"))
                );
            if (isHalf && emphasis.FirstChild is LiteralInline word)
            {
                source.Report(ProblemCatalog.EmphasisUnclosed, emphasis, "*" + word.Content);
                return;
            }
        }
    }
}
