using System.Text.Json;
using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.FrontMatter;

/// <summary>
/// Gives broken TOML its one sensible reading: a value on one line that is no TOML (<c>title = Hello</c>,
/// <c>date = 2024-3-5</c>) is the text that stands there. What is left broken stays an error.
/// </summary>
internal static partial class TomlRepair
{
    /// <summary>The mended TOML, with as many lines as before; null where nothing could be mended.</summary>
    public static string? Mend(string toml, int firstLine, ProblemLog problems)
    {
        var lines = toml.Split('\n');
        var mended = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var pair = OneLine().Match(lines[i]);
            if (!pair.Success || !TomlFields.Parse(lines[i]).HasErrors || IsLeftOpen(pair.Groups["value"].ValueSpan))
            {
                continue;
            }
            var key = pair.Groups["key"].Value;
            lines[i] = key + JsonSerializer.Serialize(pair.Groups["value"].Value.Trim('"', '\''));
            problems.Add(ProblemCatalog.FrontMatterRepaired, new(firstLine + i, 1), key.Trim(' ', '='), "TOML");
            mended = true;
        }
        return mended ? string.Join('\n', lines) : null;
    }

    /// <summary>What goes on in the next lines, or may swallow them.</summary>
    private static bool IsLeftOpen(ReadOnlySpan<char> value) =>
        value.StartsWith("\"\"\"")
        || value.StartsWith("'''")
        || value[0] == '['
        || (value[0] == '{' && !value.StartsWith("{{"))
        || (value[0] is '"' or '\'' && value.LastIndexOf(value[0]) == 0);

    [GeneratedRegex(
        @"^(?<key>\s*[A-Za-z_][\w.-]{0,80}\s*=\s*)(?<value>\S.*?)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OneLine();
}
