using System.Net;
using KapFunctions.Content.Themes;
using KapFunctions.Publishing.Repair;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests;

/// <summary>A site's own theme takes the place of the built-in one file by file, and a mistake in it never takes a page down.</summary>
public sealed class ThemeTests
{
    [Fact]
    public async Task A_file_of_the_theme_takes_the_place_of_the_built_in_one_until_it_goes()
    {
        await using var site = await StartAsync();

        await site.UploadAsync(
            "theme/parts/links.liquid",
            "<nav>{% for o in posts %}[{{ o.title }}]{% endfor %}</nav>"
        );
        var own = await site.WaitAsync("/archive/", reply => reply.Body.Contains("<nav>[Walk]</nav>"));
        await site.DeleteAsync("theme/parts/links.liquid");
        var builtIn = await site.WaitAsync("/archive/", reply => reply.Body.Contains("<ul class=\"links\">"));

        Assert.Contains("site-header", own.Body);
        Assert.Contains("Walk", builtIn.Body);
    }

    [Fact]
    public async Task A_broken_template_leaves_the_last_good_version_and_is_reported_with_its_line()
    {
        await using var site = await StartAsync();
        await site.UploadAsync("theme/post.liquid", "<p>first {{ post.title }}</p>");
        await site.WaitAsync("/walk/", reply => reply.Body.Contains("<p>first Walk</p>"));

        await site.UploadAsync("theme/post.liquid", "<p>second\n  {{ post.title | shout }}</p>");
        var problem = Assert.Single(await site.WaitForProblemsAsync("theme/post.liquid"));

        Assert.Equal("theme-template", problem.GetProperty("code").GetString());
        Assert.Equal(2, problem.GetProperty("line").GetInt32());
        Assert.True(problem.GetProperty("column").GetInt32() > 1);
        Assert.Contains("shout", problem.GetProperty("message").GetString());
        Assert.Contains("<p>first Walk</p>", (await site.GetAsync("/walk/")).Body);
    }

    [Fact]
    public async Task A_template_that_was_never_good_leaves_the_built_in_one()
    {
        await using var site = await StartAsync();

        await site.UploadAsync("theme/layout.liquid", "{% if %}");
        var problem = Assert.Single(await site.WaitForProblemsAsync("theme/layout.liquid"));

        Assert.Equal(1, problem.GetProperty("line").GetInt32());
        Assert.Contains("site-header", (await site.GetAsync("/walk/")).Body);
    }

    [Fact]
    public async Task A_template_that_fails_on_a_page_is_replaced_there_and_reported()
    {
        await using var site = await StartAsync();

        var start = await CursorAsync(site);

        // It includes what is not there, which no look at the file alone can tell: it may be uploaded next.
        await site.UploadAsync("theme/post.liquid", "{% include 'later' %}<p>{{ post.title }}</p>");
        await site.UploadAsync(
            "theme/parts/card.liquid",
            "{% if post.title == 'Walk' %}{% include 'never' %}{% endif %}"
        );
        await WaitForChangesAsync(site, start, 2);
        await site.UploadAsync("theme/missing.liquid", "<p>not here</p>");
        await site.WaitAsync("/none/", reply => reply.Body.Contains("<p>not here</p>"));

        Assert.Contains("class=\"prose\"", (await site.GetAsync("/walk/")).Body);
        Assert.Contains("class=\"card\"", (await site.GetAsync("/")).Body);
        Assert.Contains("later", Assert.Single(await site.WaitForProblemsAsync("theme/post.liquid")).ToString());
        Assert.Contains("never", Assert.Single(await site.WaitForProblemsAsync("theme/parts/card.liquid")).ToString());

        await site.UploadAsync("theme/later.liquid", "<hr>");
        await site.WaitAsync("/walk/", reply => reply.Body.Contains("<hr><p>Walk</p>"));
    }

