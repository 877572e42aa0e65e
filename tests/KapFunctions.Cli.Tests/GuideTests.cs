using System.Reflection;
using System.Text.RegularExpressions;
using KapFunctions.Cli.Checking;
using KapFunctions.Content.Problems;

namespace KapFunctions.Cli.Tests;

/// <summary><c>docs/kap.md</c> lists the problems that <c>kap check</c> adds to those of a file alone.</summary>
public sealed partial class GuideTests
{
    [Fact]
    public void The_guide_lists_every_problem_of_the_check_and_no_other()
    {
        var guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "kap.md"));
        var made = typeof(CliProblems)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(make => (Problem)make.Invoke(null, [.. make.GetParameters().Select(Any)])!)
            .Select(problem => $"{problem.Code} {problem.Severity.ToString().ToLowerInvariant()}");

        Assert.Equal(
            made.Order(StringComparer.Ordinal),
            Listed()
                .Matches(guide)
                .Select(row => $"{row.Groups["code"].Value} {row.Groups["severity"].Value}")
                .Order(StringComparer.Ordinal)
        );
    }

    private static object Any(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) ? "x" : Activator.CreateInstance(parameter.ParameterType)!;

    [GeneratedRegex(@"^\| `(?<code>[a-z0-9-]+)` \| (?<severity>error|warning|hint) \|", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
