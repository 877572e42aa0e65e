using System.Net;
using System.Text.RegularExpressions;
using KapFunctions.Testing;

namespace KapFunctions.Tests;

/// <summary>Readers read the site itself, without anybody having written a front end.</summary>
public sealed class SiteTests
{
    [Fact]
    public async Task A_post_s_page_says_what_it_rests_on_and_what_stands_around_it()
    {
        await using var site = await StartAsync();

        var page = await site.WaitAsync("/rest/", HttpStatusCode.OK);

        Assert.Contains("<h1 lang=\"en\" dir=\"auto\">Rest</h1>", page.Body);
        Assert.Contains("Updated: <time datetime=\"2024-04-01T00:00:00Z\">April 1, 2024</time>", page.Body);
        Assert.Contains("Reviewed by <span dir=\"auto\">Dr Doe</span> on May 2, 2024", page.Body);
        Assert.Contains("<a href=\"https://example.org/study\" rel=\"noopener\">A study</a>", page.Body);
        Assert.Contains("No medical advice.", page.Body);
        Assert.Contains("Recent posts", page.Body);
        Assert.Contains("See all", page.Body);
        Assert.Contains("id=\"top\"", page.Body);
        Assert.Contains("id=\"bottom\"", page.Body);
        Assert.Contains("MedicalWebPage", page.Body);
        Assert.Contains("property=\"og:title\" content=\"Rest\"", page.Body);
        Assert.Contains("script-src 'self'", page.Headers["Content-Security-Policy"]);
        Assert.Equal(304, (await site.GetAsync("/rest/", ("If-None-Match", page.ETag))).Status);
    }

    [Theory]
    [InlineData("/", 200, "Walk")]
    [InlineData("/tag/health/", 200, ">Health</h1>")]
    [InlineData("/author/jane/", 200, ">Jane</h1>")]
    [InlineData("/archive/", 200, "2024")]
    [InlineData("/search/", 200, "What are you looking for?")]
    [InlineData("/about/", 200, ">About</h1>")]
    [InlineData("/page/2/", 404, "cannot be found")]
    [InlineData("/tag/none/", 404, "cannot be found")]
    [InlineData("/tag/..%2f/", 404, "cannot be found")]
    [InlineData("/author/none/", 404, "cannot be found")]
    [InlineData("/nothing/here/", 404, "cannot be found")]
    [InlineData("/api/nothing", 404, "urn:kapfunctions:problem:not-found")]
    [InlineData("/assets/nothing.css", 404, "urn:kapfunctions:problem:not-found")]
    public async Task Every_address_has_its_page(string address, int status, string holds)
    {
        await using var site = await StartAsync();

        var page = await site.GetAsync(address);

        Assert.Equal(status, page.Status);
        Assert.Contains(holds, page.Body);
    }

    [Theory]
    [InlineData("/rest", "/rest/")]
    [InlineData("/tag/health", "/tag/health/")]
    [InlineData("/tag//health", "/tag/health/")]
    [InlineData("/author//a%0D%0Ab%3F%23c", "/author/a%0D%0Ab%3F%23c/")]
    [InlineData("/2016/05/19/rest/", "/rest/")]
    [InlineData("/2016/05/19/rest", "/rest/")]
    public async Task Old_and_unfinished_addresses_lead_to_the_new_one(string address, string location)
    {
        await using var site = await StartAsync();

        var reply = await site.GetAsync(address);

        Assert.Equal((301, location), (reply.Status, reply.Headers["Location"]));
    }

    [Fact]
    public async Task A_deleted_post_s_page_says_that_it_is_gone()
    {
        await using var site = await StartAsync();
        await site.DeleteAsync("posts/walk.md");

        var page = await site.WaitAsync("/walk/", HttpStatusCode.Gone);

        Assert.Contains("This page is gone", page.Body);
    }

    [Fact]
    public async Task What_an_author_writes_stays_text()
    {
        await using var site = await StartAsync();
        var title = "<script>alert(1)</script> \u202E\u05E9\u05DC\u05D5\u05DD " + new string('x', 400);
        await site.UploadAsync(
            "posts/odd.md",
            $"---\ntitle: '{title}'\nslug: odd\ndescription: '\"><img src=x onerror=alert(1)>'\ntags: ['../', '<b>']\n---\n![](missing.png)"
        );

        var page = await site.WaitAsync("/odd/", HttpStatusCode.OK);
        var home = await site.GetAsync("/");

        Assert.DoesNotContain("<script>alert", page.Body + home.Body);
        Assert.DoesNotContain("<img src=x", page.Body + home.Body);
        Assert.Contains("&lt;script&gt;alert(1)", page.Body);
        var tags = Regex.Matches(page.Body, "href=\"(/tag/[^\"]*)\"").Select(tag => tag.Groups[1].Value).ToHashSet();
        Assert.NotEmpty(tags);
        Assert.All(tags, tag => Assert.DoesNotContain("..", tag));
        Assert.All(
            await Task.WhenAll(tags.Select(tag => site.GetAsync(tag))),
            reply => Assert.Equal(200, reply.Status)
        );
    }

