using System.Net;
using KapFunctions.Testing;

namespace KapFunctions.Tests;

public sealed class PublishingTests
{
    [Fact]
    public async Task An_uploaded_post_is_live_for_every_website_that_asks()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync(
            "posts/hello.md",
            "---\ntitle: Hello\ndate: 2024-03-05\ntags: [Calm]\n---\nA *first* post."
        );

        var post = await site.WaitAsync("/api/posts/hello", HttpStatusCode.OK);

        Assert.Equal("Hello", post.Json.GetProperty("title").GetString());
        Assert.Equal("2024-03-05T00:00:00.000+00:00", post.Json.GetProperty("published_at").GetString());
        Assert.Equal("calm", post.Json.GetProperty("primary_tag").GetProperty("slug").GetString());
        Assert.Contains("<em>first</em>", post.Json.GetProperty("html").GetString());
        var article = await site.GetAsync("/api/posts/hello/html");
        Assert.Contains("<p>A <em>first</em> post.</p>", article.Body);
    }

    [Fact]
    public async Task An_edit_takes_the_place_of_what_was_online()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/hello.md", "# Before");
        await site.WaitAsync("/api/posts/hello", HttpStatusCode.OK);

        await site.UploadAsync("posts/hello.md", "# After\n\nNew text.");

        await site.WaitAsync("/api/posts/hello/html", reply => reply.Body.Contains("New text."));
    }

    [Fact]
    public async Task A_deleted_post_is_gone_and_its_address_says_so()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/hello.md", "# Hello");
        await site.WaitAsync("/api/posts/hello", HttpStatusCode.OK);

        await site.DeleteAsync("posts/hello.md");

        var gone = await site.WaitAsync("/api/posts/hello", HttpStatusCode.Gone);
        Assert.Equal("urn:kapfunctions:problem:post-gone", gone.Json.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("---\ntitle: Hello\ndraft: ture\n---\nText.", "kept-back-value")]
    [InlineData("---\ntitle: Hello\ndraft: true\ndate: tomorrow\n---\nText.", "date-unreadable")]
    [InlineData("---\ntitle: {[\ndraft: true\n\nNever closed.", "front-matter-unclosed")]
    [InlineData("title: Hello\ndraft: true\n---\nText.", "head-misplaced")]
    public async Task Whoever_hides_a_post_with_a_slip_in_its_head_takes_it_offline_and_is_told(
        string edited,
        string code
    )
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/hello.md", "---\ntitle: Hello\n---\nGood.");
        await site.WaitAsync("/api/posts/hello", HttpStatusCode.OK);

        await site.UploadAsync("posts/hello.md", edited);

        await site.WaitAsync("/api/posts/hello", HttpStatusCode.NotFound);
        var problem = Assert.Single(
            await site.WaitForProblemsAsync("posts/hello.md"),
            problem => problem.GetProperty("severity").GetString() == "Error"
        );
        Assert.Equal(code, problem.GetProperty("code").GetString());
        await site.UploadAsync("posts/hello.md", "---\ntitle: Hello\n---\nBack again.");
        await site.WaitAsync("/api/posts/hello", HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_date_with_two_readings_is_shown_as_the_first_and_waits_for_the_later()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/past.md", "---\ntitle: Past\ndate: 3/4/24\n---\nText.");
        await site.UploadAsync("posts/ahead.md", "---\ntitle: Ahead\ndate: 1/12/2090\n---\nText.");

        var post = await site.WaitAsync("/api/posts/past", HttpStatusCode.OK);

        Assert.Equal("2024-03-04T00:00:00.000+00:00", post.Json.GetProperty("published_at").GetString());
        var ahead = await site.WaitForProblemsAsync("posts/ahead.md");
        Assert.Contains("2090-12-01", Assert.Single(ahead).GetProperty("message").GetString());
        Assert.Equal(404, (await site.GetAsync("/api/posts/ahead")).Status);
    }

    [Fact]
    public async Task A_broken_edit_leaves_the_last_good_version_online_and_says_where_it_is_wrong()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/hello.md", "---\ntitle: Hello\n---\nGood.");
        await site.WaitAsync("/api/posts/hello", HttpStatusCode.OK);

        await site.UploadAsync("posts/hello.md", "---\ntitle: Hello\nNever closed.");

        var problem = Assert.Single(await site.WaitForProblemsAsync("posts/hello.md"));
        Assert.Equal("error", problem.GetProperty("severity").GetString(), ignoreCase: true);
        Assert.Contains("Good.", (await site.GetAsync("/api/posts/hello/html")).Body);
    }

    [Fact]
    public async Task A_draft_is_not_found_until_it_is_no_draft_any_more()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/marker.md", "# Marker");
        await site.UploadAsync("posts/hello.md", "---\ntitle: Hello\ndraft: true\n---\nText.");
        await site.WaitAsync("/api/posts/marker", HttpStatusCode.OK);
        Assert.Equal(404, (await site.GetAsync("/api/posts/hello")).Status);

        await site.UploadAsync("posts/hello.md", "---\ntitle: Hello\n---\nText.");

        await site.WaitAsync("/api/posts/hello", HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_second_file_with_a_slug_waits_and_moves_up_as_the_same_post_when_the_first_goes()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a.md", "---\nslug: same\ntitle: First\n---\nFirst.");
        var first = await site.WaitAsync("/api/posts/same", HttpStatusCode.OK);
        await site.UploadAsync("posts/b.md", "---\nslug: same\ntitle: Second\n---\nSecond.");
        var problem = Assert.Single(await site.WaitForProblemsAsync("posts/b.md"));
        Assert.Contains("posts/a.md", problem.GetProperty("message").GetString());
        Assert.Contains("First.", (await site.GetAsync("/api/posts/same/html")).Body);

        await site.DeleteAsync("posts/a.md");

        var moved = await site.WaitAsync("/api/posts/same", reply => reply.Body.Contains("Second."));
        Assert.Equal(first.Json.GetProperty("id").GetString(), moved.Json.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_renamed_post_is_found_at_its_old_address()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a.md", "---\nslug: old\n---\nText.");
        await site.WaitAsync("/api/posts/old", HttpStatusCode.OK);

        await site.UploadAsync("posts/a.md", "---\nslug: new\n---\nText.");

        var redirect = await site.WaitAsync("/api/posts/old", HttpStatusCode.MovedPermanently);
        Assert.Equal("/api/posts/new", redirect.Headers["Location"]);
        Assert.Contains("max-age=60", redirect.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task A_reader_finds_a_page_among_the_pages_and_no_post()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("pages/about.md", "# About\n\nWho we are.");
        await site.UploadAsync("posts/a.md", "# A post\n\nText.");
        await site.WaitAsync("/api/posts/a", HttpStatusCode.OK);

        var page = await site.WaitAsync("/api/pages/about", HttpStatusCode.OK);
        var post = await site.GetAsync("/api/pages/a");
        var none = await site.GetAsync("/api/pages/none");

        Assert.Equal("About", page.Json.GetProperty("title").GetString());
        Assert.Equal(page.Body, (await site.GetAsync("/api/posts/about")).Body);
        Assert.Equal(404, post.Status);
        Assert.Equal(none.Json.GetProperty("type").GetString(), post.Json.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_page_that_moved_is_found_among_the_pages_and_a_post_that_moved_is_not()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("pages/a.md", "---\nslug: old-page\n---\nText.");
        await site.UploadAsync("posts/a.md", "---\nslug: old-post\naliases: [older-post]\n---\nText.");
        await site.WaitAsync("/api/pages/old-page", HttpStatusCode.OK);
        await site.WaitAsync("/api/posts/old-post", HttpStatusCode.OK);

        await site.UploadAsync("pages/a.md", "---\nslug: new-page\n---\nText.");
        await site.UploadAsync("posts/a.md", "---\nslug: new-post\naliases: [older-post]\n---\nText.");

        var page = await site.WaitAsync("/api/pages/old-page", HttpStatusCode.MovedPermanently);
        var post = await site.WaitAsync("/api/posts/old-post", HttpStatusCode.MovedPermanently);
        Assert.Equal("/api/pages/new-page", page.Headers["Location"]);
        Assert.Equal("/api/posts/new-post", post.Headers["Location"]);
        Assert.Equal(404, (await site.GetAsync("/api/pages/old-post")).Status);
        Assert.Equal(404, (await site.GetAsync("/api/pages/older-post")).Status);

        await site.DeleteAsync("pages/a.md");
        await site.WaitAsync("/api/pages/new-page", HttpStatusCode.Gone);
    }
}
