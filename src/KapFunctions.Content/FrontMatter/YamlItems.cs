using System.Globalization;
using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.FrontMatter;

/// <summary>An item with a blank too many goes on with the text of the one above it, and nothing is wrong for YAML.</summary>
internal static partial class YamlItems
{
    /// <summary>The YAML with such items below each other.</summary>
    public static string Even(string yaml, int firstLine, ProblemLog problems)
    {
        if (!yaml.Contains("\n ", StringComparison.Ordinal))
        {
            return yaml;
        }
        var lines = yaml.Split('\n');
        var hasMended = false;
        for (var i = 1; i < lines.Length; i++)
        {
            var (above, item) = (Item().Match(lines[i - 1]), Item().Match(lines[i]));
            if (above.Success && item.Success && item.Groups["blanks"].Length > above.Groups["blanks"].Length)
            {
                problems.Add(
                    ProblemCatalog.FrontMatterIndent,
                    new(firstLine + i, 1),
                    lines[i].Trim(),
                    above.Groups["blanks"].Length.ToString(CultureInfo.InvariantCulture)
                );
                lines[i] = above.Groups["blanks"].Value + lines[i].TrimStart();
                hasMended = true;
            }
        }
        return hasMended ? string.Join('\n', lines) : yaml;
    }

    /// <summary>A text alone: what has a colon or begins with a sign of YAML's may go on as it does.</summary>
    [GeneratedRegex(
        @"^(?<blanks> *)- +[^\s:#'""\[\]{}&*!|>-][^:#]*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Item();
}
