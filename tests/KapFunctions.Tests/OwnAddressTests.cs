using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using KapFunctions.Content;
using KapFunctions.Content.Links;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Standalone.Invocation;
using KapFunctions.Testing;
using KapFunctions.Tests.Editor;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Tests;

/// <summary>No post takes an address that the site uses itself, and whoever asks for one is told in every place that counts problems.</summary>
public sealed partial class OwnAddressTests
{
    [Fact]
    public void Every_function_s_route_begins_with_a_name_that_is_the_site_s_own()
    {
        var first = FunctionMethod
            .In(typeof(ServiceRegistration).Assembly.GetTypes())
            .Select(function => (function.Trigger as HttpTriggerAttribute)?.Route?.Split('/')[0])
            .OfType<string>()
            .Where(part => !part.StartsWith('{'))
            .ToHashSet();

        Assert.NotEmpty(first);
        Assert.DoesNotContain(first, part => !OwnAddresses.Has(part));
    }

    [Fact]
    public void So_does_every_address_of_the_site_s_pages()
    {
        var table = File.ReadAllText(Path.Combine(Source, "Site", "SiteAddress.cs"));
        var first = FirstParts().Matches(table).SelectMany(match => Quoted().Matches(match.Value));

        Assert.NotEmpty(first);
        Assert.DoesNotContain(first, part => !OwnAddresses.Has(part.Value.Trim('"')));
    }

    public static TheoryData<string> Slugs => [.. OwnAddresses.Names.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_post_that_asks_for_one_is_not_published_and_its_mend_mends_it(string name)
    {
        var problem = Assert.Single(Render($"---\nslug: {name}\n---\nText.").Problems, IsReserved);

        var mend = SlugInMend().Match(problem.Mend).Value;
        Assert.Equal((2, Severity.Error), (problem.Line, problem.Severity));
        Assert.NotNull(Render($"---\n{mend}\n---\nText.").Post);

        static bool IsReserved(Problem problem) => problem.Code == "slug-reserved";
    }

    [Fact]
    public async Task It_is_an_error_in_every_place_also_where_an_older_version_is_online()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        var first = await editor.WriteAsync("posts/a.md", "# A", EditorClient.Absent);

        var saved = await editor.WriteAsync(
            "posts/a.md",
            "---\nslug: search\n---\n# A",
            first.Json.GetProperty("etag").GetString()!
        );

        await AssertToldAsync(site, saved, "posts/a.md", "slug-reserved");
        Assert.Equal(200, (await site.GetAsync("/api/posts/a")).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task So_is_waiting_for_a_slug_that_another_post_holds(bool isOnlineElsewhere)
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        await editor.WriteAsync("posts/holder.md", "---\nslug: one\n---\nText.", EditorClient.Absent);
        var etag = isOnlineElsewhere
            ? (await editor.WriteAsync("posts/a.md", "# A", EditorClient.Absent)).Json.GetProperty("etag").GetString()!
            : EditorClient.Absent;

        var saved = await editor.WriteAsync("posts/a.md", "---\nslug: one\n---\n# A", etag);

        await AssertToldAsync(site, saved, "posts/a.md", "slug-taken");
        Assert.Equal(isOnlineElsewhere, saved.Json.GetProperty("post").GetProperty("online").GetBoolean());
    }

    /// <summary>The answer to the save, the list, the problems and the status say the same.</summary>
    private static async Task AssertToldAsync(TestSite site, Reply saved, string path, string code)
    {
        var editor = new EditorClient(site);
        var list = (await editor.SendAsync(HttpMethod.Get, "/api/editor/posts")).Json.GetProperty("posts");
        var listed = list.EnumerateArray().Single(post => post.GetProperty("path").GetString() == path);
        foreach (var post in new[] { saved.Json.GetProperty("post"), listed })
        {
            Assert.Equal(1, post.GetProperty("errors").GetInt32());
            Assert.False(post.GetProperty("current").GetBoolean());
        }

        Assert.Contains(saved.Json.GetProperty("problems").EnumerateArray(), IsTheOne);
        Assert.Contains(await site.WaitForProblemsAsync(path), IsTheOne);
        var status = (await editor.SendAsync(HttpMethod.Get, "/api/editor/status")).Json;
        Assert.Equal(1, status.GetProperty("posts").GetProperty("with_errors").GetInt32());

        bool IsTheOne(JsonElement problem) =>
            problem.GetProperty("code").GetString() == code
            && string.Equals(problem.GetProperty("severity").GetString(), "error", StringComparison.OrdinalIgnoreCase);
    }

    private static RenderResult Render(string text) =>
        PostRenderer.Render(new("posts/a.md", System.Text.Encoding.UTF8.GetBytes(text)), new());

    private static string Source => Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "src", "KapFunctions");

    private static string Here([CallerFilePath] string path = "") => path;

    /// <summary>The first element of each pattern in the table.</summary>
    [GeneratedRegex("""^\s+\[("[^"]+"( or "[^"]+")*)""", RegexOptions.Multiline)]
    private static partial Regex FirstParts();

    [GeneratedRegex(
        """
            "[^"]+"
            """
    )]
    private static partial Regex Quoted();

    [GeneratedRegex("slug: [a-z0-9-]+")]
    private static partial Regex SlugInMend();
}
