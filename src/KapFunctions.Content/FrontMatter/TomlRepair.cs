using System.Text.Json;
using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.FrontMatter;

/// <summary>A value on one line that is no TOML (<c>title = Hello</c>, <c>date = 2024-3-5</c>) is the text that stands there.</summary>
internal static partial class TomlRepair
{
    /// <summary>As many lines as before; null where nothing could be mended.</summary>
    public static string? Mend(string toml, int firstLine, ProblemLog problems)
    {
        var lines = toml.Split('\n');
        var mended = false;
        for (var i = 0; i < lines.Length; i++)
        {
            mended |= MendSign(lines, i, firstLine, problems);
            var pair = OneLine().Match(lines[i]);
            if (!pair.Success || !TomlFields.Parse(lines[i]).HasErrors || IsLeftOpen(pair.Groups["value"].ValueSpan))
            {
                continue;
            }
            var key = pair.Groups["key"].Value;
            lines[i] = key + Mended(pair.Groups["value"].Value);
            problems.Add(
                ProblemCatalog.FrontMatterRepaired,
                new(firstLine + i, 1),
                key.Trim(' ', '='),
                "TOML",
                MendSentence.Of(lines[i])
            );
            mended = true;
        }
        return mended ? string.Join('\n', lines) : null;
    }

    /// <summary>A key with other signs in it, or with another sign in the place of the equals sign, or none.</summary>
    private static bool MendSign(string[] lines, int i, int firstLine, ProblemLog problems)
    {
        if (
            BareKey().IsMatch(lines[i])
            || lines[i].TrimStart() is ['[' or ']' or '{' or '}' or '#', ..]
            || HeadLine.Read(lines[i]) is not { Value.Length: > 0 } line
            || !(KnownKeys.Contains(line.Name) || line.IsKeyed)
        )
        {
            return false;
        }
        lines[i] = $"{line.Name} = {line.Value}";
        problems.Add(
            ProblemCatalog.FrontMatterRepaired,
            new(firstLine + i, 1),
            line.Key,
            "TOML",
            MendSentence.Of(lines[i])
        );
        return true;
    }

    /// <summary>A text in quotation marks; of a list that is not closed on its line, its items.</summary>
    private static string Mended(string value) =>
        value[0] == '['
            ? "["
                + string.Join(
                    ", ",
                    value
                        .Trim('[', ']', ')', '}')
                        .Split(',')
                        .Select(item => JsonSerializer.Serialize(item.Trim(' ', '"', '\'')))
                )
                + "]"
            : JsonSerializer.Serialize(value.Trim('"', '\''));

    /// <summary>What goes on in the next lines, or may swallow them. A list is taken to end with its line only where it has commas.</summary>
    private static bool IsLeftOpen(ReadOnlySpan<char> value) =>
        value.StartsWith("\"\"\"")
        || value[^1] == '\\'
        || value.StartsWith("'''")
        || (value[0] == '[' && (!value.Contains(',') || value[1..].IndexOfAny("[{}") >= 0))
        || (value[0] == '{' && !value.StartsWith("{{"));

    [GeneratedRegex(
        @"^\s*[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\s*=",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex BareKey();

    [GeneratedRegex(
        @"^(?<key>\s*[A-Za-z_][\w.-]{0,80}\s*=\s*)(?<value>\S.*?)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OneLine();
}
