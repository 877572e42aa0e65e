using System.Net;
using KapFunctions.Testing;

namespace KapFunctions.Tests;

/// <summary>Readers find what they look for, and what stands around it.</summary>
public sealed class SearchTests
{
    [Fact]
    public async Task A_word_is_found_marked_whatever_its_case_and_diacritics()
    {
        await using var site = await StartAsync();

        var found = await FindAsync(site, "ETUDE", 1);

        var hit = found.Json.GetProperty("results")[0];
        Assert.Equal("breath", hit.GetProperty("post").GetProperty("slug").GetString());
        Assert.Contains("<mark>étude</mark>", hit.GetProperty("snippet_html").GetString());
        Assert.DoesNotContain("<script", found.Body);
    }

    [Theory]
    [InlineData("\"slow breath\"", 1)]
    [InlineData("breath slow", 2)]
    [InlineData("brea*", 2)]
    [InlineData("nothing-like-it", 0)]
    public async Task Phrases_prefixes_and_several_words_narrow_the_search(string question, int hits)
    {
        await using var site = await StartAsync();

        await FindAsync(site, question, hits);
    }

    [Fact]
    public async Task A_search_can_be_limited_to_a_tag_and_paged()
    {
        await using var site = await StartAsync();
        await FindAsync(site, "breath", 2);

        var tagged = await site.GetAsync("/api/search?q=breath&tag=body");
        var second = await site.GetAsync("/api/search?q=breath&limit=1&page=2");

        Assert.Equal(1, tagged.Json.GetProperty("results").GetArrayLength());
        Assert.Equal(2, second.Json.GetProperty("meta").GetProperty("pagination").GetProperty("pages").GetInt32());
        Assert.Equal(1, second.Json.GetProperty("results").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/search")]
    [InlineData("/api/search?q=%20")]
    [InlineData("/api/search?q=a&limit=x")]
    public async Task A_search_for_nothing_is_told_so(string address)
    {
        await using var site = await StartAsync();

        Assert.Equal(400, (await site.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_post_s_json_says_what_stands_around_it_and_what_it_rests_on()
    {
        await using var site = await StartAsync();

        var post = (await site.WaitAsync("/api/posts/breath", HttpStatusCode.OK)).Json;

        Assert.Equal("walking", post.GetProperty("previous").GetProperty("slug").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, post.GetProperty("next").ValueKind);
        Assert.Equal("walking", post.GetProperty("related")[0].GetProperty("slug").GetString());
        Assert.Equal("First things", post.GetProperty("toc")[0].GetProperty("text").GetString());
        Assert.Equal("2024-06-01", post.GetProperty("reviewed").GetString());
        Assert.Equal("Dr Doe", post.GetProperty("reviewed_by").GetString());
        Assert.Equal("A study", post.GetProperty("sources")[0].GetProperty("title").GetString());
        Assert.Contains("MedicalWebPage", post.GetProperty("json_ld").GetProperty("@type").GetRawText());
    }

    [Fact]
    public async Task The_source_is_what_is_published_and_not_a_newer_broken_edit()
    {
        await using var site = await StartAsync();
        var published = (await site.GetAsync("/api/posts/walking/source")).Body;

        await site.UploadAsync("posts/walking.md", "---\ntitle: [\n---\nBroken");
        await site.WaitForProblemsAsync("posts/walking.md");

        Assert.Contains("slow walk", published);
        Assert.Equal(published, (await site.GetAsync("/api/posts/walking/source")).Body);
    }

    [Fact]
    public async Task The_archive_counts_posts_by_month()
    {
        await using var site = await StartAsync();

        var year = (await site.GetAsync("/api/archive")).Json.GetProperty("years")[0];

        Assert.Equal((2024, 2), (year.GetProperty("year").GetInt32(), year.GetProperty("posts").GetInt32()));
        Assert.Equal(3, year.GetProperty("months")[0].GetProperty("month").GetInt32());
    }

    private static Task<Reply> FindAsync(TestSite site, string question, int hits) =>
        site.WaitAsync(
            $"/api/search?q={Uri.EscapeDataString(question)}",
            reply => reply.Status == 200 && reply.Json.GetProperty("results").GetArrayLength() == hits
        );

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.UploadAsync(
            "posts/walking.md",
            "---\ntitle: Walking\ndate: 2024-02-01\ntags: [Health]\n---\nA slow walk, breath by breath."
        );
        await site.UploadAsync(
            "posts/breath.md",
            """
            ---
            title: Breath
            date: 2024-03-01
            tags: [Health, Body]
            reviewed: 2024-06-01
            reviewed_by: Dr Doe
            sources:
              - title: A study
                url: https://example.org/study
            ---
            ## First things

            An étude of slow breath, <script>alert(1)</script> and rest.
            """
        );
        await site.WaitAsync("/api/posts", reply => reply.Json.GetProperty("posts").GetArrayLength() == 2);
        return site;
    }
}
