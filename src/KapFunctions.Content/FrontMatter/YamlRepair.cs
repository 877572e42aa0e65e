using System.Text;
using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;
using YamlDotNet.Core;

namespace KapFunctions.Content.FrontMatter;

/// <summary>
/// Gives broken YAML its one sensible reading, key by key: tabs are spaces, and a value on one line that is no YAML
/// (<c>title: Notes: part 2</c>, <c>by: @jane</c>) is the text that stands there. What is left broken stays an error.
/// </summary>
internal static partial class YamlRepair
{
    /// <summary>The mended YAML, with as many lines as before; null where nothing could be mended.</summary>
    public static string? Mend(string yaml, int firstLine, ProblemLog problems)
    {
        var lines = yaml.Split('\n');
        var mended = MendTabs(lines, firstLine, problems);
        for (var start = 0; start < lines.Length; )
        {
            var end = EndOfEntry(lines, start);
            mended |= !IsYaml(lines, start, end) && MendEntry(lines, start, end, firstLine, problems);
            start = end;
        }
        return mended ? string.Join('\n', lines) : null;
    }

    private static bool MendTabs(string[] lines, int firstLine, ProblemLog problems)
    {
        var mended = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Contains('\t', StringComparison.Ordinal))
            {
                lines[i] = lines[i].Replace("\t", "  ", StringComparison.Ordinal).TrimEnd();
                problems.AddOnce(ProblemCatalog.FrontMatterTabs, new(firstLine + i, 1));
                mended = true;
            }
        }
        return mended;
    }

    /// <summary>An entry is a line that begins with a key, and the lines up to the next such line.</summary>
    private static int EndOfEntry(string[] lines, int start)
    {
        var end = start + 1;
        while (end < lines.Length && !Entry().IsMatch(lines[end]))
        {
            end++;
        }
        return end;
    }

    private static bool IsYaml(string[] lines, int start, int end)
    {
        try
        {
            var quiet = new ProblemLog("");
            YamlFields.Read(string.Join('\n', lines[start..end]), 1, quiet);
            return true;
        }
        catch (YamlException)
        {
            return false;
        }
    }

    private static bool MendEntry(string[] lines, int start, int end, int firstLine, ProblemLog problems)
    {
        var mended = false;
        for (var i = start; i < end; i++)
        {
            var entry = OneLine().Match(lines[i]);
            if (!entry.Success || IsYaml([lines[i].TrimStart()], 0, 1) || IsLeftOpen(entry.Groups["value"].Value))
            {
                continue;
            }
            lines[i] = entry.Groups["key"].Value + Quote(entry.Groups["value"].Value);
            problems.Add(
                ProblemCatalog.FrontMatterRepaired,
                new(firstLine + i, 1),
                entry.Groups["key"].Value.Trim(' ', ':', '-')
            );
            mended = true;
        }
        return mended;
    }

    /// <summary>A quote or bracket that is opened and not closed may swallow what follows: nobody can tell what was meant.</summary>
    private static bool IsLeftOpen(string value) =>
        value[0] switch
        {
            '"' => value.LastIndexOf('"') == 0,
            '\'' => value.LastIndexOf('\'') == 0,
            '[' => !value.Contains(']', StringComparison.Ordinal),
            '{' => !value.Contains('}', StringComparison.Ordinal),
            _ => false,
        };

    private static string Quote(string value)
    {
        var inner = value is ['"', .., '"'] or ['\'', .., '\''] ? value[1..^1] : value;
        return new StringBuilder("'")
            .Append(inner.Replace("'", "''", StringComparison.Ordinal))
            .Append('\'')
            .ToString();
    }

    [GeneratedRegex(@"^[\p{L}_""'][^:#]{0,80}:(\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(
        @"^(?<key>\s*(- +)?([\p{L}_][\w .-]{0,80}:\s+|- +))(?<value>\S.*?)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OneLine();
}
