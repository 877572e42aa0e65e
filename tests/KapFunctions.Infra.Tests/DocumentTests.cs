using System.Text.RegularExpressions;

namespace KapFunctions.Infra.Tests;

public sealed partial class DocumentTests
{
    private static readonly string Operations = Repository.Read("docs/operations.md");

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

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex Variable();

    [GeneratedRegex(@"`((?:infra|src|tests|docs|samples|\.github)/[\w./-]+)`")]
    private static partial Regex FileName();
}
