using System.Globalization;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig.Syntax;

namespace KapFunctions.Content.Checks;

/// <summary>Who hears a page instead of seeing it finds their way by the levels of its headings.</summary>
internal sealed class HeadingLevels(BodySource source)
{
    private int before;
    private bool hasFirst;

    public void Add(HeadingBlock heading)
    {
        var text = InlineText.Of(heading.Inline).Trim();
        if (text.Length == 0)
        {
            return;
        }
        if (heading.Level == 1 && hasFirst)
        {
            source.Problems.Add(ProblemCatalog.HeadingSecondTitle, source.LineAt(FirstLine.Of(heading)), text);
        }
        else if (before > 0 && heading.Level > before + 1)
        {
            source.Problems.Add(
                ProblemCatalog.HeadingSkipped,
                source.LineAt(FirstLine.Of(heading)),
                text,
                Number(heading.Level),
                Number(before),
                new string('#', before + 1)
            );
        }
        hasFirst |= heading.Level == 1;
        before = heading.Level;
    }

    private static string Number(int level) => level.ToString(CultureInfo.InvariantCulture);
}
