using System.Text.RegularExpressions;

namespace KapFunctions.Infra.Tests;

public sealed partial class DocumentTests
{
    private static readonly string Operations = Repository.Read("docs/operations.md");
    private static readonly string Security = Repository.Read("docs/security.md");

    private static readonly Lazy<HashSet<string>> Tests = new(() =>
        [
            .. Directory
                .EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
                .SelectMany(file => Declared().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)),
        ]
    );

    [Fact]
    public void Every_alert_has_a_section_that_says_what_to_do()
    {
        var alerts = Golden
            .Resources("everything", "Microsoft.Insights/scheduledQueryRules")
            .Concat(Golden.Resources("everything", "Microsoft.Insights/metricAlerts"))
            .Select(rule => Golden.NameOf(rule)[..Golden.NameOf(rule).LastIndexOf('-')]);
        // One rule asks for several things, and names each by its section.
        var named = NamedByQuery()
            .Matches(Repository.Read("infra/queries/publishing.kql"))
            .Select(match => match.Groups[1].Value);
        Assert.All(
            alerts.Concat(named),
            alert => Assert.Contains($"\n### {alert}\n", Operations, StringComparison.Ordinal)
        );
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

    [Theory]
    [InlineData("Ways in")]
    [InlineData("Threats, and what holds them")]
    public void Every_way_in_and_every_threat_names_the_tests_that_hold_it(string section)
    {
        var rows = SectionOf(section)
            .Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1);

        Assert.All(
            rows.Select(row => row.Split('|')[3]).Where(tests => tests != " the platform's own "),
            tests =>
            {
                var named = Quoted().Matches(tests).Select(match => match.Groups[1].Value).ToArray();
                Assert.NotEmpty(named);
                Assert.All(named, name => Assert.True(IsTest(name), $"No test is called {name}."));
            }
        );
    }

    [Fact]
    public void Everything_that_is_promised_before_a_click_names_a_test_that_holds_it()
    {
        var promises = SectionOf("Before a click")
            .Split("\n\n")
            .Single(part => part.StartsWith("- ", StringComparison.Ordinal));

        Assert.All(
            promises.Split("\n- "),
            promise => Assert.Contains(Quoted().Matches(promise), match => IsTest(match.Groups[1].Value))
        );
    }

    private static string SectionOf(string name) => Security.Split($"\n## {name}\n")[1].Split("\n## ")[0];

    private static bool IsTest(string name) => Tests.Value.Contains(name) || File.Exists(Repository.PathOf(name));

    [GeneratedRegex(@"(?:class|Task|void) (\w+)")]
    private static partial Regex Declared();

    [GeneratedRegex("Alert = \"([\\w-]+)\"")]
    private static partial Regex NamedByQuery();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex Variable();

    [GeneratedRegex(@"`((?:infra|src|tests|docs|samples|\.github)/[\w./-]+)`")]
    private static partial Regex FileName();
}
