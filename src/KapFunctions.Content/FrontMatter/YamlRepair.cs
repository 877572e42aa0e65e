using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;
using YamlDotNet.Core;

namespace KapFunctions.Content.FrontMatter;

/// <summary>An entry that cannot be read, and why.</summary>
internal sealed record UnreadableEntry(string Key, Position At, string Reason);

/// <summary>YAML that could be mended, with as many lines as before.</summary>
/// <param name="Text">The YAML, empty lines in the place of what cannot be read.</param>
/// <param name="Unreadable">What cannot be read.</param>
internal sealed record MendedYaml(string Text, IReadOnlyList<UnreadableEntry> Unreadable);

/// <summary>
/// Gives broken YAML its one sensible reading, key by key: tabs are spaces, and a value that is no YAML
/// (<c>title: Notes: part 2</c>, <c>by: @jane</c>) is the text that stands there. What is left broken is set apart, so that
/// one entry does not take the others with it.
/// </summary>
internal sealed partial class YamlRepair(string[] lines, int firstLine, ProblemLog problems)
{
    private readonly string[] lines = lines;
    private readonly int firstLine = firstLine;
    private readonly ProblemLog problems = problems;
    private readonly List<UnreadableEntry> unreadable = [];
    private bool hasMended;

    /// <summary>The mended YAML; null where nothing could be mended.</summary>
    public static MendedYaml? Mend(string yaml, int firstLine, ProblemLog problems) =>
        new YamlRepair(yaml.Split('\n'), firstLine, problems).Mend();

    /// <summary>The entries of what is YAML and yet no mapping, since all its colons or the blanks behind them are missing; null for words.</summary>
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

    private MendedYaml? Mend()
    {
        MendTabs();
        for (var start = 0; start < lines.Length; )
        {
            var end = EndOfEntry(start);
            if (WhyNotYaml(start, end) is not null || (IsStray(start) && lines[start][0] != ' '))
            {
                if (MendStray(start, end))
                {
                    continue;
                }
                MendEntry(start, end);
            }
            start = end;
        }
        return hasMended || unreadable.Count > 0 ? new(string.Join('\n', lines), unreadable) : null;
    }

