using System.Text.RegularExpressions;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Generators;

/// <summary>Template code without a plain equivalent: readers would see it as text.</summary>
internal static partial class LeftCode
{
    /// <param name="text">Whose code was set apart.</param>
    /// <param name="restore">Gives it back, so that lines can be counted.</param>
    public static void Tell(string text, Func<string, string> restore, string file, ImportReport report)
    {
        foreach (Match code in Code().Matches(text))
        {
            var line = restore(text[..code.Index]).AsSpan().Count('\n') + 1;
            var name = code.Groups["name"].Value;
            var kind =
                code.ValueSpan.StartsWith("{%") ? "the tag {% " + name + " %}"
                : code.ValueSpan is ['{', '{', '<' or '%', ..] ? "the shortcode " + name
                : "the variable {{ " + name + " }}";
            report.AddLost(kind, file, line, "has no plain equivalent and is shown as text");
        }
    }

    [GeneratedRegex(
        @"(?<!\\)(\{%-?\s*(?!end|else|/)(?<name>[\w-]{1,40}(\s+[\w./-]{1,80})?)[^{}]*%\}|\{\{[<%]\s*(?!/)(?<name>[\w./-]{1,60})[^{}]*[>%]\}\}|\{\{-?\s*(?<name>[\w.]{1,80})[^{}]*\}\})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Code();
}
