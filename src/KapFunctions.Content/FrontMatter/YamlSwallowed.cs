using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.FrontMatter;

/// <summary>What YAML takes away from a value without a word: <c>!important</c> as a tag, <c>&amp;amp;</c> as an anchor,
/// <c>#1</c> as a comment, and the next key where a quotation mark opens the value and ends somewhere below. The first two and
/// the last are read as text, since nobody writes them otherwise in a head; a comment may be one, so it is told.</summary>
internal sealed partial class YamlSwallowed(string yaml, int firstLine, ProblemLog problems)
{
    private readonly string[] lines = yaml.Split('\n');
    private bool hasMended;

    /// <summary>The YAML with as many lines as before, in which such a value is quoted.</summary>
    public static string Mend(string yaml, int firstLine, ProblemLog problems) =>
        yaml.AsSpan().IndexOfAny("!&#'\"") < 0 ? yaml : new YamlSwallowed(yaml, firstLine, problems).Mend();

    private string Mend()
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (Line().Match(lines[i]) is { Success: true } line)
            {
                i = line.Groups["value"].ValueSpan switch
                {
                    ['|' or '>', ..] => EndOfBlock(i),
                    ['\'' or '"', ..] => MendQuoted(i, line),
                    _ => MendPlain(i, line),
                };
            }
        }
        return hasMended ? string.Join('\n', lines) : yaml;
    }

    /// <summary>The last line of a text that goes on as long as lines are indented deeper than its key.</summary>
    private int EndOfBlock(int start)
    {
        var indent = Indent(lines[start]);
        while (start + 1 < lines.Length && (lines[start + 1].Trim().Length == 0 || Indent(lines[start + 1]) > indent))
        {
            start++;
        }
        return start;
    }

    private int MendQuoted(int i, Match line)
    {
        if (YamlQuotes.OpensQuote(lines[i]) is { } quote)
        {
            var end = YamlQuotes.EndOfQuote(lines, i, quote);
            if (end < 0 && i + 1 < lines.Length && YamlQuotes.IsKey(lines[i + 1]))
            {
                Quote(i, line, YamlRepair.WithoutForgotten(line.Groups["value"].Value));
            }
            return Math.Max(i, end);
        }
        ReportComment(i, line);
        return i;
    }

    private int MendPlain(int i, Match line)
    {
        var value = line.Groups["value"].Value;
        var isTag = value is ['!', not ('!' or ' ' or '<'), ..];
        if (isTag || (value is ['&', _, ..] && Anchor().Match(value) is { Success: true } anchor && !IsUsed(anchor)))
        {
            Quote(i, line, value);
        }
        else
        {
            ReportComment(i, line);
        }
        return i;
    }

    private bool IsUsed(Match anchor) => yaml.Contains("*" + anchor.Groups["name"].Value, StringComparison.Ordinal);

    private void Quote(int i, Match line, string text)
    {
        hasMended = true;
        lines[i] = line.Groups["key"].Value + "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
        problems.Add(
            ProblemCatalog.FrontMatterRepaired,
            new(firstLine + i, 1),
            Name(line),
            "YAML",
            MendSentence.Of(lines[i])
        );
    }

    private void ReportComment(int i, Match line)
    {
        var value = line.Groups["value"].Value;
        if (CommentIn(value) is >= 0 and var start)
        {
            var whole = value.Replace("'", "''", StringComparison.Ordinal);
            problems.Add(
                ProblemCatalog.FrontMatterComment,
                new(firstLine + i, line.Groups["value"].Index + start + 1),
                Name(line),
                value[start..],
                $"{line.Groups["key"].Value.Trim()} '{whole}'"
            );
        }
    }

    /// <summary>Where a number sign stands right before a word, and not within quotation marks. What is meant as a comment has a blank behind it.</summary>
    private static int CommentIn(ReadOnlySpan<char> value)
    {
        for (var at = 0; at < value.Length; at++)
        {
            var beginsWord = at == 0 || value[at - 1] is ' ' or '\t' or '[' or ',' or '{';
            if (beginsWord && value[at] is '\'' or '"')
            {
                at += value[(at + 1)..].IndexOf(value[at]) + 1;
            }
            else if (beginsWord && value[at..] is ['#', not (' ' or '\t' or '#' or '!'), ..])
            {
                return at;
            }
        }
        return -1;
    }

    private static string Name(Match line) => line.Groups["key"].Value.Trim(' ', '\t', '-', ':');

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    [GeneratedRegex(
        @"^(?<key>\s*(- +)?([\p{L}_][\w .-]{0,80}:[ \t]+|- +))(?<value>\S.*?)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Line();

    [GeneratedRegex(@"\A&(?<name>\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Anchor();
}