    private void MendTabs()
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Contains('\t', StringComparison.Ordinal))
            {
                lines[i] = lines[i].Replace("\t", "  ", StringComparison.Ordinal).TrimEnd();
                problems.AddOnce(ProblemCatalog.FrontMatterTabs, new(firstLine + i, 1));
                hasMended = true;
            }
        }
    }

    /// <summary>An entry is a line that begins with a key, and the lines up to the next such line.</summary>
    private int EndOfEntry(int start)
    {
        var end = start + 1;
        while (end < lines.Length && !Entry().IsMatch(lines[end]))
        {
            end++;
        }
        return end;
    }

    /// <summary>
    /// A line that was to be an entry of its own: its colon or the blank behind it is missing, a quotation mark stands before
    /// it, or it is indented by mistake. What stands above it makes sense without it.
    /// </summary>
    private bool MendStray(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var line = IsStray(i) ? HeadLine.Read(lines[i]) : null;
            var isBare = line is null && IsStray(i) && KnownKeys.Contains(Spelling.Fold(lines[i].TrimEnd()));
            if (isBare || (line is not null && IsMeantAsEntry(line, i, start)))
            {
                lines[i] = line is null ? lines[i].TrimEnd() + ":" : $"{line.Key}: {line.Value}".TrimEnd();
                ReportMended(i, i);
                return true;
            }
        }
        return false;
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
                && (i == start || WhyNotYaml(start, i) is null);
        }
        return line.IsKeyed && i > start && (IsWholeText(start, i, isKnown) || (isKnown && IsWholeList(start, i)));
    }

    /// <summary>Whether an entry is over at a line: its text is there and closed, or at least not to go on with a key.</summary>
    private bool IsWholeText(int start, int end, bool isKeyNext) =>
        WhyNotYaml(start, end) is null
        && OneLine().Match(lines[start]) is { Success: true, Groups: var groups }
        && groups["value"].Value[0] is var first
        && first is not ('|' or '>')
        && (isKeyNext || first is '"' or '\'');

    private bool IsWholeList(int start, int end) =>
        WhyNotYaml(start, end) is null && Array.TrueForAll(lines[(start + 1)..end], line => Item().IsMatch(line));

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
        ReportMended(start, start + 1 + Math.Max(0, odd));
        return true;
    }

    private void MendEntry(int start, int end)
    {
        if (MendOpen(start, end) || MendItems(start, end))
        {
            return;
        }
        if (!MendText(start, end))
        {
            for (var i = start; i < end; i++)
            {
                MendLine(start, i);
            }
        }
        if (WhyNotYaml(start, end) is { } reason && Entry().Match(lines[start]) is { Success: true } entry)
        {
            unreadable.Add(new(entry.Groups["key"].Value.Trim('"', '\'', ' '), new(firstLine + start, 1), reason));
            Array.Fill(lines, "", start, end - start);
        }
    }

    private void MendLine(int start, int i)
    {
        var entry = OneLine().Match(lines[i]);
        if (
            entry.Success
            && WhyNotYaml(lines[i].TrimStart()) is not null
            && !IsLeftOpen(entry.Groups["value"].ValueSpan)
        )
        {
            lines[i] = entry.Groups["key"].Value + Quote(entry.Groups["value"].Value);
            ReportMended(start, i);
        }
    }

    /// <summary>
    /// A quotation mark or a bracket that nobody closes on a line with other entries around it: the value ends with its line.
    /// A list is told from a text by its commas.
    /// </summary>
    private bool MendOpen(int start, int end)
    {
        var line = OneLine().Match(lines[start]);
        if (!line.Success || !IsLeftOpen(line.Groups["value"].ValueSpan) || !IsAlone(start, end))
        {
            return false;
        }
        var value = line.Groups["value"].Value;
        var text = value[1..].Trim('"', '\'', ')', ']', '}', ' ');
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

    private bool IsAlone(int start, int end) =>
        Array.TrueForAll(lines[(start + 1)..end], line => string.IsNullOrWhiteSpace(line) || line.StartsWith('#'));

    /// <summary>A text that goes on over indented lines, with something in it that YAML takes for something else.</summary>
    private bool MendText(int start, int end)
    {
        var last = Array.FindLastIndex(lines, end - 1, end - start, line => line.Trim().Length > 0);
        var first = OneLine().Match(lines[start]);
        if (
            last <= start
            || !first.Success
            || first.Groups["value"].Value[0] is '|' or '>' or '[' or '{' or '"' or '\''
            || Array.Exists(lines[(start + 1)..(last + 1)], line => line is not [' ', ..])
        )
        {
            return false;
        }
        lines[start] = first.Groups["key"].Value + "'" + Doubled(first.Groups["value"].Value);
        for (var i = start + 1; i <= last; i++)
        {
            lines[i] = Doubled(lines[i]);
        }
        lines[last] += "'";
        ReportMended(start, start);
        return true;
    }

    private void ReportMended(int entry, int line)
    {
        hasMended = true;
        var key = Entry().Match(lines[entry]) is { Success: true } match ? match.Groups["key"].Value : lines[line];
        problems.Add(ProblemCatalog.FrontMatterRepaired, new(firstLine + line, 1), key, "YAML");
    }

    private string? WhyNotYaml(int start, int end) => WhyNotYaml(string.Join('\n', lines[start..end]));

    private static string? WhyNotYaml(string yaml)
    {
        try
        {
            YamlFields.Read(yaml, 1, new ProblemLog(""));
            return null;
        }
        catch (YamlException wrong)
        {
            return wrong.Message;
        }
    }

    /// <summary>A quote or bracket that is opened and not closed may swallow what follows: nobody can tell what was meant.</summary>
    private static bool IsLeftOpen(ReadOnlySpan<char> value) =>
        value[0] switch
        {
            '"' or '\'' => value.LastIndexOf(value[0]) == 0,
            '[' => !value.Contains(']'),
            '{' => !value.Contains('}'),
            _ => false,
        };

    private static string Quote(string value) =>
        "'" + Doubled(value is ['"', .., '"'] or ['\'', .., '\''] ? value[1..^1] : value) + "'";

    private static string Doubled(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^(?<key>[\p{L}_""'][^:#]{0,80}):([ \t]|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Entry();

    [GeneratedRegex(
        @"^\s*-+\s*(?<text>[^\s:#\[\]{}-][^:#\[\]{}]*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Item();

    /// <summary>A key with a quotation mark before it that nobody closes.</summary>
    [GeneratedRegex(@"^[""'][^""':]*:", RegexOptions.CultureInvariant)]
    private static partial Regex OpenKey();

    [GeneratedRegex(
        @"^(?<key>\s*(- +)?([\p{L}_][\w .""'“”‘’„«»`-]{0,80}:[ \t]+|- +))(?<value>\S.*?)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OneLine();
}