    [Fact]
    public async Task A_post_of_a_thousand_headings_has_a_page_with_a_list_of_contents_that_ends()
    {
        await using var site = await StartAsync();
        var headings = Enumerable.Range(0, 1000).Select(i => $"## Part {i}\n\n### Detail {i}\n");
        await site.UploadAsync("posts/parts.md", "---\nslug: parts\n---\n" + string.Join('\n', headings));

        var page = await site.WaitAsync("/parts/", HttpStatusCode.OK);

        Assert.Contains("<a href=\"#part-99\">", page.Body);
        Assert.DoesNotContain("<a href=\"#part-100\">", page.Body);
        Assert.Contains("id=\"part-999\"", page.Body);
    }

    [Fact]
    public async Task A_site_without_posts_says_so()
    {
        await using var site = await TestSite.StartAsync();

        Assert.Contains("There is nothing here yet.", (await site.GetAsync("/")).Body);
        Assert.Contains("There is nothing here yet.", (await site.GetAsync("/archive/")).Body);
    }

    [Fact]
    public async Task The_site_speaks_its_language()
    {
        await using var site = await StartAsync();
        await site.UploadAsync("site.yaml", "title: Praxis\nlanguage: de\n");

        var page = await site.WaitAsync("/rest/", reply => reply.Body.Contains("Praxis"));

        Assert.Contains("1. April 2024", page.Body);
        Assert.Contains("Neueste Beiträge", page.Body);
        Assert.Contains("<html lang=\"de\" dir=\"ltr\">", page.Body);
    }

    [Theory]
    [InlineData("fr", "1 avril 2024", "ltr")]
    [InlineData("it", "1 aprile 2024", "ltr")]
    [InlineData("pt-BR", "1 de abril de 2024", "ltr")]
    [InlineData("ja", "2024年4月1日", "ltr")]
    [InlineData("he", "1 באפריל 2024", "rtl")]
    public async Task Dates_and_direction_follow_the_language(string language, string day, string direction)
    {
        await using var site = await StartAsync();
        await site.UploadAsync("site.yaml", $"title: Praxis\nlanguage: {language}\n");

        var page = await site.WaitAsync("/rest/", reply => reply.Body.Contains("Praxis"));

        Assert.Contains(day, page.Body);
        Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\">", page.Body);
    }

    [Fact]
    public async Task The_theme_s_files_are_kept_for_good()
    {
        await using var site = await StartAsync();
        var home = (await site.GetAsync("/")).Body;
        var start = home.IndexOf("/assets/site-", StringComparison.Ordinal);
        var style = await site.GetAsync(home[start..home.IndexOf('"', start)]);

        Assert.Equal(200, style.Status);
        Assert.Equal("public, max-age=31536000, immutable", style.Headers["Cache-Control"]);
        Assert.Equal(200, (await site.GetAsync("/favicon.ico")).Status);
    }

    [Fact]
    public async Task Media_come_with_ranges_and_their_own_type_and_an_svg_only_as_a_download()
    {
        await using var site = await StartAsync();
        await site.UploadAsync("media/sound.mp3", "0123456789");
        await site.UploadAsync(
            "media/drawing.svg",
            "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
        );
        await site.UploadAsync("media/page.html", "<script>alert(1)</script>");

        var part = await site.GetAsync("/media/sound.mp3", ("Range", "bytes=2-4"));
        var whole = await site.GetAsync("/media/sound.mp3");
        var drawing = await site.GetAsync("/media/drawing.svg");

        Assert.Equal((206, "234", "audio/mpeg"), (part.Status, part.Body, part.Headers["Content-Type"]));
        Assert.Equal("bytes 2-4/10", part.Headers["Content-Range"]);
        Assert.Equal(304, (await site.GetAsync("/media/sound.mp3", ("If-None-Match", whole.ETag))).Status);
        Assert.Contains("sandbox", drawing.Headers["Content-Security-Policy"]);
        Assert.Equal("attachment", drawing.Headers["Content-Disposition"]);
        Assert.Equal(404, (await site.GetAsync("/media/page.html")).Status);
        Assert.Equal(404, (await site.GetAsync("/media/%2e%2e/posts/rest.png")).Status);
        Assert.Equal(404, (await site.GetAsync("/media/none.png")).Status);
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.UploadAsync(
            "site.yaml",
            "title: Practice\ndisclaimer: No medical advice.\nauthors:\n  - name: Jane\n    slug: jane\n"
        );
        await site.UploadAsync("pages/about.md", "# About");
        await site.UploadAsync("posts/walk.md", "---\ntitle: Walk\ndate: 2024-02-01\n---\nA walk.");
        await site.UploadAsync(
            "posts/rest.md",
            """
            ---
            title: Rest
            date: 2024-03-01
            updated: 2024-04-01
            tags: [Health]
            reviewed: 2024-05-02
            reviewed_by: Dr Doe
            aliases: [/2016/05/19/rest/]
            sources:
              - title: A study
                url: https://example.org/study
            ---
            Some text.
            """
        );
        await site.WaitAsync("/api/settings", reply => reply.Body.Contains("Practice"));
        foreach (var slug in new[] { "about", "walk", "rest" })
        {
            await site.WaitAsync($"/api/posts/{slug}", HttpStatusCode.OK);
        }

        return site;
    }
}
