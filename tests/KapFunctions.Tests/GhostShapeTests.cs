using System.Net;
using System.Text.Json;
using KapFunctions.Testing;

namespace KapFunctions.Tests;

/// <summary>Answers have the keys of Ghost 6's, of the same types, and null only where Ghost's may be: <c>ghost-6.json</c>, which was
/// read from the source of 6.65.0, says so. A question mark stands for what may be null.</summary>
public sealed class GhostShapeTests
{
    private const string Content = "/ghost/api/content";
    private const string Key = "key=0123456789abcdef0123456789";

    private static readonly JsonElement Ghost = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ghost-6.json")))
        .RootElement;

    [Fact]
    public async Task Every_answer_has_the_shape_that_it_has_in_Ghost()
    {
        await using var site = await StartAsync();
        const string related = "include=tags,authors,tiers&formats=html,plaintext";

        var posts = await JsonAsync(site, $"posts/?{Key}&{related}");
        Holds("posts", Assert.Single(posts.GetProperty("posts").EnumerateArray()));
        Holds("pagination", posts.GetProperty("meta").GetProperty("pagination"));
        Holds("pages", (await JsonAsync(site, $"pages/?{Key}&{related}")).GetProperty("pages")[0]);
        Holds("tags", (await JsonAsync(site, $"tags/?{Key}&include=count.posts")).GetProperty("tags")[0]);
        Holds("authors", (await JsonAsync(site, $"authors/?{Key}&include=count.posts")).GetProperty("authors")[0]);
        Holds("settings", (await JsonAsync(site, $"settings/?{Key}")).GetProperty("settings"));
        foreach (var name in (string[])["posts", "tags", "authors"])
        {
            Holds($"search-index/{name}", (await JsonAsync(site, $"search-index/{name}/?{Key}")).GetProperty(name)[0]);
        }

        Holds("error", (await JsonAsync(site, $"posts/slug/none/?{Key}")).GetProperty("errors")[0]);
    }

    [Fact]
    public async Task An_item_that_is_read_comes_with_what_it_was_asked_for_by()
    {
        await using var site = await StartAsync();

        var bySlug = (await JsonAsync(site, $"posts/slug/a/?{Key}&fields=title")).GetProperty("posts")[0];
        Assert.Equal("""{"title":"A","slug":"a"}""", bySlug.GetRawText());
        var id = (await JsonAsync(site, $"tags/slug/work/?{Key}")).GetProperty("tags")[0].GetProperty("id");
        var byId = (await JsonAsync(site, $"tags/{id.GetString()}/?{Key}&fields=name")).GetProperty("tags")[0];
        Assert.Equal($$"""{"id":"{{id.GetString()}}","name":"Work"}""", byId.GetRawText());
    }

    [Theory]
    [InlineData(
        "v5.3",
        "is behind current Ghost version v6.0.",
        "UPDATE_CLIENT",
        "Try upgrading your Ghost API client."
    )]
    [InlineData("v7.1", "is ahead of current Ghost version v6.0.", "UPDATE_GHOST", "Try upgrading your Ghost install.")]
    public async Task A_client_of_another_time_is_told_what_to_do(
        string version,
        string context,
        string code,
        string help
    )
    {
        await using var site = await StartAsync();

        var reply = await site.GetAsync($"{Content}/nothing/?{Key}", ("Accept-Version", version));

        var error = reply.Json.GetProperty("errors")[0];
        Assert.Equal((406, code), (reply.Status, error.GetProperty("code").GetString()));
        Assert.Equal(
            "Request could not be served, the endpoint was not found.",
            error.GetProperty("message").GetString()
        );
        Assert.Equal($"Provided client accept-version {version} {context}", error.GetProperty("context").GetString());
        Assert.Equal(help, error.GetProperty("help").GetString());
    }

