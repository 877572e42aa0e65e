using System.Globalization;
using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;
using YamlDotNet.Core;

namespace KapFunctions.Content.FrontMatter;

/// <summary>Slips of the fingers that leave no doubt of what was meant.</summary>
internal sealed partial class YamlRepair
{
    /// <summary>Candidates for a stray entry in one head. Each costs reading what stands above it.</summary>
    private const int MaxStray = 50;

    /// <summary>Indentations that are tried in one head. Each costs reading its entry.</summary>
    private const int MaxShifts = 200;

    private static readonly int[] Shifts = [1, -1, 2, -2];

    private int stray;
    private int shifts;

    /// <summary>The entries of a text whose colons, or the blanks behind them, are all missing; null for words.</summary>
    public static MapValue? Entries(string yaml, int firstLine, ProblemLog problems)
    {
        var lines = yaml.Split('\n');
        return Array.Exists(lines, line => HeadLine.Read(line) is { Hides: true }) || IsMostlyKeys(lines)
            ? Reread(new YamlRepair(lines, firstLine, problems))
            : null;
    }

    private static bool IsMostlyKeys(string[] lines) =>
        lines.Count(line => HeadLine.Read(line) is { IsKeyed: true } read && KnownKeys.Contains(read.Name))
            is > 0
                and var keys
        && keys * 2 >= lines.Count(line => line.Trim().Length > 0);

    private static MapValue? Reread(YamlRepair repair)
    {
        for (var i = 0; i < repair.lines.Length; i++)
        {
            while (repair.MendStray(i, i + 1)) { }
        }
        try
        {
            return YamlFields.Read(string.Join('\n', repair.lines), repair.firstLine, repair.problems);
        }
        catch (YamlException)
        {
            return null;
        }
    }

    /// <summary>An entry without its colon or the blank behind it, with a quotation mark before it, or indented by mistake. What
    /// stands above it makes sense without it.</summary>
    private bool MendStray(int start, int end)
    {
        for (var i = start; i < end && stray < MaxStray; i++)
        {
            stray += IsStray(i) ? 1 : 0;
            var line = IsStray(i) ? HeadLine.Read(lines[i]) : null;
            var isBare = line is null && IsStray(i) && KnownKeys.Contains(Spelling.Fold(lines[i].TrimEnd()));
            if (isBare || (line is not null && IsMeantAsEntry(line, i, start)))
            {
                var meant = line is null ? lines[i].TrimEnd() + ":" : $"{line.Key}: {line.Value}".TrimEnd();
                problems.Add(
                    ProblemCatalog.FrontMatterLine,
                    new(firstLine + i, 1),
                    lines[i].Trim(),
                    WrongIn(lines[i], line),
                    meant
                );
                hasMended = true;
                lines[i] = meant;
                return true;
            }
        }
        return false;
    }

    private static string WrongIn(string text, HeadLine? line)
    {
        if (line is not { IsKeyed: true })
        {
            return "a colon is missing";
        }
        var at = text.AsSpan().IndexOfAny(':', '=');
        return at < 0 || text[at] == '=' ? "a colon belongs in the place of the equals sign"
            : at + 1 < text.Length && text[at + 1] is '\u00A0' or '\u202F' or '\u3000'
                ? "the blank behind the colon is a no-break or ideographic space"
            : at + 1 < text.Length && text[at + 1] is not (' ' or '\t') ? "a blank is missing behind the colon"
            : "it does not begin as a line of its own";
    }

    private bool IsStray(int i) =>
        lines[i].Length > 0
        && (!Entry().IsMatch(lines[i]) || OpenKey().IsMatch(lines[i]))
        && lines[i][0] is not ('-' or '[' or ']' or '{' or '}' or '|' or '>');

    private bool IsMeantAsEntry(HeadLine line, int i, int start)
    {
        var isKnown = KnownKeys.Contains(line.Name);
        if (!lines[i].StartsWith(' '))
        {
            return (isKnown || line.IsKeyed || !line.Value.Contains(' ', StringComparison.Ordinal))
                && (line.IsKeyed || line.Hides || !IsEntryOf(line.Name))
                && (i == start || WhyNotYaml(start, i) is null);
        }
        return line.IsKeyed && i > start && (IsWholeText(start, i, isKnown) || (isKnown && IsWholeList(start, i)));
    }

    /// <summary>Whether the key has its line already: words that begin with it go on with the text above.</summary>
    private bool IsEntryOf(string name) =>
        Array.Exists(
            lines,
            line => Entry().Match(line) is { Success: true } entry && Spelling.Fold(entry.Groups["key"].Value) == name
        );

    /// <summary>Whether an entry is over at a line: its text is there and closed, or at least not to go on with a key.</summary>
    private bool IsWholeText(int start, int end, bool isKeyNext) =>
        WhyNotYaml(start, end) is null
        && OneLine().Match(lines[start]) is { Success: true, Groups: var groups }
        && groups["value"].Value[0] is var first
        && first is not ('|' or '>')
        && (isKeyNext || first is '"' or '\'');

