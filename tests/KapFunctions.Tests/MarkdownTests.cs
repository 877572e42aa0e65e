using KapFunctions.Delivery.Markdown;
using KapFunctions.Testing;

namespace KapFunctions.Tests;

/// <summary>Programs that read text find each page as Markdown beside it.</summary>
public sealed class MarkdownTests
{
    private const string Post =
        "---\ntitle: Slow [mornings]\ndate: 2024-05-01\nupdated: 2024-06-01\nauthors: [Jane]\nreviewed: 2024-06-01\n"
        + "reviewed_by: Dr. Doe\nexcerpt: Why \\*not\\*\nsources: [https://example.org/a]\nsecret: planted\n---\n"
        + "Hello **you**. %%planted%%\n\n## Rest\n\nSee [about](/about/).\n";

    [Fact]
    public async Task Beside_a_page_is_the_same_as_Markdown_and_each_names_the_other()
    {
        await using var site = await StartAsync();

        var page = await site.GetAsync("/hello/");
        Assert.Equal("</hello.md>; rel=\"alternate\"; type=\"text/markdown\"", page.Headers["Link"]);
        var markdown = await site.GetAsync("/hello.md");

        Assert.Equal((200, "text/markdown; charset=utf-8"), (markdown.Status, markdown.Headers["Content-Type"]));
        Assert.Equal($"<http://localhost:7071/hello/>; rel=\"canonical\"", markdown.Headers["Link"]);
        Assert.Equal((await site.GetAsync("/api/posts/hello/source")).Body, markdown.Body);
        Assert.Contains("Hello **you**.", markdown.Body);
        Assert.Contains("reviewed_by: Dr. Doe", markdown.Body);
        Assert.DoesNotContain("planted", markdown.Body);
        Assert.Equal(304, (await site.GetAsync("/hello.md", ("If-None-Match", markdown.ETag))).Status);
    }

    [Theory]
    [InlineData("text/markdown", 303)]
    [InlineData("text/markdown, text/html;q=0.9, */*;q=0.1", 303)]
    [InlineData("text/html;q=0.5, text/markdown;q=0.8", 303)]
    [InlineData("text/html, text/markdown", 200)]
    [InlineData("text/html, text/markdown;q=0.9", 200)]
    [InlineData("text/markdown;q=0", 200)]
    [InlineData("*/*", 200)]
    [InlineData(";;;text/markdown,,", 303)]
    [InlineData("", 200)]
    public async Task Who_wants_Markdown_first_is_sent_to_it_and_no_cache_keeps_that(string accept, int status)
    {
        await using var site = await StartAsync();

        foreach (var (page, markdown) in new[] { ("/", "/index.md"), ("/hello/", "/hello.md") })
        {
            var reply = await site.GetAsync(page, ("Accept", accept));
            Assert.Equal(status, reply.Status);
            if (status == 303)
            {
                Assert.Equal((markdown, "no-store"), (reply.Headers["Location"], reply.Headers["Cache-Control"]));
            }
        }
    }

    [Fact]
    public async Task What_there_is_is_listed_and_what_is_hidden_is_nowhere()
    {
        await using var site = await StartAsync();

        foreach (var address in new[] { "/llms.txt", "/index.md", "/llms-full.txt" })
        {
            var reply = await site.GetAsync(address);
            Assert.Equal(200, reply.Status);
            Assert.StartsWith(
                "# Rest \\[&\\] more\n\n> A practice\n\n> No advice\n",
                reply.Body,
                StringComparison.Ordinal
            );
            Assert.DoesNotContain("planted", reply.Body);
            Assert.DoesNotContain("hidden", reply.Body);
        }

        var list = (await site.GetAsync("/llms.txt")).Body;
        Assert.Contains($"\n- [Slow \\[mornings\\]](http://localhost:7071/hello.md): Why \\*not\\*\n", list);
        Assert.Contains($"\n## Pages\n\n- [About](http://localhost:7071/about.md)", list);
        Assert.Contains("Hello **you**.", (await site.GetAsync("/llms-full.txt")).Body);
    }

    [Fact]
    public async Task Of_more_posts_than_fit_the_newest_are_given_whole_and_the_answer_is_short_enough_to_be_kept()
    {
        await using var site = await StartAsync();
        var words = string.Concat(Enumerable.Repeat("größer ", 40_000));
        for (var i = 0; i < 4; i++)
        {
            await site.UploadAsync($"posts/long{i}.md", $"---\ndate: 2025-01-0{i + 1}\n---\n{words}end{i}");
            await site.WaitAsync($"/long{i}/", System.Net.HttpStatusCode.OK);
        }

        var text = (await site.WaitAsync("/llms-full.txt", reply => reply.Body.Contains("end3"))).Body;

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(text), 700_000, MarkdownAnswers.MaxFull);
        Assert.Contains("end2", text);
        Assert.DoesNotContain("end1", text);
        Assert.EndsWith("/llms.txt\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Markdown_of_a_draft_is_not_there_of_a_moved_post_moved_and_of_a_deleted_one_gone()
    {
        await using var site = await StartAsync();
        await site.UploadAsync("posts/hello.md", Post.Replace("---\ntitle", "---\nslug: bonjour\ntitle"));
        await site.WaitAsync("/bonjour/", System.Net.HttpStatusCode.OK);

        Assert.Equal(404, (await site.GetAsync("/hidden.md")).Status);
        Assert.Equal(404, (await site.GetAsync("/no/such.md")).Status);
        var moved = await site.GetAsync("/hello.md");
        Assert.Equal((301, "/bonjour.md"), (moved.Status, moved.Headers["Location"]));

        await site.DeleteAsync("posts/hello.md");
        await site.WaitAsync("/bonjour/", System.Net.HttpStatusCode.Gone);
        Assert.Equal(410, (await site.GetAsync("/bonjour.md")).Status);
    }

    [Fact]
    public async Task Crawlers_that_train_models_stay_away_where_the_site_says_so_and_a_weakness_has_somebody_to_be_told()
    {
        await using var site = await StartAsync();
        Assert.DoesNotContain("GPTBot", (await site.GetAsync("/robots.txt")).Body);
        Assert.Equal(404, (await site.GetAsync("/.well-known/security.txt")).Status);

        await site.UploadAsync("site.yaml", "title: Rest\nai_training: no\nsecurity_contact: help@example.org\n");
        var robots = await site.WaitAsync("/robots.txt", reply => reply.Body.Contains("GPTBot"));
        var security = await site.GetAsync("/.well-known/security.txt");

        Assert.Contains("User-agent: GPTBot\n", robots.Body);
        Assert.Contains("Disallow: /\n\nSitemap: ", robots.Body);
        Assert.Matches(
            "^Contact: mailto:help@example\\.org\nExpires: \\d{4}-\\d\\d-\\d\\dT00:00:00Z\nCanonical: http",
            security.Body
        );
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.UploadAsync("site.yaml", "title: Rest [&] more\ndescription: A practice\ndisclaimer: No advice\n");
        await site.UploadAsync("posts/hello.md", Post);
        await site.UploadAsync("posts/hidden.md", "---\ndraft: true\n---\nplanted");
        await site.UploadAsync("pages/about.md", "# About\n\nUs.");
        await site.WaitAsync("/about/", System.Net.HttpStatusCode.OK);
        await site.WaitAsync("/hello/", System.Net.HttpStatusCode.OK);
        await site.WaitAsync("/llms.txt", reply => reply.Body.Contains("# Rest"));
        return site;
    }
}
