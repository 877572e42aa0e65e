using System.Text;
using System.Text.RegularExpressions;
using KapFunctions.Content.Html;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Redirects;
using KapFunctions.Content.Site;
using KapFunctions.Content.Sources;
using KapFunctions.Content.Themes;

namespace KapFunctions.Content.Tests;

/// <summary><c>docs/editors.md</c> lists every problem, and each of its examples has the problem it stands for.</summary>
public sealed partial class EditorsGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "editors.md"))
        .ReplaceLineEndings("\n");

    public static TheoryData<string, string, string> Examples()
    {
        var examples = new TheoryData<string, string, string>();
        foreach (Match section in Section().Matches(Guide))
        {
            if (section.Groups["path"].Success)
            {
                examples.Add(
                    section.Groups["code"].Value,
                    section.Groups["path"].Value,
                    section.Groups["example"].Value
                );
            }
        }
        return examples;
    }

    [Fact]
    public void The_guide_lists_every_problem_with_its_severity_and_no_other()
    {
        var listed = Section()
            .Matches(Guide)
            .Select(section => $"{section.Groups["code"].Value} {section.Groups["severity"].Value}");
        var known = ProblemCatalog.All.Select(kind => $"{kind.Code} {kind.Severity.ToString().ToLowerInvariant()}");

        Assert.Equal(known.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_guide_lists_every_element_that_stays()
    {
        var listed = Elements()
            .Match(Guide)
            .Groups["names"]
            .Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(HtmlRules.Elements.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_has_the_problem_it_stands_for(string code, string path, string example)
    {
        var file = new SourceFile(path, Encoding.UTF8.GetBytes(example));
        var problems = ContentPaths.KindOf(path) switch
        {
            ContentKind.Site => SiteParser.Parse(file).Problems,
            ContentKind.Redirects => RedirectsParser.Parse(file).Problems,
            ContentKind.Theme => ThemeChecker.Check(file),
            _ => PostRenderer.Render(file, new()).Problems,
        };

        var problem = Assert.Single(problems, problem => problem.Code == code);
        Assert.DoesNotContain("{0}", problem.Message + problem.Mend, StringComparison.Ordinal);
        Assert.InRange(problem.Line, 1, example.Split('\n').Length);
    }

    [GeneratedRegex(
        @"^#### `(?<code>[a-z0-9-]+)` \((?<severity>\w+)\)\n\n([^\n]+\n)+(\n````md (?<path>\S+)\n(?<example>.*?)\n````\n)?",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Section();

    [GeneratedRegex(
        @"^```html-elements\n(?<names>.*?)\n```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Elements();
}
