using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Azure.Core;
using KapFunctions.Following.Cdn;
using KapFunctions.Settings;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests;

/// <summary>A cache in front hears what became old: at least once, again where it failed, and never more than it must forget.</summary>
public sealed class CdnTests
{
    private const string Endpoint =
        "/subscriptions/1/resourceGroups/g/providers/Microsoft.Cdn/profiles/p/afdEndpoints/e";

    [Fact]
    public async Task What_is_unpublished_is_purged_everywhere_and_what_changed_where_it_stands()
    {
        await using var cdn = await Cdn.StartAsync();
        await using var site = await StartAsync(cdn);

        await site.UploadAsync("posts/a.md", "# One");
        var published = await cdn.WaitForAsync("/a");
        await site.DeleteAsync("posts/a.md");
        var gone = await cdn.WaitForAsync("/*");

        Assert.Equal("Bearer secret", published.Authorization);
        Assert.Equal(
            ["/a", "/a/*"],
            published.Paths.Where(path => path.StartsWith("/a", StringComparison.Ordinal) && path.Length < 5)
        );
        Assert.Contains("/", published.Paths);
        Assert.Contains("/api/*", published.Paths);
        Assert.DoesNotContain(
            published.Paths,
            path => path.StartsWith("/media", StringComparison.Ordinal) || path == "/*"
        );
        Assert.Equal(["/*"], gone.Paths);
    }

    [Fact]
    public async Task A_renamed_post_is_purged_under_both_addresses_and_a_picture_under_its_own()
    {
        await using var cdn = await Cdn.StartAsync();
        await using var site = await StartAsync(cdn);
        await site.UploadAsync("posts/a.md", "# One");
        await cdn.WaitForAsync("/a");

        await site.UploadAsync("posts/a.md", "---\ntitle: One\nslug: b\n---\n");
        var renamed = await cdn.WaitForAsync("/b");
        await site.UploadAsync("media/a b.png", BinaryData.FromBytes(TestPicture.Png(8, 8)));
        var picture = await cdn.WaitForAsync("/media/a%20b.png");

        Assert.Contains("/a/*", renamed.Paths);
        Assert.Equal(["/media/a%20b.png"], picture.Paths);
    }

    [Fact]
    public async Task A_purge_that_fails_is_made_again_together_with_what_came_after_it()
    {
        await using var cdn = await Cdn.StartAsync();
        await using var site = await StartAsync(cdn);
        cdn.Answer = HttpStatusCode.ServiceUnavailable;
        await site.UploadAsync("posts/a.md", "# One");
        await cdn.WaitForAsync("/a");
        await site.UploadAsync("posts/b.md", "# Two");
        await site.WaitAsync("/api/posts/b", HttpStatusCode.OK);

        cdn.Answer = HttpStatusCode.Accepted;
        var purger = site.Services.GetRequiredService<CdnPurger>();
        await purger.RunAsync(default);
        var again = await cdn.WaitForAsync("/b");
        var heard = cdn.Purges.Count;
        await purger.RunAsync(default);

        Assert.Contains("/a", again.Paths);
        Assert.Equal(heard, cdn.Purges.Count);
    }

