using System.Text.Json;

namespace KapFunctions.Cli.Tests;

/// <summary><c>kap check</c>: everything that is wrong, where, and how to mend it.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly Desk desk = new();

    [Fact]
    public async Task Redirects_are_checked_beside_the_posts_that_they_lead_away_from()
    {
        desk.Write("posts/a.md", "# A\n\nText.\n").Write("redirects.yaml", "/old/: /a/\n/a/: /b/\n/c/: nowhere\n");

        var check = await desk.TypeAsync("check", ".");

        Assert.Contains(check.About("redirects.yaml:2:1"), line => line.Contains("redirect-hidden"));
        Assert.Contains(check.About("redirects.yaml:3:1"), line => line.Contains("redirect-value"));
    }

    [Fact]
    public async Task A_folder_in_order_is_silent_but_for_its_count()
    {
        desk.Write("posts/a.md", "---\ntitle: A\n---\nText.").Write("site.yaml", "title: Mine");

        var typed = await desk.TypeAsync("check");

        Assert.Equal((0, "2 files: 0 errors, 0 warnings, 0 hints\n"), (typed.Code, typed.Out));
    }

    [Fact]
    public async Task A_problem_is_told_with_its_place_and_its_mend()
    {
        desk.Write("site/posts/a.md", "---\ntitle: A\n---\n\nSee ![](/media/a.png)").Write("site/media/a.png", "png");

        var typed = await desk.TypeAsync("check", "site");

        Assert.Equal(0, typed.Code);
        Assert.StartsWith("site/posts/a.md:5:7: warning image-alt-missing: The picture", typed.Lines[0]);
        Assert.StartsWith("    Say what it shows", typed.Lines[1]);
    }

    [Fact]
    public async Task A_template_that_cannot_be_used_is_found_before_it_is_pushed()
    {
        desk.Write("site/theme/post.liquid", "<p>\n  {{ post.title | shout }}\n</p>")
            .Write(
                "site/theme/layout.liquid",
                "{% for i in (1..1000) %}{% for j in (1..1000) %}{% endfor %}{% endfor %}"
            )
            .Write("site/theme/list.liquid", "{{ title }}")
            .Write("site/theme/notes.docx", "Notes");

        var typed = await desk.TypeAsync("check", "site");

        Assert.Equal(1, typed.Code);
        Assert.Contains("site/theme/post.liquid:2:17: error theme-template: The template cannot be used", typed.Out);
        Assert.Contains("site/theme/layout.liquid:1:1: error theme-template:", typed.Out);
        Assert.Contains("site/theme/notes.docx:1:1: error theme-file-type:", typed.Out);
        Assert.DoesNotContain("list.liquid", typed.Out);
    }

    [Fact]
    public async Task An_error_fails_the_check_and_a_warning_does_only_when_asked()
    {
        desk.Write("warned/posts/a.md", "# A\n\n{{ site.title }}").Write("broken/posts/a.md", "---\ntitle: A\n\nText.");

        Assert.Equal(0, (await desk.TypeAsync("check", "warned")).Code);
        Assert.Equal(1, (await desk.TypeAsync("check", "warned", "--strict")).Code);
        Assert.Equal(1, (await desk.TypeAsync("check", "broken")).Code);
    }

    [Fact]
    public async Task Calling_it_wrongly_is_another_failure_than_finding_something()
    {
        Assert.Equal(2, (await desk.TypeAsync("check", "--fromat", "sarif")).Code);
        Assert.Equal(2, (await desk.TypeAsync("check", "--format", "html")).Code);
        var typed = await desk.TypeAsync("check", "nowhere");
        Assert.Equal(2, typed.Code);
        Assert.Contains("There is no folder", typed.Errors);
    }

    [Fact]
    public async Task Links_and_pictures_that_lead_nowhere_are_found_at_their_line()
    {
        desk.Write(
            "posts/2024/a.md",
            "# A\n\n[good](../b.md), [bad](../c.md),\n[[B]] and [[Nobody]]\n\n![x](/media/no.png)\n\n![y](beside.png)"
        );
        desk.Write("posts/b.md", "---\ntitle: B\nimage: /media/cover.jpg\n---\n[self](#here)\n\n## Here")
            .Write("media/cover.jpg", "jpg");

        var typed = await desk.TypeAsync("check");

        Assert.Equal(
            [
                "posts/2024/a.md:3:27: warning link-target-missing",
                "posts/2024/a.md:4:13: warning link-title-missing",
                "posts/2024/a.md:6:13: warning media-missing",
                "posts/2024/a.md:8:6: warning media-elsewhere",
            ],
            typed.About("posts/").Select(line => string.Join(':', line.Split(':')[..4]))
        );
    }

    [Fact]
    public async Task Two_files_that_want_one_address_are_an_error_of_the_second()
    {
        desk.Write("posts/b.md", "---\nslug: same\ntitle: B\n---\nText.")
            .Write("posts/a.md", "---\nslug: same\ntitle: A\n---\nText.");

        var typed = await desk.TypeAsync("check");

        Assert.Equal(1, typed.Code);
        Assert.StartsWith(
            "posts/b.md:1:1: error slug-taken: The address \"same\" belongs to posts/a.md",
            typed.Lines[0]
        );
    }

    [Fact]
    public async Task The_settings_of_the_site_are_checked_and_used()
    {
        desk.Write("site.yaml", "title: Mine\nlogo: media/logo.png\ntimezone: Moon/Crater\naliases: titles");
        desk.Write("posts/a.md", "---\ntitle: A\naliases: [Alpha]\n---\n[[alpha]]");

        var typed = await desk.TypeAsync("check");

        Assert.Equal(
            ["site.yaml:2:13: warning media-missing", "site.yaml:3:1: warning site-value"],
            typed.About("site").Select(line => string.Join(':', line.Split(':')[..4]))
        );
        Assert.DoesNotContain("posts/a.md", typed.Out);
    }

    [Fact]
    public async Task The_order_of_the_report_is_that_of_the_paths_and_lines()
    {
        for (var i = 0; i < 200; i++)
        {
            desk.Write($"posts/p{i:000}.md", $"---\ntitle: P{i}\n---\n{{{{ x }}}}\n\n![](/media/a.png)");
        }

        var first = await desk.TypeAsync("check");
        var again = await desk.TypeAsync("check");

        Assert.Equal(first.Out, again.Out);
        var places = first.About("posts/").Select(line => line.Split(" ")[0]).ToList();
        Assert.Equal(600, places.Count);
        Assert.Equal(
            ["posts/p000.md:4:1:", "posts/p000.md:6:3:", "posts/p000.md:6:12:", "posts/p001.md:4:1:"],
            places[..4]
        );
        Assert.Equal("posts/p199.md:6:12:", places[^1]);
    }

    [Fact]
    public async Task What_an_author_wrote_cannot_colour_or_rewrite_the_terminal()
    {
        desk.Write("posts/a.md", "# A\n\n[bold](javascript:[red]x[/])");
        if (!OperatingSystem.IsWindows())
        {
            desk.Write("posts/\u001b[31mred.md", "Text.");
        }

        var typed = await desk.TypeAsync("check");

        Assert.DoesNotContain('\u001b', typed.Out);
        Assert.Contains("[red]x[/]", typed.Out);
    }

    [Fact]
    public async Task GitHub_shows_each_problem_beside_its_line()
    {
        desk.Write("posts/a, b.md", "---\ntitle: 100%\nslug: x\n---\n![](/media/a.png)").Write("media/a.png", "png");

        var typed = await desk.TypeAsync("check", "--format", "github");

        Assert.Equal(
            "::warning file=posts/a%2C b.md,line=5,col=3,title=image-alt-missing::The picture \"media/a.png\" has no text for people who cannot see it. Say what it shows: ![what it shows](…).",
            Assert.Single(typed.Lines)
        );
    }

    [Fact]
    public async Task Sarif_names_each_problem_its_rule_and_its_place()
    {
        desk.Write("posts/a b.md", "---\ntitle: A\n\nText.").Write("posts/c.md", "# C\n\n![](/media/é.png)");

        var typed = await desk.TypeAsync("check", "--format", "sarif");

        using var sarif = JsonDocument.Parse(typed.Out);
        var run = Assert.Single(sarif.RootElement.GetProperty("runs").EnumerateArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        var rules = driver
            .GetProperty("rules")
            .EnumerateArray()
            .Select(rule => rule.GetProperty("id").GetString())
            .ToList();
        Assert.Equal(
            ("2.1.0", "kap"),
            (sarif.RootElement.GetProperty("version").GetString(), driver.GetProperty("name").GetString())
        );
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(
            ["front-matter-unclosed", "image-alt-missing", "media-missing"],
            results.Select(result => result.GetProperty("ruleId").GetString())
        );
        Assert.All(
            results,
            result =>
                Assert.Equal(
                    result.GetProperty("ruleId").GetString(),
                    rules[result.GetProperty("ruleIndex").GetInt32()]
                )
        );
        Assert.Equal(
            ["error", "warning", "warning"],
            results.Select(result => result.GetProperty("level").GetString())
        );
        var place = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("posts/a%20b.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(
            3,
            results[1]
                .GetProperty("locations")[0]
                .GetProperty("physicalLocation")
                .GetProperty("region")
                .GetProperty("startLine")
                .GetInt32()
        );
        Assert.Equal(1, typed.Code);
    }

    [Fact]
    public async Task Files_that_are_not_content_are_named_and_temporary_ones_are_not_even_looked_at()
    {
        desk.Write("posts/a.md", "# A\n\nText.")
            .Write("README.txt", "x")
            .Write(".git/config", "x")
            .Write("posts/a.md~", "x");

        var typed = await desk.TypeAsync("check");

        Assert.Equal("1 file: 0 errors, 0 warnings, 0 hints\n", typed.Out);
        Assert.Contains("1 other file (such as README.txt)", typed.Errors);
    }

    public void Dispose() => desk.Dispose();
}