    [Fact]
    public async Task Filters_and_orders_that_are_given_twice_are_one_list()
    {
        await using var site = await StartAsync();
        await site.UploadAsync("posts/b.md", "---\ntitle: B\nslug: b\ndate: 2024-01-01\n---\nB");
        await site.UploadAsync("posts/c.md", "---\ntitle: C\nslug: c\ndate: 2024-01-01\n---\nC");
        await site.WaitAsync("/api/posts/b", HttpStatusCode.OK);
        await site.WaitAsync("/api/posts/c", HttpStatusCode.OK);

        Assert.Equal("b,a", await SlugsAsync(site, "filter=slug:'a'&filter=slug:'b'&order=published_at%20asc"));
        Assert.Equal("c,b,a", await SlugsAsync(site, "order=published_at%20asc&order=title%20desc"));
        var byId = (await JsonAsync(site, $"posts/?{Key}&filter=slug:-'a'"))
            .GetProperty("posts")
            .EnumerateArray()
            .Select(post => post.GetProperty("id").GetString())
            .ToArray();
        Assert.Equal(byId.OrderDescending(StringComparer.Ordinal), byId);
        var index = (await JsonAsync(site, $"search-index/posts/?{Key}")).GetProperty("posts").EnumerateArray();
        Assert.Equal("a", index.First().GetProperty("slug").GetString());
    }

    [Fact]
    public async Task An_offer_is_never_found_and_two_slashes_are_one()
    {
        await using var site = await StartAsync();

        var offer = await site.GetAsync($"{Content}/offers/0123456789abcdef01234567/?{Key}");
        Assert.Equal(404, offer.Status);
        Assert.Equal("Offer not found.", offer.Json.GetProperty("errors")[0].GetProperty("context").GetString());
        var once = await site.GetAsync($"{Content}/posts/?{Key}");
        var twice = await site.GetAsync($"{site.Address.GetLeftPart(UriPartial.Authority)}/{Content}/posts/?{Key}");
        Assert.Equal(once.Body, twice.Body);
    }

    [Theory]
    [InlineData("/api/posts?fields=titel", "title")]
    [InlineData("/api/posts?filtr=tag:a", "filter")]
    [InlineData("/api/tags?fields=nmae", "name")]
    [InlineData("/api/posts?ordr=title", "order")]
    [InlineData("/api/pages?fields=colour", "There are id, uuid,")]
    public async Task What_is_misspelt_is_told_with_what_was_meant(string address, string meant)
    {
        await using var site = await StartAsync();

        var reply = await site.GetAsync(address);

        Assert.Equal(400, reply.Status);
        Assert.Contains(meant, reply.Json.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("/api/posts?utm_source=x&v=1&tag=work")]
    [InlineData("/api/posts?fields=title,tags,url&key=x")]
    [InlineData("/ghost/api/content/posts/?" + Key + "&fields=titel&filtr=x")]
    public async Task Parameters_of_others_are_passed_over(string address)
    {
        await using var site = await StartAsync();

        Assert.Equal(200, (await site.GetAsync(address)).Status);
    }

    private static void Holds(string name, JsonElement answer)
    {
        var described = Ghost
            .GetProperty(name)
            .EnumerateObject()
            .ToDictionary(key => key.Name, key => key.Value.GetString()!);
        Assert.Equal(
            described.Keys.Order(StringComparer.Ordinal),
            answer.EnumerateObject().Select(key => key.Name).Order(StringComparer.Ordinal)
        );
        foreach (var key in answer.EnumerateObject())
        {
            var (type, mayBeNull) = (described[key.Name].TrimEnd('?'), described[key.Name].EndsWith('?'));
            var found = key.Value.ValueKind switch
            {
                JsonValueKind.True or JsonValueKind.False => "boolean",
                JsonValueKind.Null => mayBeNull ? type : "null",
                var kind => kind.ToString().ToLowerInvariant(),
            };
            Assert.True(type == found, $"{name}.{key.Name} is {found}, in Ghost {described[key.Name]}");
        }
    }

    private static async Task<string> SlugsAsync(TestSite site, string parameters) =>
        string.Join(
            ',',
            (await JsonAsync(site, $"posts/?{Key}&{parameters}"))
                .GetProperty("posts")
                .EnumerateArray()
                .Select(post => post.GetProperty("slug").GetString())
        );

    private static async Task<JsonElement> JsonAsync(TestSite site, string address)
    {
        var reply = await site.GetAsync($"{Content}/{address}");
        Assert.True(reply.Status is 200 or 404, $"{address} was answered {reply.Status}: {reply.Body}");
        return reply.Json;
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.UploadAsync("pages/about.md", "# About");
        await site.UploadAsync("posts/a.md", "---\ntitle: A\nslug: a\ndate: 2024-02-01\ntags: [Work]\n---\nA text.");
        await site.WaitAsync("/api/posts/a", HttpStatusCode.OK);
        await site.WaitAsync("/api/pages/about", HttpStatusCode.OK);
        return site;
    }
}
