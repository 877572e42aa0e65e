using System.Text;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;
using KapFunctions.Content.Themes;

namespace KapFunctions.Content.Tests.Themes;

/// <summary>Templates are written by people: mistakes have a place, and none of them stalls or fills the machine.</summary>
public sealed class TemplateTests
{
    private static readonly TemplateClock Clock = new(TimeZoneInfo.Utc, DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData("{% if post.title %}\nno end", 2, "endif")]
    [InlineData("one\n  {{ post.title | shout }}", 2, "There is no filter shout")]
    [InlineData("one\ntwo {% frobnicate %}", 2, "frobnicate")]
    [InlineData("<p>{{ post.title }</p>\n", 1, "")]
    [InlineData("\n\n{% for i in (1..2000000000) %}{% endfor %}", 3, "A range has more than 1000 numbers")]
    [InlineData("\n{% if \"%}\" == (1..2000000000) %}{% endif %}", 2, "A range has more than 1000 numbers")]
    [InlineData(
        "{% assign n = 2000000000 %}{% for i in (1..n) %}{% endfor %}",
        1,
        "A range has more than 1000 numbers"
    )]
    [InlineData("{% tablerow post in posts %}{% endtablerow %}", 1, "tablerow")]
    public void A_mistake_has_a_line_and_a_reason(string text, int line, string reason)
    {
        var problem = Assert.Single(Check("theme/post.liquid", text));

        Assert.Equal(("theme-template", Severity.Error, line), (problem.Code, problem.Severity, problem.Line));
        Assert.True(problem.Column > 0);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{% for a in (1..1000) %}{% for b in (1..1000) %}{{ a }}{% endfor %}{% endfor %}")]
    [InlineData("{% include 'bomb' %}")]
    [InlineData("{% render 'bomb' %}")]
    [InlineData(
        "{% assign s = 'aaaaaaaa' %}{% for i in (1..100) %}{% assign s = s | append: s %}{% endfor %}{{ s | size }}"
    )]
    [InlineData(
        "{% assign s = 'aaaaaaaa' %}{% for i in (1..100) %}{% capture s %}{{ s }}{{ s }}{% endcapture %}{% endfor %}"
    )]
    [InlineData(
        "{% assign s = 'aaaaaaaa' %}{% for i in (1..17) %}{% assign s = s | append: s %}{% endfor %}{{ s | replace: 'a', s }}"
    )]
    [InlineData(
        "{% assign s = 'a,a' %}{% for i in (1..14) %}{% assign s = s | append: s %}{% endfor %}{% assign l = s | split: ',' %}{{ l | join: s }}"
    )]
    [InlineData(
        "{% assign l = 'a,a' | split: ',' %}{% for i in (1..100) %}{% assign l = l | concat: l %}{% endfor %}{{ l.size }}"
    )]
    [InlineData("{{ 'now' | date: '%999999999n' }}")]
    [InlineData("{{ 1 | divided_by: 0 }}")]
    public void A_template_that_never_ends_or_grows_is_refused_soon(string text)
    {
        var before = GC.GetTotalAllocatedBytes();
        var watch = ThreadClock.Start();

        var problem = Assert.Single(Check("theme/bomb.liquid", text));

        Assert.Equal("theme-template", problem.Code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
        Assert.True(GC.GetTotalAllocatedBytes() - before < 256L << 20);
    }

    [Theory]
    [InlineData("{% if a %}", "nested")]
    [InlineData("{%raw%}{%end%}{%end%}{%endraw%}{% if a %}", "nested")]
    [InlineData("{% for a in b %}", "nested")]
    [InlineData("{% capture a %}", "nested")]
    [InlineData("{%- unless a -%}", "nested")]
    [InlineData("{% case a %}{% when 1 %}", "nested")]
    [InlineData("{% if a %}{% else %}", "nested")]
    [InlineData("liquid ", "nested", "{% ")]
    [InlineData("a[", "nested", "{{ ")]
    [InlineData("(", "nested", "{{ ")]
    [InlineData("| upcase ", "filters", "{{ a ", " }}")]
    [InlineData("or a ", "values", "{% if a ", " %}{% endif %}")]
    [InlineData(", a", "values", "{{ a | append: a", " }}")]
    [InlineData("{% elsif a %}", "values", "{% if a %}", "{% endif %}")]
    public void What_would_take_a_parser_or_a_page_down_a_thousand_calls_is_refused_while_it_is_read(
        string piece,
        string reason,
        string before = "",
        string after = ""
    )
    {
        var many = string.Concat(Enumerable.Repeat(piece, 50_000 / piece.Length));

        var problem = Assert.Single(Check("theme/post.liquid", before + many + after));

        Assert.Equal("theme-template", problem.Code);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{% if '%}' == 1 %}{% endif %}{{ '{% if %}' }}{% raw %}{% if %}{%end%}{{ (1..9) }}{% endraw %}")]
    [InlineData("{% comment %}{% if %}{{ | }}{% endcomment %}{{ \"(1..2000000000)\" }}")]
    [InlineData(
        "{% assign n = 3 %}{% for i in (1..n) %}{{ i }}{% endfor %}{{ posts[0].title | append: 'x' | upcase }}"
    )]
    public void What_only_looks_like_too_much_is_taken(string text) => Assert.Empty(Check("theme/post.liquid", text));

    /// <summary>What each template costs that is accepted at all: counts bound it, so this is a bound of a bound.</summary>
    [Theory]
    [InlineData("{% for a in (1..1000) %}{% for b in (1..9) %}{{ b }}{% endfor %}{% endfor %}")]
    [InlineData("{% for a in (1..900) %}{% for b in (1..1000) limit: 1 %}{% endfor %}{% endfor %}")]
    [InlineData("{% for a in (1..1000) %}{{ 'now' | date: '%Y' | date: '%A %B' }}{% endfor %}")]
    [InlineData(
        "{% capture s %}{% for a in (1..1000) %}aaaaaaaaaaaaaaaaaaaa{% endfor %}{% endcapture %}{% for a in (1..5) %}{% if s contains 'ab' or s == 'b' %}{% endif %}{{ s | url_encode | size }}{% endfor %}"
    )]
    [InlineData("{% for a in (1..1000) %}{% if OPERANDS %}{% endif %}{% if OPERANDS %}{% endif %}{% endfor %}")]
    public void The_dearest_templates_that_are_accepted_cost_a_quarter_of_a_second(string text)
    {
        text = text.Replace("OPERANDS", string.Join(" and ", Enumerable.Repeat("post.title == post.title", 24)));
        Check("theme/post.liquid", text);
        var watch = ThreadClock.Start();

        Assert.Empty(Check("theme/post.liquid", text));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void A_post_of_any_size_that_publishes_can_be_shown()
    {
        var html = new string('x', 8 << 20);
        var set = new TemplateSet(new Dictionary<string, string> { ["post"] = "{{ post.html | raw }}" });

        Assert.Equal(
            html.Length,
            set.Render(
                "post",
                new Dictionary<string, object?> { ["post"] = new Dictionary<string, object?> { ["html"] = html } },
                Clock
            ).Length
        );
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        string[] pieces =
        [
            "{{",
            "}}",
            "{%",
            "%}",
            "-",
            "|",
            "post",
            "if ",
            "endif",
            "for a in ",
            "(1..3)",
            "'",
            "\"",
            "[",
            "]",
            "\n",
            "é",
            "..",
            "raw",
            "endraw",
            " capture x ",
        ];
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(1, 40)).Select(_ => pieces[random.Next(pieces.Length)])
            );

            Assert.All(Check("theme/post.liquid", text), problem => Assert.InRange(problem.Line, 1, 60));
        }
    }

    [Fact]
    public void Values_are_escaped_unless_the_template_says_raw()
    {
        var set = new TemplateSet(
            new Dictionary<string, string>
            {
                ["a"] = "{{ v }}|{{ v | raw }}|{% capture c %}{{ v }}{% endcapture %}{{ c }}",
            }
        );

        Assert.Equal(
            "&lt;b&gt;|<b>|&lt;b&gt;",
            set.Render("a", new Dictionary<string, object?> { ["v"] = "<b>" }, Clock)
        );
    }

    [Fact]
    public void Templates_of_a_set_include_each_other_and_nothing_else()
    {
        var set = new TemplateSet(
            new Dictionary<string, string>
            {
                ["page"] = "{% render 'parts/card', post: v %}{% include 'parts/card' %}",
                ["parts/card"] = "[{{ post }}]",
                ["thief"] = "{% include '/etc/passwd' %}",
            }
        );

        Assert.Equal("[x][]", set.Render("page", new Dictionary<string, object?> { ["v"] = "x" }, Clock));
        var failure = Assert.Throws<TemplateFailedException>(() => set.Render("thief", ThemeSample.Page, Clock));
        Assert.Contains("/etc/passwd", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_are_written_in_the_site_s_time_zone_on_every_machine()
    {
        var set = new TemplateSet(
            new Dictionary<string, string>
            {
                ["a"] = "{{ d | time_zone: 'local' | date: '%Y-%m-%d %H' }} {{ 'now' | date: '%Y' }}",
            }
        );
        var berlin = new TemplateClock(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), DateTimeOffset.UnixEpoch);

        Assert.Equal(
            "2024-05-07 01 1970",
            set.Render("a", new Dictionary<string, object?> { ["d"] = "2024-05-06T23:00:00Z" }, berlin)
        );
    }

    [Theory]
    [InlineData("theme/site.css", "body{}", null)]
    [InlineData("theme/fonts/a.woff2", "x", null)]
    [InlineData("theme/page.html", "x", "theme-file-type")]
    [InlineData("theme/run.exe", "x", "theme-file-type")]
    [InlineData("theme/site.css", "", "source-empty")]
    [InlineData("theme/post.liquid", "", "source-empty")]
    public void A_file_is_judged_by_its_name_and_size(string path, string text, string? code) =>
        Assert.Equal(code is null ? [] : [code], Check(path, text).Select(problem => problem.Code));

    [Fact]
    public void What_is_too_large_is_refused()
    {
        var large = new SourceFile("theme/a.png", new byte[ThemeLimits.AssetBytes + 1]);
        var lengthy = new SourceFile(
            "theme/post.liquid",
            Encoding.UTF8.GetBytes(new string('x', ThemeLimits.TemplateBytes + 1))
        );

        Assert.Equal("theme-too-large", Assert.Single(ThemeChecker.Check(large)).Code);
        Assert.Equal("theme-too-large", Assert.Single(ThemeChecker.Check(lengthy)).Code);
    }

    [Fact]
    public void A_template_that_is_not_UTF8_is_refused() =>
        Assert.Equal(
            "source-not-utf8",
            Assert.Single(ThemeChecker.Check(new("theme/post.liquid", new byte[] { 0x61, 0xFF }))).Code
        );

    private static IReadOnlyList<Problem> Check(string path, string text) =>
        ThemeChecker.Check(new(path, Encoding.UTF8.GetBytes(text)));
}
