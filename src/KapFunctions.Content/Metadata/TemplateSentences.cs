using System.Collections.Frozen;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Metadata;

/// <summary>The templates of the desk and of <c>kap new</c> hold these lines; a file that still has one of them is not published.</summary>
internal static class TemplateSentences
{
    public static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet([
        "Begin here.",
        "What this is about, in two sentences.",
        "Say here what helps.",
        "Say here when to ask for help, and whom.",
    ]);

    public static void Report(FrontMatterBlock block, ProblemLog problems)
    {
        foreach (var (i, line) in block.Body.Split('\n').Index())
        {
            if (All.Contains(line.Trim()))
            {
                problems.Add(ProblemCatalog.TemplateText, new(block.BodyLine + i, 1), line.Trim());
            }
        }
    }
}
