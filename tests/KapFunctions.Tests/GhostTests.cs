using System.Net;
using System.Text.Json;
using KapFunctions.Testing;

namespace KapFunctions.Tests;

/// <summary>Clients of Ghost's Content API read here as they do there.</summary>
public sealed class GhostTests
{
    private const string Key = "key=0123456789abcdef0123456789";
    private const string Content = "/ghost/api/content";

    [Fact]
    public async Task A_list_has_ghost_s_envelope_headers_and_fields()
    {
        await using var site = await StartAsync();

        var reply = await site.GetAsync($"{Content}/posts/?{Key}&limit=1&include=tags,authors,nonsense");

        var post = Assert.Single(reply.Json.GetProperty("posts").EnumerateArray());
        Assert.Equal("second", post.GetProperty("slug").GetString());
        Assert.Equal("Rest", post.GetProperty("primary_tag").GetProperty("name").GetString());
        Assert.EndsWith("/author/jane/", post.GetProperty("primary_author").GetProperty("url").GetString());
        Assert.Equal("2024-02-01T00:00:00.000+00:00", post.GetProperty("published_at").GetString());
        Assert.Equal("public", post.GetProperty("visibility").GetString());
        Assert.Matches("^[0-9a-f]{24}$", post.GetProperty("id").GetString());
        Assert.False(post.TryGetProperty("plaintext", out _));
        Assert.Equal(
            """{"page":1,"limit":1,"pages":2,"total":2,"next":2,"prev":null}""",
            reply.Json.GetProperty("meta").GetProperty("pagination").GetRawText()
        );
        Assert.Equal("v6.0", reply.Headers["Content-Version"]);
        Assert.Equal("Accept-Version, Accept-Encoding", reply.Headers["Vary"]);
    }

    [Theory]
    [InlineData("posts/slug/first", "first")]
    [InlineData("pages/slug/about", "about")]
    [InlineData("tags/slug/rest", "rest")]
    [InlineData("authors/slug/jane", "jane")]
    public async Task One_of_each_is_read_by_slug_and_by_id_in_an_envelope_without_meta(string address, string slug)
    {
        await using var site = await StartAsync();

        var bySlug = (await site.GetAsync($"{Content}/{address}/?{Key}&slug={slug}")).Json;
        var name = address.Split('/')[0];
        var item = Assert.Single(bySlug.GetProperty(name).EnumerateArray());
        Assert.Equal(slug, item.GetProperty("slug").GetString());
        Assert.False(bySlug.TryGetProperty("meta", out _));

        var byId = (await site.GetAsync($"{Content}/{name}/{item.GetProperty("id").GetString()}/?{Key}")).Json;
        Assert.Equal(item.GetRawText(), byId.GetProperty(name)[0].GetRawText());
    }

    [Theory]
    [InlineData("fields=title,slug", "title,slug")]
    [InlineData("fields=TITLE&formats=plaintext", "title,plaintext")]
    [InlineData("fields=title&include=tags", "title,tags")]
    [InlineData("fields=title,tags", "title")]
    public async Task Only_the_fields_that_were_asked_for_come_along(string parameters, string fields)
    {
        await using var site = await StartAsync();

        var post = (await site.GetAsync($"{Content}/posts/?{Key}&{parameters}")).Json.GetProperty("posts")[0];

        Assert.Equal(fields, string.Join(',', post.EnumerateObject().Select(field => field.Name)));
    }

    [Theory]
    [InlineData("filter=tag:rest", "second")]
    [InlineData("filter=tag:rest%2Bfeatured:true", "")]
    [InlineData("filter=slug:[first,second]", "first,second")]
    [InlineData("order=title%20asc", "first,second")]
    [InlineData("filter=published_at:%3C'2024-01-15'", "first")]
    [InlineData("page=99", "")]
    [InlineData("page=0&limit=all", "second,first")]
    public async Task Lists_are_filtered_ordered_and_paged(string parameters, string slugs)
    {
        await using var site = await StartAsync();

        var list = (await site.GetAsync($"{Content}/posts/?{Key}&{parameters}")).Json.GetProperty("posts");

        Assert.Equal(
            slugs,
            string.Join(',', list.EnumerateArray().Select(post => post.GetProperty("slug").GetString()))
        );
    }

