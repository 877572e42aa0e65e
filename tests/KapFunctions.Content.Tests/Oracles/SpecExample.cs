using System.Text.RegularExpressions;

namespace KapFunctions.Content.Tests.Oracles;

/// <summary>An example of a specification in the form of CommonMark's: Markdown, a line with a full stop, HTML.</summary>
internal sealed partial record SpecExample(int Number, string Markdown, string Html)
{
    public static IReadOnlyList<SpecExample> Read(string specification) =>
        [
            .. Shape()
                .Matches(specification.ReplaceLineEndings("\n"))
                .Select(
                    (match, index) =>
                        new SpecExample(
                            index + 1,
                            Text(match.Groups["markdown"].Value),
                            Text(match.Groups["html"].Value)
                        )
                ),
        ];

    /// <summary>The specifications show a tab as an arrow.</summary>
    private static string Text(string written) => written.Replace('→', '\t');

    [GeneratedRegex(
        @"^(?<fence>`{20,}) example[^\n]*\n(?<markdown>.*?)^\.\n(?<html>.*?)^\k<fence>$",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Shape();
}
