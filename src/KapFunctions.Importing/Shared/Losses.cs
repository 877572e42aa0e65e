using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KapFunctions.Importing.Shared;

/// <summary>What of a text was not carried over. Each leaves a mark in the text on its way to Markdown, between two characters for
/// private use, so that the line is known in which it stood.</summary>
internal sealed partial class Losses
{
    /// <summary>Of one text; more are told by their number alone.</summary>
    private const int MaxMarks = 500;

    private readonly List<(string What, string Became)> found = [];

    public string Mark(string what, string became = "was left out")
    {
        if (found.Count >= MaxMarks)
        {
            return "";
        }
        found.Add((what, became));
        return string.Create(CultureInfo.InvariantCulture, $"\uE000{found.Count - 1}\uE001");
    }

    /// <summary>The text of others, in which nothing can be taken for a mark.</summary>
    public static string Without(string text) =>
        text.Contains('\uE000', StringComparison.Ordinal) ? Marks().Replace(text, "") : text;

    /// <summary>The text without the marks. Lines that were nothing else go, with the empty line behind them.</summary>
    public string Tell(string text, string file, ImportReport report)
    {
        if (found.Count == 0)
        {
            return text;
        }
        var told = new HashSet<int>();
        var kept = new StringBuilder(text.Length);
        var number = 1;
        var skipsEmpty = false;
        foreach (var line in text.Split('\n'))
        {
            var bare = Marks().Replace(line, "");
            foreach (Match mark in Marks().Matches(line))
            {
                Tell(int.Parse(mark.Groups["n"].Value, CultureInfo.InvariantCulture), number);
            }
            if (bare.Length != line.Length && bare.AsSpan().Trim(" >").IsEmpty || skipsEmpty && bare.Length == 0)
            {
                skipsEmpty = bare.Length != line.Length;
                continue;
            }
            skipsEmpty = false;
            kept.Append(bare).Append('\n');
            number++;
        }
        // What stood where no mark can, such as in a table's attributes.
        foreach (var lost in Enumerable.Range(0, found.Count).Where(lost => !told.Contains(lost)))
        {
            Tell(lost, 1);
        }
        kept.Length--;
        return kept.ToString();

        void Tell(int lost, int line)
        {
            if (lost < found.Count && told.Add(lost))
            {
                report.AddLost(found[lost].What, file, line, found[lost].Became);
            }
        }
    }

    [GeneratedRegex("\uE000(?<n>[0-9]{1,6})\uE001", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