    [Theory]
    [InlineData("posts/?", 403, "NoPermissionError", "Authorization failed")]
    [InlineData("posts/?key=1&key=2", 400, "BadRequestError", "Invalid Request")]
    [InlineData("posts/?key=short", 401, "UnauthorizedError", "Unknown Content API Key")]
    [InlineData("posts/?{key}&filter=tag:", 400, "BadRequestError", "Request not understood error, cannot list posts.")]
    [InlineData("posts/?{key}&limit=-1", 422, "ValidationError", "cannot list posts")]
    [InlineData("posts/?{key}&limit=1&limit=2", 422, "ValidationError", "cannot list posts")]
    [InlineData("posts/?{key}&page=x", 422, "ValidationError", "cannot list posts")]
    [InlineData("posts/?{key}&formats=rtf", 422, "ValidationError", "cannot list posts")]
    [InlineData("posts/nothex/?{key}", 422, "ValidationError", "cannot read post")]
    [InlineData("posts/0123456789abcdef01234567/?{key}", 404, "NotFoundError", "cannot read post")]
    [InlineData("pages/slug/first/?{key}", 404, "NotFoundError", "cannot read page")]
    [InlineData("tags/slug/none/?{key}", 404, "NotFoundError", "cannot read tag")]
    [InlineData("nonsense/?{key}", 404, "NotFoundError", "Resource not found")]
    [InlineData("search-index/pages/?{key}", 404, "NotFoundError", "Resource not found")]
    public async Task A_request_that_cannot_be_answered_gets_ghost_s_error(
        string address,
        int status,
        string type,
        string message
    )
    {
        await using var site = await StartAsync();

        var reply = await site.GetAsync($"{Content}/{address.Replace("{key}", Key)}");

        Assert.Equal(status, reply.Status);
        var error = Assert.Single(reply.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal(type, error.GetProperty("type").GetString());
        Assert.Contains(message, error.GetProperty("message").GetString());
        Assert.Equal("no-store", reply.Headers["Cache-Control"]);
    }

    [Theory]
    [InlineData("v5.0", "UPDATE_CLIENT")]
    [InlineData("v7.1", "UPDATE_GHOST")]
    public async Task A_client_of_another_time_is_told_so_where_nothing_is_found(string version, string code)
    {
        await using var site = await StartAsync();

        var reply = await site.GetAsync($"{Content}/nonsense/?{Key}", ("Accept-Version", version));

        Assert.Equal(406, reply.Status);
        Assert.Equal(code, reply.Json.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/ghost/api/v3/content/posts/")]
    [InlineData("/ghost/api/canary/content/posts")]
    public async Task Older_clients_find_the_same_under_their_own_addresses(string address)
    {
        await using var site = await StartAsync();

        Assert.Equal(
            (await site.GetAsync($"{Content}/posts/?{Key}")).Body,
            (await site.GetAsync($"{address}?{Key}")).Body
        );
    }

    [Fact]
    public async Task Settings_the_search_index_and_what_is_always_empty_are_well_formed()
    {
        await using var site = await StartAsync();

        var settings = (await site.GetAsync($"{Content}/settings/?{Key}")).Json;
        var index = (await site.GetAsync($"{Content}/search-index/posts/?{Key}")).Json.GetProperty("posts");
        var tiers = (await site.GetAsync($"{Content}/tiers/?{Key}")).Json;

        Assert.Equal("Quiet practice", settings.GetProperty("settings").GetProperty("title").GetString());
        Assert.Equal(
            "/about/",
            settings.GetProperty("settings").GetProperty("navigation")[0].GetProperty("url").GetString()
        );
        Assert.Equal(2, index.GetArrayLength());
        Assert.Equal(7, index[0].EnumerateObject().Count());
        Assert.Equal(0, tiers.GetProperty("tiers").GetArrayLength());
        Assert.Equal(1, tiers.GetProperty("meta").GetProperty("pagination").GetProperty("pages").GetInt32());
    }

    [Fact]
    public async Task With_keys_configured_only_they_read()
    {
        await using var site = await StartAsync(new() { ["Ghost:ContentKeys"] = "aaaaaaaaaaaaaaaaaaaaaaaaaa" });

        Assert.Equal(401, (await site.GetAsync($"{Content}/posts/?{Key}")).Status);
        Assert.Equal(200, (await site.GetAsync($"{Content}/posts/?key=aaaaaaaaaaaaaaaaaaaaaaaaaa")).Status);
    }

    [Fact]
    public async Task The_same_lists_stand_under_api_without_a_key_and_with_problem_documents()
    {
        await using var site = await StartAsync();

        var tags = (await site.GetAsync("/api/tags")).Json.GetProperty("tags");
        var author = (await site.GetAsync("/api/authors/jane")).Json;
        var problem = await site.GetAsync("/api/posts?filter=tag:(");

        Assert.Equal(1, tags[0].GetProperty("count").GetProperty("posts").GetInt32());
        Assert.Equal("Jane", author.GetProperty("name").GetString());
        Assert.Equal(
            "about",
            (await site.GetAsync("/api/pages")).Json.GetProperty("pages")[0].GetProperty("slug").GetString()
        );
        Assert.Equal("urn:kapfunctions:problem:invalid-filter", problem.Json.GetProperty("type").GetString());
        Assert.Equal(404, (await site.GetAsync("/api/tags/none")).Status);
        Assert.Equal(404, (await site.GetAsync("/api/authors/none")).Status);
    }

    private static async Task<TestSite> StartAsync(Dictionary<string, string?>? settings = null)
    {
        var site = await TestSite.StartAsync(settings: settings);
        await site.UploadAsync(
            "site.yaml",
            """
            title: Quiet practice
            navigation:
              - label: About
                url: /about/
            authors:
              - name: Jane
                slug: jane
            """
        );
        await site.UploadAsync("posts/first.md", "---\ntitle: First\ndate: 2024-01-01\n---\nOne.");
        await site.UploadAsync("pages/about.md", "# About");
        await site.UploadAsync("posts/second.md", "---\ntitle: Second\ndate: 2024-02-01\ntags: [Rest]\n---\nTwo.");
        await site.WaitAsync("/api/settings", reply => reply.Body.Contains("Quiet practice"));
        foreach (var slug in new[] { "first", "second", "about" })
        {
            await site.WaitAsync($"/api/posts/{slug}", HttpStatusCode.OK);
        }

        return site;
    }
}
