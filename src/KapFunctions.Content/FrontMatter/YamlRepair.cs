using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;
using YamlDotNet.Core;

namespace KapFunctions.Content.FrontMatter;

internal sealed record UnreadableEntry(string Key, Position At, string Reason);

/// <summary>As many lines as before, empty ones in the place of what cannot be read.</summary>
internal sealed record MendedYaml(string Text, IReadOnlyList<UnreadableEntry> Unreadable);

/// <summary>Mends key by key: tabs are spaces, and a value that is no YAML (<c>title: Notes: part 2</c>, <c>by: @jane</c>) is the
/// text that stands there. What stays broken is set apart, so that it does not take the others with it.</summary>
internal sealed partial class YamlRepair(string[] lines, int firstLine, ProblemLog problems)
{
    private readonly string[] lines = lines;
    private readonly int firstLine = firstLine;
    private readonly ProblemLog problems = problems;
    private readonly List<UnreadableEntry> unreadable = [];
    private bool hasMended;

    /// <summary>Null where nothing could be mended.</summary>
    public static MendedYaml? Mend(string yaml, int firstLine, ProblemLog problems) =>
        new YamlRepair(yaml.Split('\n'), firstLine, problems).Mend();

    private MendedYaml? Mend()
    {
        MendTabs();
        for (var start = 0; start < lines.Length; )
        {
            var end = EndOfEntry(start);
            if (WhyNotYaml(start, end) is not null || (IsStray(start) && lines[start][0] != ' '))
            {
                if (MendIndent(start, end))
                {
                    start = end;
                    continue;
                }
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

    /// <summary>A text that goes on over indented lines, with something in it that YAML takes for something else.</summary>
    private bool MendText(int start, int end)
    {
        var last = Array.FindLastIndex(lines, end - 1, end - start, line => line.Trim().Length > 0);
        var first = OneLine().Match(lines[start]);
        if (
            last <= start
            || !first.Success
            || first.Groups["value"].Value[0] is '|' or '>' or '[' or '{'
            || IsClosedQuote(start, last, first.Groups["value"].Value[0])
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
        ReportMended(start, start, isWhole: false);
        return true;
    }

    private bool IsClosedQuote(int start, int last, char mark) =>
        mark is '"' or '\'' && string.Join('\n', lines[start..(last + 1)]).AsSpan().Count(mark) > 1;

    private void ReportMended(int entry, int line, bool isWhole = true)
    {
        hasMended = true;
        var key = Entry().Match(lines[entry]) is { Success: true } match ? match.Groups["key"].Value : lines[line];
        var mend = isWhole ? MendSentence.Of(lines[line]) : MendSentence.Quotes;
        problems.Add(ProblemCatalog.FrontMatterRepaired, new(firstLine + line, 1), key, "YAML", mend);
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
            return PlainReason.Of(wrong.Message);
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
        @"^(?<key>\s*(- +)?([\p{L}_][\w .""'“”‘’„«»`-]{0,80}:[ \t]+|- +))(?<value>\S.*?)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OneLine();
}
