using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Site;

namespace KapFunctions.Content.Tests;

/// <summary>What a site tells its authors of besides, and what it does not.</summary>
public sealed class SiteChecksTests
{
    private const string Slips =
        "---\ntitle: A\n---\n## One\n\n#### Two\n\n[here](https://example.org) and 【4†source】\n";

    [Fact]
    public void A_check_that_is_off_tells_nobody_and_all_others_do()
    {
        var settings = Settings("checks: { heading-skipped: off, tool-mark: no, link-text-empty: on }");

        Assert.Equal(["heading-skipped", "link-text-empty", "tool-mark"], Codes(Slips, new()));
        Assert.Equal(["link-text-empty"], Codes(Slips, settings));
    }

    [Fact]
    public void Only_texts_that_do_not_pass_a_check_are_looked_at_again_when_it_is_turned_off()
    {
        var off = Settings("checks: { heading-skipped: off }");

        foreach (var (text, isAgain) in new[] { (Slips, true), ("---\ntitle: A\n---\n## One\n", false) })
        {
            var uses = Given.Rendered(text).Uses;
            Assert.Equal(isAgain, new RenderSettings().FingerprintOf(uses) != off.FingerprintOf(uses));
        }
    }

    [Theory]
    [InlineData("checks: { front-matter-syntax: off }")]
    [InlineData("checks: { heading-skiped: off }")]
    [InlineData("terms: { NDMA: \"\" }")]
    [InlineData("terms: { NDMA: { reason: why } }")]
    [InlineData("terms: { NDMA: { better: NMDA, severity: fatal } }")]
    public void What_cannot_be_turned_off_or_read_is_told(string written) =>
        Assert.Equal("site-value", Assert.Single(Parse(written).Problems).Code);

    [Theory]
    [InlineData("terms: { NDMA: NMDA }", "About NDMA.", "Write \"NMDA\".", 4, 7)]
    [InlineData("terms: { NDMA: NMDA }", "About ndma, `NDMA`, NDMAs and https://ndma.org/NDMA.", null, 0, 0)]
    [InlineData(
        "terms: { addict: person with an addiction }",
        "An\nAddict.",
        "Write \"person with an addiction\".",
        5,
        1
    )]
    [InlineData("terms: { autistic: autistic person }", "An autistic person.", null, 0, 0)]
    [InlineData("terms: { autistic: autistic person }", "They are autistic.", "Write \"autistic person\".", 4, 10)]
    [InlineData("terms: [{ word: NDMA, better: NMDA }]", "| NDMA | b |\n| - | - |\n| c | d |", "Write \"NMDA\".", 4, 3)]
    [InlineData("terms: { 鬱病: うつ病 }", "これは鬱病です。", "Write \"うつ病\".", 4, 4)]
    public void A_word_that_the_site_does_not_use_is_told_with_the_better_one(
        string terms,
        string text,
        string? mend,
        int line,
        int column
    )
    {
        var problem = Given
            .Rendered($"---\ntitle: A\n---\n{text}\n", settings: Settings(terms))
            .Problems.SingleOrDefault(problem => problem.Code == "term");

        Assert.Equal(
            (mend, line, column),
            problem is null ? (null, 0, 0) : (problem.Mend, problem.Line, problem.Column)
        );
    }

    [Fact]
    public void How_severe_a_word_is_and_why_the_site_says()
    {
        var settings = Settings("terms: { junkie: { better: patient, reason: It hurts., severity: error } }");

        var result = Given.Rendered("---\ntitle: A\n---\nA junkie, a junkie.\n", settings: settings);

        var problem = Assert.Single(result.Problems);
        Assert.Equal((Severity.Error, null), (problem.Severity, result.Post));
        Assert.Equal("\"junkie\" is a word that this site does not use (It hurts).", problem.Message);
    }

    [Fact]
    public void Terms_are_bounded_and_a_long_text_with_all_of_them_takes_no_longer_than_a_glance()
    {
        var terms = string.Join(", ", Enumerable.Range(0, 1_000).Select(n => $"word{n}: better"));
        var result = Parse($"terms: {{ {terms} }}");
        Assert.Equal(200, result.Settings!.Rendering.Terms.Count);

        var text = string.Concat(Enumerable.Repeat("word1x word2x ", 70_000));
        var clock = ThreadClock.Start();
        Given.Rendered($"---\ntitle: A\n---\n{text}\n", settings: result.Settings.Rendering);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 2);
    }

    [Theory]
    [InlineData("en", "Note", "Warning")]
    [InlineData("de-AT", "Hinweis", "Warnung")]
    [InlineData("fr", "Remarque", "Avertissement")]
    [InlineData("ja", "Note", "Warning")]
    public void Boxes_without_a_title_have_it_in_the_language_of_the_text(string language, string note, string warning)
    {
        var post = Given.Post(
            $"---\ntitle: A\nlang: {language}\n---\n> [!NOTE]\n> One.\n\n:::warning\nTwo.\n:::\n\n> [!oddity]\n> Three.\n"
        );
        var html = post.Body.Html;

        Assert.Equal("One. Two. Three.", post.Metadata.Excerpt);
        foreach (var title in (string[])[note, warning, "Oddity"])
        {
            Assert.Contains($"<p class=\"markdown-alert-title\">{title}</p>", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_table_whose_head_is_empty_has_none_and_a_head_of_one_word_stays()
    {
        var empty = Given.Html("|   |   |\n| - | -: |\n| a | 1 |\n");

        Assert.DoesNotContain("<th", empty, StringComparison.Ordinal);
        Assert.Contains("<td class=\"align-right\">1</td>", empty, StringComparison.Ordinal);
        Assert.Contains("<th", Given.Html("|   | b |\n| - | - |\n| a | 1 |\n"), StringComparison.Ordinal);
    }

    private static RenderSettings Settings(string yaml)
    {
        var result = Parse(yaml);
        Assert.Empty(result.Problems);
        return result.Settings!.Rendering;
    }

    private static SiteResult Parse(string yaml) => SiteParser.Parse(Given.File(yaml, SiteSettings.Path));

    private static IEnumerable<string> Codes(string text, RenderSettings settings) =>
        Given.Codes(Given.Rendered(text, settings: settings)).Order(StringComparer.Ordinal);
}
