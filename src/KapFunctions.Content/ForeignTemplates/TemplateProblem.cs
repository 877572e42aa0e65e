using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig.Syntax;

namespace KapFunctions.Content.ForeignTemplates;

internal static class TemplateProblem
{
    private const int MaxShown = 40;

    public static void Report(BodySource source, MarkdownObject near, string text)
    {
        if (source.Problems.IsFirst(ProblemCatalog.TemplateCode))
        {
            var line = text.AsSpan().Trim();
            var end = line.IndexOf('\n');
            var shown = end < 0 ? line : line[..end];
            source.Report(
                ProblemCatalog.TemplateCode,
                near,
                text,
                shown.Length > MaxShown ? string.Concat(shown[..MaxShown], "…") : shown.ToString()
            );
        }
    }
}
