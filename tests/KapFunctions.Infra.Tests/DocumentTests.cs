using System.Text.RegularExpressions;

namespace KapFunctions.Infra.Tests;

public sealed partial class DocumentTests
{
    private static readonly string Operations = Repository.Read("docs/operations.md");
    private static readonly string Security = Repository.Read("docs/security.md");

    [Fact]
    public void Every_alert_has_a_section_that_says_what_to_do()
    {
        var alerts = Golden
            .Resources("everything", "Microsoft.Insights/scheduledQueryRules")
            .Concat(Golden.Resources("everything", "Microsoft.Insights/metricAlerts"))
            .Select(rule => Golden.NameOf(rule)[..Golden.NameOf(rule).LastIndexOf('-')]);
        Assert.All(alerts, alert => Assert.Contains($"\n### {alert}\n", Operations, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_variable_that_a_site_is_made_from_is_explained()
    {
        var variables = Variable()
            .Matches(Repository.Read("infra/main.bicepparam"))
            .Select(match => match.Groups[1].Value);
        Assert.All(variables, variable => Assert.Contains($"`{variable}`", Operations, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docs/operations.md")]
    [InlineData("docs/security.md")]
    public void Files_that_a_document_names_exist(string document)
    {
        var files = FileName().Matches(Repository.Read(document)).Select(match => match.Groups[1].Value).Distinct();
        Assert.All(files, file => Assert.True(Path.Exists(Repository.PathOf(file)), $"{document} names {file}."));
    }

    [Fact]
    public void Every_threat_names_a_test_that_exists()
    {
        var tests = Directory
            .EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Declared().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);
        var rows = Security
            .Split("\n## Threats")[1]
            .Split("\n## ")[0]
            .Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal));

        Assert.All(
            rows.Skip(1),
            row =>
            {
                var named = Quoted().Matches(row.Split('|')[3]).Select(match => match.Groups[1].Value).ToArray();
                Assert.NotEmpty(named);
                Assert.All(
                    named,
                    name =>
                        Assert.True(
                            tests.Contains(name) || File.Exists(Repository.PathOf(name)),
                            $"{row}\nnames {name}."
                        )
                );
            }
        );
    }

    [GeneratedRegex(@"(?:class|Task|void) (\w+)")]
    private static partial Regex Declared();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex Variable();

    [GeneratedRegex(@"`((?:infra|src|tests|docs|samples|\.github)/[\w./-]+)`")]
    private static partial Regex FileName();
}