    [Fact]
    public async Task Styles_pictures_and_fonts_have_their_type_their_policy_and_a_name_of_their_own()
    {
        await using var site = await StartAsync();
        await site.UploadAsync("theme/site.css", "body{color:red}");
        await site.UploadAsync("theme/fonts/a.woff2", "2");
        await site.UploadAsync(
            "theme/logo.svg",
            "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
        );
        await site.UploadAsync("theme/page.html", "<script>alert(1)</script>");
        await site.WaitAsync("/assets/site.css", reply => reply.Body == "body{color:red}");
        await site.UploadAsync(
            "theme/layout.liquid",
            "{{ assets['site.css'] }} {{ assets['fonts/a.woff2'] }} {{ assets['logo.svg'] }}"
        );
        var page = await site.WaitAsync(
            "/walk/",
            reply => reply.Body.Contains("/site-") && reply.Body.Contains("/a-") && reply.Body.Contains("/logo-")
        );
        var replies = await Task.WhenAll(page.Body.Split(' ').Select(address => site.GetAsync(address)));

        Assert.Equal(
            ["text/css; charset=utf-8", "font/woff2", "image/svg+xml"],
            replies.Select(reply => reply.Headers["Content-Type"])
        );
        Assert.All(
            replies,
            reply =>
            {
                Assert.Equal("public, max-age=31536000, immutable", reply.Headers["Cache-Control"]);
                Assert.Equal("nosniff", reply.Headers["X-Content-Type-Options"]);
            }
        );
        Assert.Equal("body{color:red}", replies[0].Body);
        Assert.Contains("sandbox", replies[2].Headers["Content-Security-Policy"]);
        Assert.Contains("script-src 'self'", page.Headers["Content-Security-Policy"]);
        Assert.Equal(404, (await site.GetAsync("/assets/page.html")).Status);
        Assert.Equal(
            "theme-file-type",
            Assert.Single(await site.WaitForProblemsAsync("theme/page.html")).GetProperty("code").GetString()
        );
    }

    [Theory]
    [InlineData("theme/menu.js")]
    [InlineData("theme/search.js")]
    [InlineData("theme/MENU.JS")]
    public async Task A_theme_brings_no_script_and_changes_none(string path)
    {
        await using var site = await StartAsync();
        await site.UploadAsync(path, "alert(1)");

        var problem = Assert.Single(await site.WaitForProblemsAsync(path));

        Assert.Equal("theme-script", problem.GetProperty("code").GetString());
        var reply = await site.GetAsync("/assets/" + path["theme/".Length..]);
        Assert.DoesNotContain("alert", reply.Body);
    }

    [Fact]
    public async Task A_page_of_another_theme_gets_the_style_as_it_is_now_and_does_not_keep_it()
    {
        await using var site = await StartAsync();
        var before = (await site.GetAsync("/")).Body;
        var start = before.IndexOf("/assets/site-", StringComparison.Ordinal);
        var address = before[start..before.IndexOf('"', start)];

        await site.UploadAsync("theme/site.css", "body{color:red}");
        var now = await site.WaitAsync(address, reply => reply.Body == "body{color:red}");

        Assert.StartsWith("public, max-age=0", now.Headers["Cache-Control"]);
        Assert.Equal(404, (await site.GetAsync("/assets/none-0123456789ab.css")).Status);
    }

    [Fact]
    public async Task A_change_of_the_theme_stands_in_the_log_and_every_instance_shows_it()
    {
        await using var site = await StartAsync();
        await using var other = await TestSite.StartAsync(site.ConnectionString);
        var start = await CursorAsync(site);

        await site.UploadAsync("theme/missing.liquid", "<p>nothing here</p>");

        await site.WaitAsync("/none/", reply => reply.Body.Contains("<p>nothing here</p>"));
        await other.WaitAsync("/none/", reply => reply.Body.Contains("<p>nothing here</p>"));
        await WaitForChangesAsync(site, start, 1);
    }

    [Fact]
    public async Task A_theme_survives_a_rebuild_and_a_lost_index_byte_for_byte()
    {
        await using var site = await StartAsync();
        await site.UploadAsync("theme/post.liquid", "<p>good {{ post.title }}</p>");
        await site.UploadAsync("theme/site.css", "body{}");
        await site.WaitAsync("/assets/site.css", reply => reply.Body == "body{}");
        var before = await site.WaitAsync("/walk/", reply => reply.Body.Contains("<p>good Walk</p>"));
        await site.UploadAsync("theme/post.liquid", "{% broken");
        await site.WaitForProblemsAsync("theme/post.liquid");

        await site.Services.GetRequiredService<Rebuilder>().StartAsync(CancellationToken.None);
        await site.Services.GetRequiredService<Reconciler>().RunAsync(CancellationToken.None);
        Assert.Equal(before.Body, (await site.GetAsync("/walk/")).Body);

        await site.Storage.Index.DeleteAsync();
        await site.Services.GetRequiredService<Reconciler>().RunAsync(CancellationToken.None);
        await using var fresh = await TestSite.StartAsync(site.ConnectionString);
        Assert.Equal(before.Body, (await fresh.WaitAsync("/walk/", HttpStatusCode.OK)).Body);
    }

    [Fact]
    public async Task A_file_that_storage_lost_is_read_again_and_no_page_is_wrong_meanwhile()
    {
        await using var site = await StartAsync();
        await site.UploadAsync("theme/post.liquid", "<p>own {{ post.title }}</p>");
        await site.WaitAsync("/walk/", reply => reply.Body.Contains("<p>own Walk</p>"));
        await foreach (var blob in site.Storage.Rendered.GetBlobsAsync(new() { Prefix = "good/" }))
        {
            await site.Storage.Rendered.DeleteBlobAsync(blob.Name);
        }

        await using var fresh = await TestSite.StartAsync(site.ConnectionString);
        var first = await fresh.GetAsync("/walk/");
        await fresh.WaitAsync("/walk/", HttpStatusCode.OK);

        Assert.True(first.Status == 503 || first.Body.Contains("<p>own Walk</p>"), first.Body);
        Assert.Contains("<p>own Walk</p>", (await fresh.GetAsync("/walk/")).Body);
    }

