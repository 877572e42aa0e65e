using System.Net;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests;

/// <summary>Who asks a public address for a post's Markdown gets what readers may have, never the author's file.</summary>
public sealed class PublicMarkdownTests
{
    private const string Path = "posts/marks.md";

    private const string Written = """
        ---
        title: Critic marks   # secret-1
        date: 2026-03-03
        tags: [Body]
        internal: secret-2
        draft: false
        ---
        Text {++added++} and {--secret-3--}, {~~secret-4~>new~~}. {>>secret-5<<} End. %%secret-6%%

        <!-- secret-7 -->
        [//]: # (secret-8)

        [Other](other.md), [kept back](secret-9.md), [[Secret 9|by its title]], [here](/contact/), ![A lake](/media/lake.png)

        https://youtu.be/dQw4w9WgXcQ
        """;

    private static readonly string[] Addresses =
    [
        "/api/posts/marks/source",
        "/api/posts/marks/html",
        "/api/posts/marks",
        "/api/posts",
        "/ghost/api/content/posts/?key=0123456789abcdef0123456789&formats=html,plaintext",
        "/marks/",
        "/rss.xml",
        "/atom.xml",
        "/feed.json",
        "/api/search?q=text",
    ];

    [Fact]
    public async Task A_reader_of_the_Markdown_sees_what_the_page_says_with_addresses_that_lead_somewhere()
    {
        await using var site = await StartAsync();

        var markdown = await site.GetAsync("/api/posts/marks/source");

        Assert.Equal("text/markdown; charset=utf-8", markdown.Headers["Content-Type"]);
        Assert.Contains("title: Critic marks\n", markdown.Body);
        Assert.Contains("Text added and, new. End.\n", markdown.Body);
        Assert.Contains(
            "[Other](https://kap.example/other/), kept back, by its title, [here](https://kap.example/contact/)",
            markdown.Body
        );
        Assert.Matches(@"!\[A lake\]\(https?://[^)]*/media/lake\.png", markdown.Body);
        Assert.Contains("https://youtu.be/dQw4w9WgXcQ", markdown.Body);
        Assert.DoesNotContain("iframe", markdown.Body);
        Assert.DoesNotContain("kap:", markdown.Body);
        Assert.Equal(304, (await site.GetAsync("/api/posts/marks/source", ("If-None-Match", markdown.ETag))).Status);
    }

    [Fact]
    public async Task No_public_address_tells_what_its_author_meant_for_nobody()
    {
        await using var site = await StartAsync();

        foreach (var address in Addresses)
        {
            var answer = await site.GetAsync(address);
            Assert.False(
                answer.Body.Contains("secret", StringComparison.OrdinalIgnoreCase),
                $"{address}\n{answer.Body}"
            );
        }
    }

    [Fact]
    public async Task A_link_to_a_post_that_was_kept_back_leads_there_once_it_is_online()
    {
        await using var site = await StartAsync();

        await site.UploadAsync("posts/secret-9.md", "---\ntitle: Now open\nslug: open\ndate: 2024-01-01\n---\nText.");

        await site.WaitAsync(
            "/api/posts/marks/source",
            reply => reply.Body.Contains("[kept back](https://kap.example/open/)", StringComparison.Ordinal)
        );
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.UploadAsync("site.yaml", "title: Site\nurl: https://kap.example\nlanguage: en\n");
        await site.UploadAsync("posts/other.md", "---\ntitle: Other\ndate: 2024-01-01\n---\nText.");
        await site.UploadAsync("posts/secret-9.md", "---\ntitle: Secret 9\ndraft: true\n---\nText.");
        await site.UploadAsync(Path, Written);
        await site.WaitAsync(
            "/api/posts/marks/source",
            reply => reply.Body.Contains("https://kap.example/other/", StringComparison.Ordinal)
        );
        return site;
    }
}
