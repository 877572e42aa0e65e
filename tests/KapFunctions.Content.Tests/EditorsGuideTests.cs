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
        var problem = Assert.Single(ProblemsOf(path, example), problem => problem.Code == code);
        Assert.DoesNotContain("{0}", problem.Message + problem.Mend, StringComparison.Ordinal);
        Assert.InRange(problem.Line, 1, example.Split('\n').Length);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Doing_literally_what_a_problem_asks_for_mends_it(string code, string path, string example)
    {
        if (Mends.OtherFile.Contains(code))
        {
            return;
        }
        var mend = ProblemsOf(path, example).First(problem => problem.Code == code).Mend;
        var mended = example;
        foreach (var (written, then) in Mends.All[code])
        {
            mended = mended.Replace(written, then, StringComparison.Ordinal);
        }
        Assert.NotEqual(example, mended);

        var left = ProblemsOf(path, mended).Where(problem => problem.Severity != Severity.Hint || problem.Code == code);

        Assert.True(!left.Any(), $"{mend}\n{string.Join('\n', left)}");
        if (Quoted().Match(mend) is { Success: true } asked)
        {
            Assert.Contains(asked.Groups["text"].Value, mended, StringComparison.Ordinal);
        }
    }

    private static IReadOnlyList<Problem> ProblemsOf(string path, string text)
    {
        var file = new SourceFile(path, Encoding.UTF8.GetBytes(text));
        return ContentPaths.KindOf(path) switch
        {
            ContentKind.Site => SiteParser.Parse(file).Problems,
            ContentKind.Redirects => RedirectsParser.Parse(file).Problems,
            ContentKind.Theme => ThemeChecker.Check(file),
            _ => PostRenderer.Render(file, new()).Problems,
        };
    }

    /// <summary>A mend that is one thing to write, and nothing else.</summary>
    [GeneratedRegex(@"^Write ""(?<text>[^""]+)""\.$", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

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