    [Fact]
    public async Task Front_Door_is_purged_through_Azure_with_a_token_of_the_app_s_identity()
    {
        await using var cdn = await Cdn.StartAsync();
        using var cache = new CdnCache(new(Endpoint, cdn.Url, new GivenToken()));

        Assert.Null(await cache.PurgeAsync(["/a", "/b/*"], default));

        var purge = Assert.Single(cdn.Purges);
        Assert.Equal($"{Endpoint}/purge?api-version=2025-06-01", purge.Address);
        Assert.Equal($"Bearer token for {cdn.Url}/.default", purge.Authorization);
        Assert.Equal("""{"contentPaths":["/a","/b/*"]}""", purge.Body);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_reached_is_no_exception()
    {
        using var cache = new CdnCache(new(PurgeUrl: new("http://127.0.0.1:1/")));

        Assert.NotNull(await cache.PurgeAsync(["/*"], default));
    }

    [Fact]
    public void A_thousand_changes_purge_everything_and_a_draft_nothing()
    {
        var entries = Enumerable.Range(0, 1000).Select(i => Entry(ChangeKind.Updated, $"p{i}")).ToArray();

        Assert.Equal(["/*"], PurgePaths.Of(entries));
        Assert.Equal(["/*"], PurgePaths.Of([Entry(ChangeKind.Site, null)]));
        Assert.Equal(["/*"], PurgePaths.Of([Entry(ChangeKind.Theme, null)]));
        Assert.Empty(PurgePaths.Of([Entry(ChangeKind.Internal, "draft")]));
    }

    [Fact]
    public void A_text_in_another_language_purges_all_that_stands_below_its_tag_and_the_Markdown_beside_a_page_goes_with_it()
    {
        var french = PurgePaths.Of([Entry(ChangeKind.Updated, "fr/calm")]);
        var english = PurgePaths.Of([Entry(ChangeKind.Updated, "calm")]);

        Assert.Equal(["/fr/*"], french.Where(path => path.StartsWith("/fr", StringComparison.Ordinal)));
        Assert.Equal(
            ["/calm", "/calm.md", "/calm/*"],
            english.Where(path => path.StartsWith("/calm", StringComparison.Ordinal))
        );
        Assert.Contains("/index.md", english);
        Assert.Contains("/sitemap.xml", french);
    }

    private static LogEntry Entry(ChangeKind kind, string? slug) =>
        new(1, DateTimeOffset.UnixEpoch, kind, "posts/a.md", null, slug, []);

    private static async Task<TestSite> StartAsync(Cdn cdn)
    {
        var site = await TestSite.StartAsync(
            settings: new()
            {
                [CdnOptions.PurgeUrlSetting] = cdn.Url + "/purge",
                [CdnOptions.PurgeTokenSetting] = "secret",
            }
        );
        // It is told once of a log that it has never heard of.
        await site.Services.GetRequiredService<CdnPurger>().RunAsync(default);
        await cdn.WaitForAsync("/*");
        return site;
    }

    private sealed record Purge(string Address, string? Authorization, string Body)
    {
        public IReadOnlyList<string> Paths =>
            [
                .. JsonDocument
                    .Parse(Body)
                    .RootElement.EnumerateObject()
                    .Single()
                    .Value.EnumerateArray()
                    .Select(path => path.GetString()!),
            ];
    }

    private sealed class GivenToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext context, CancellationToken cancellation) =>
            new($"token for {context.Scopes.Single()}", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext context,
            CancellationToken cancellation
        ) => new(GetToken(context, cancellation));
    }

    /// <summary>Somebody's cache.</summary>
    private sealed class Cdn : IAsyncDisposable
    {
        private readonly WebApplication app;
        private int taken;

        private Cdn()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            app = builder.Build();
            app.MapPost("{*path}", TakeAsync);
        }

        public HttpStatusCode Answer { get; set; } = HttpStatusCode.Accepted;

        public string Url => app.Urls.Single();

        public ConcurrentQueue<Purge> Purges { get; } = new();

        public static async Task<Cdn> StartAsync()
        {
            var cdn = new Cdn();
            await cdn.app.StartAsync();
            return cdn;
        }

        /// <summary>The next purge of <paramref name="path"/>.</summary>
        public async Task<Purge> WaitForAsync(string path)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (true)
            {
                for (; taken < Purges.Count; taken++)
                {
                    if (Purges.ElementAt(taken) is var purge && purge.Paths.Contains(path))
                    {
                        taken++;
                        return purge;
                    }
                }

                await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
            }
        }

        public async ValueTask DisposeAsync() => await app.DisposeAsync();

        private async Task<IResult> TakeAsync(HttpRequest request)
        {
            using var reader = new StreamReader(request.Body);
            Purges.Enqueue(
                new(request.Path + request.QueryString, request.Headers.Authorization, await reader.ReadToEndAsync())
            );
            return Results.StatusCode((int)Answer);
        }
    }
}