    private bool IsWholeList(int start, int end) =>
        WhyNotYaml(start, end) is null && Array.TrueForAll(lines[(start + 1)..end], line => Item().IsMatch(line));

    /// <summary>A line, with those below it, that has a blank or two too many or too few.</summary>
    private bool MendIndent(int start, int end)
    {
        if (!lines[start].TrimEnd().EndsWith(':'))
        {
            return false;
        }
        for (var i = end - 1; i > start; i--)
        {
            foreach (var by in Shifts)
            {
                var level = lines[i].Length - lines[i].TrimStart(' ').Length;
                if (level + by < 0 || level == lines[i].Length || ++shifts > MaxShifts)
                {
                    continue;
                }
                var shifted = Shifted(start, end, i, level, by);
                if (WhyNotYaml(string.Join('\n', shifted)) is null)
                {
                    problems.Add(
                        ProblemCatalog.FrontMatterIndent,
                        new(firstLine + i, 1),
                        lines[i].Trim(),
                        (level + by).ToString(CultureInfo.InvariantCulture)
                    );
                    shifted.CopyTo(lines, start);
                    hasMended = true;
                    return true;
                }
            }
        }
        return false;
    }

    private string[] Shifted(int start, int end, int first, int level, int by)
    {
        var shifted = lines[start..end];
        for (var i = first; i < end && (i == first || lines[i].Length - lines[i].TrimStart(' ').Length > level); i++)
        {
            shifted[i - start] = by > 0 ? new string(' ', by) + lines[i] : lines[i][-by..];
        }
        return shifted;
    }

    /// <summary>Items that are indented differently, or whose blank is missing: a list of texts has one level.</summary>
    private bool MendItems(int start, int end)
    {
        var last = Array.FindLastIndex(lines, end - 1, end - start, line => line.Trim().Length > 0);
        if (
            last <= start
            || !lines[start].TrimEnd().EndsWith(':')
            || !Array.TrueForAll(lines[(start + 1)..(last + 1)], line => Item().IsMatch(line))
        )
        {
            return false;
        }
        var items = lines[(start + 1)..(last + 1)];
        var even = Array.ConvertAll(items, line => "  - " + Item().Match(line).Groups["text"].Value);
        if (WhyNotYaml(lines[start] + "\n" + string.Join('\n', even)) is not null)
        {
            return false;
        }
        even.CopyTo(lines, start + 1);
        var level = items[0].IndexOf('-', StringComparison.Ordinal);
        var odd = Array.FindIndex(items, line => line.IndexOf('-', StringComparison.Ordinal) != level);
        if (odd < 0)
        {
            ReportMended(start, start + 1);
            return true;
        }
        hasMended = true;
        problems.Add(
            ProblemCatalog.FrontMatterIndent,
            new(firstLine + start + 1 + odd, 1),
            items[odd].Trim(),
            level.ToString(CultureInfo.InvariantCulture)
        );
        return true;
    }

    /// <summary>A quote or bracket that nobody closes before the next entry ends with its line; a list is told from a text by its commas.</summary>
    private bool MendOpen(int start, int end)
    {
        var line = OneLine().Match(lines[start]);
        if (!line.Success || !IsLeftOpen(line.Groups["value"].ValueSpan) || !IsAlone(start, end))
        {
            return false;
        }
        var value = line.Groups["value"].Value;
        var text = WithoutForgotten(value);
        if (value[0] is '"' or '\'')
        {
            lines[start] = line.Groups["key"].Value + "'" + Doubled(text) + "'";
        }
        else if (
            value[0] is '['
            && text.Contains(',', StringComparison.Ordinal)
            && text.AsSpan().IndexOfAny("[]{}") < 0
        )
        {
            var items = text.Split(',').Select(item => "'" + Doubled(item.Trim(' ', '"', '\'')) + "'");
            lines[start] = line.Groups["key"].Value + "[" + string.Join(", ", items) + "]";
        }
        else
        {
            return false;
        }
        ReportMended(start, start);
        return true;
    }

    /// <summary>A value without a mark that was opened and forgotten; one before a word may be its apostrophe (<c>'Twas</c>).</summary>
    public static string WithoutForgotten(string value) =>
        value is ['\'', var first, ..] && char.IsLetter(first) ? value : value[1..].Trim('"', '\'', ')', ']', '}', ' ');

    private bool IsAlone(int start, int end) =>
        Array.TrueForAll(lines[(start + 1)..end], line => string.IsNullOrWhiteSpace(line) || line.StartsWith('#'));

    [GeneratedRegex(
        @"^\s*-+\s*(?<text>[^\s:#\[\]{}-][^:#\[\]{}]*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Item();

    [GeneratedRegex(@"^[""'][^""':]*:", RegexOptions.CultureInvariant)]
    private static partial Regex OpenKey();
}