    [Fact]
    public async Task A_name_that_cannot_be_addressed_is_reported()
    {
        await using var site = await StartAsync();
        await site.UploadRawAsync("theme/x/%2E%2E/site.css", "body{}");

        var problem = Assert.Single(await site.WaitForProblemsAsync("theme/x/../site.css"));
        Assert.Equal("path-not-addressable", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Pages_give_templates_every_value_that_they_are_tried_with_and_that_the_guide_lists()
    {
        await using var site = await StartAsync();
        await site.UploadAsync(
            "site.yaml",
            "title: S\nlanguages: [en, fr]\nauthors:\n  - name: Jane\n    slug: jane\n    profile_image: media/jane.webp\ndisclaimer: None.\n"
                + "cover_image: media/lake.png\ncrisis:\n  name: Lifeline\n  number: 555-0100\nfields:\n  mood: text\n"
        );
        await site.UploadAsync("pages/about.md", "Us.\n\n::: {.latest}\n:::\n");
        for (var i = 0; i < 11; i++)
        {
            await site.UploadAsync(
                $"posts/p{i}.md",
                $"---\ntitle: P{i}\ntags: [Calm]\ndate: 2024-03-{i + 1:00}\n---\nWords."
            );
        }

        await site.UploadAsync("media/lake.png", BinaryData.FromBytes(TestPicture.Png(1000, 500)));
        await site.UploadAsync("theme/layout.liquid", Probe("", ThemeSample.Page));
        await site.UploadAsync(
            "theme/post.liquid",
            Probe("post.", (IReadOnlyDictionary<string, object?>)ThemeSample.Page["post"]!)
        );
        await site.UploadAsync(
            "posts/full.md",
            """
            ---
            title: Full
            date: 2024-03-10
            updated: 2024-04-01
            summary: What it is about.
            tags: [Calm]
            authors: [jane]
            image: media/lake.png
            image_alt: A lake.
            image_caption: The lake.
            focus: 40% 30%
            mood: calm
            featured: true
            reviewed: 2024-05-02
            reviewed_by: Dr Doe
            sources:
              - title: A study
                url: https://example.org/study
            ---
            ## One

            Words.
            """
        );
        await site.WaitAsync("/search/?q=words", reply => reply.Body.Contains(" hits "));
        await site.WaitAsync("/author/jane/", reply => reply.Body.Contains(" portrait "));
        await site.WaitAsync("/full/", reply => reply.Body.Contains("post.newer"));
        await site.WaitAsync("/full/", reply => reply.Body.Contains("post.image_sources"));
        await site.WaitAsync("/about/", reply => reply.Body.Contains(" latest "));
        var seen = new HashSet<string>();
        foreach (
            var page in new[]
            {
                "/",
                "/page/2/",
                "/full/",
                "/about/",
                "/archive/",
                "/search/?q=words",
                "/none/",
                "/author/jane/",
            }
        )
        {
            seen.UnionWith((await site.GetAsync(page)).Body.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        var known = ThemeSample
            .Page.Keys.Concat(
                ((IReadOnlyDictionary<string, object?>)ThemeSample.Page["post"]!).Keys.Select(key => "post." + key)
            )
            .Order(StringComparer.Ordinal);
        Assert.Equal(known, seen.Order(StringComparer.Ordinal));
    }

    /// <summary>A template that writes the names of the values that are there.</summary>
    private static string Probe(string prefix, IReadOnlyDictionary<string, object?> values) =>
        string.Concat(values.Keys.Select(key => $"{{% if {prefix}{key} != nil %}} {prefix}{key} {{% endif %}}"))
        + (prefix.Length == 0 ? "{% if content contains 'post.' %}{{ content | raw }}{% endif %}" : "");

    private static async Task<string> CursorAsync(TestSite site) =>
        (await site.GetAsync("/api/changes")).Json.GetProperty("next").GetString()!;

    private static Task<Reply> WaitForChangesAsync(TestSite site, string since, int count) =>
        site.WaitAsync(
            $"/api/changes?since={since}",
            reply =>
                reply
                    .Json.GetProperty("changes")
                    .EnumerateArray()
                    .Count(change => change.GetProperty("kind").GetString() == "theme") == count
        );

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/walk.md", "---\ntitle: Walk\ndate: 2024-02-01\n---\nA walk.");
        await site.WaitAsync("/walk/", HttpStatusCode.OK);
        return site;
    }
}
