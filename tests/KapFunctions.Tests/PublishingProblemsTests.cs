using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace KapFunctions.Tests;

/// <summary><c>docs/editors.md</c> lists the problems that publishing makes, beside those of a file alone.</summary>
public sealed partial class PublishingProblemsTests
{
    [Fact]
    public void The_guide_lists_every_problem_that_publishing_makes_and_no_other()
    {
        var repository = Repository();
        var guide = File.ReadAllText(Path.Combine(repository, "docs", "editors.md")).ReplaceLineEndings("\n");
        string[] projects = ["KapFunctions", "KapFunctions.Content", "KapFunctions.Storage"];
        var made = projects
            .SelectMany(project =>
                Directory.EnumerateFiles(Path.Combine(repository, "src", project), "*.cs", SearchOption.AllDirectories)
            )
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .SelectMany(file => Made().Matches(File.ReadAllText(file)))
            .Select(Described);

        Assert.Equal(
            made.Distinct().Order(StringComparer.Ordinal),
            Listed().Matches(guide).Select(Described).Order(StringComparer.Ordinal)
        );
    }

    private static string Described(Match match) =>
        $"{match.Groups["code"].Value} {match.Groups["severity"].Value.ToLowerInvariant()}";

    private static string Repository([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    [GeneratedRegex(@"Severity\.(?<severity>Error|Warning|Hint),\s*""(?<code>[a-z0-9-]+)""")]
    private static partial Regex Made();

    [GeneratedRegex(@"^\| `(?<code>[a-z0-9-]+)` \| (?<severity>error|warning|hint) \|", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
