using System.Globalization;
using System.Net;
using KapFunctions.Following.Cdn;
using KapFunctions.Following.Changes;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using KapFunctions.Settings;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests.Caches;

/// <summary>A cache that is purged by tags keeps answers for a day, and never while it holds what is old.</summary>
public sealed class TagCacheTests
{
    private const string Secret = "s3cret-token";

    private readonly ShiftedClock clock = new();

    [Fact]
    public async Task Cloudflare_is_told_thirty_tags_at_once_with_its_token()
    {
        await using var server = await TagCacheServer.StartAsync();
        using var cache = Cache(TagCacheKind.Cloudflare, server);

        Assert.Null(await cache.PurgeAsync([.. Enumerable.Range(0, 31).Select(i => $"post-{i}")], default));

        Assert.Equal([30, 1], server.Purges.Select(purge => purge.Tags.Count));
        var first = server.Purges.First();
        Assert.Equal("/client/v4/zones/abc123/purge_cache", first.Address);
        Assert.Equal($"Bearer {Secret}", first.Headers["Authorization"]);
        Assert.StartsWith("""{"tags":["post-0",""", first.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fastly_is_told_its_keys_with_its_token_and_forgets_at_once()
    {
        await using var server = await TagCacheServer.StartAsync();
        using var cache = Cache(TagCacheKind.Fastly, server);

        Assert.Null(await cache.PurgeAsync(["site", "tag-a%2Cb"], default));

        var purge = Assert.Single(server.Purges);
        Assert.Equal("/service/abc123/purge", purge.Address);
        Assert.Equal(Secret, purge.Headers["Fastly-Key"]);
        Assert.DoesNotContain("Fastly-Soft-Purge", purge.Headers.Keys);
        Assert.Equal("""{"surrogate_keys":["site","tag-a%2Cb"]}""", purge.Body);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"success":false,"errors":[{"message":"s3cret-token"}]}""")]
    [InlineData(HttpStatusCode.OK, "<html>")]
    [InlineData(HttpStatusCode.Forbidden, "s3cret-token")]
    [InlineData(HttpStatusCode.Found, "")]
    public async Task What_was_not_done_is_told_without_the_token(HttpStatusCode status, string answer)
    {
        await using var server = await TagCacheServer.StartAsync();
        (server.Status, server.Answer) = (status, answer);
        using var cache = Cache(TagCacheKind.Cloudflare, server);

        var error = await cache.PurgeAsync(["site"], default);

        Assert.NotNull(error);
        Assert.DoesNotContain(Secret, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_does_not_show_itself() =>
        Assert.DoesNotContain(
            Secret,
            new CdnOptions(ByTag: new(TagCacheKind.Fastly, "https://api.fastly.com", "abc", Secret)).ToString(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Cloudflare", "CDN-Cache-Control")]
    [InlineData("Fastly", "Surrogate-Control")]
    public async Task Answers_may_be_kept_for_a_day_but_not_while_a_purge_is_outstanding(string cdn, string header)
    {
        await using var server = await TagCacheServer.StartAsync();
        await using var site = await StartAsync(cdn, server);
        await site.UploadAsync("posts/a.md", "# One");
        await site.WaitAsync("/a/", HttpStatusCode.OK);
        var before = await site.GetAsync("/a/");

        await SettleAsync(site, header);
        var settled = await site.GetAsync("/a/");
        server.Status = HttpStatusCode.ServiceUnavailable;
        await site.DeleteAsync("posts/a.md");
        await site.WaitAsync("/a/", HttpStatusCode.Gone);
        clock.Advance(CdnOptions.AgainAfterRelease);
        await PurgeAsync(site);
        var outstanding = await site.GetAsync("/");
        server.Status = HttpStatusCode.OK;
        server.Purges.Clear();
        await SettleAsync(site, header);

        Assert.False(before.Headers.ContainsKey(header));
        // On the last day of a year it is less, since pages name the year.
        Assert.Matches(@"^max-age=(86400, stale-if-error=86400|\d{1,5})$", settled.Headers[header]);
        Assert.Equal("public, max-age=0, s-maxage=10", settled.Headers["Cache-Control"]);
        Assert.False(outstanding.Headers.ContainsKey(header));
        Assert.Equal("public, max-age=0, s-maxage=10", outstanding.Headers["Cache-Control"]);
        var post = Assert.Single(
            settled.Headers["Cache-Tag"].Split(','),
            tag => tag.StartsWith("post-", StringComparison.Ordinal)
        );
        // Once when it was withdrawn, and once more when nobody answers with it any longer.
        Assert.InRange(server.Purges.Count(purge => purge.Tags.Contains(post)), 2, int.MaxValue);
        Assert.False((await site.GetAsync("/api/search?q=one")).Headers.ContainsKey(header));
    }

    [Fact]
    public async Task No_answer_is_kept_beyond_the_time_at_which_a_post_appears()
    {
        await using var server = await TagCacheServer.StartAsync();
        await using var site = await StartAsync("Cloudflare", server);
        var due = clock.GetUtcNow().AddHours(3);
        await site.UploadAsync("posts/later.md", $"---\ndate: {due:O}\n---\n# Later");
        await site.UploadAsync("posts/a.md", "# One");
        await site.WaitAsync("/a/", HttpStatusCode.OK);

        await SettleAsync(site, "CDN-Cache-Control");
        var value = (await site.GetAsync("/")).Headers["CDN-Cache-Control"];

        Assert.Matches(@"^max-age=\d+$", value);
        Assert.InRange(int.Parse(value["max-age=".Length..], CultureInfo.InvariantCulture), 1, 3 * 3600);
    }

    [Fact]
    public async Task Without_such_a_cache_answers_name_their_tags_and_are_kept_for_seconds_as_ever()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a.md", "---\ntags: [\"a, b\", \"Übung\"]\n---\n# One");
        await site.WaitAsync("/api/tags/a-b", HttpStatusCode.OK);

        var tag = await site.GetAsync("/tag/a-b/");
        var again = await site.GetAsync("/tag/a-b/", ("If-None-Match", tag.ETag));

        Assert.Contains("tag-a-b", tag.Headers["Cache-Tag"].Split(','));
        Assert.Equal(tag.Headers["Cache-Tag"].Split(','), tag.Headers["Surrogate-Key"].Split(' '));
        Assert.Equal((304, tag.Headers["Cache-Tag"]), (again.Status, again.Headers["Cache-Tag"]));
        Assert.Equal("public, max-age=0, s-maxage=10", tag.Headers["Cache-Control"]);
        Assert.DoesNotContain(tag.Headers.Keys, name => name is "CDN-Cache-Control" or "Surrogate-Control");
    }

    [Theory]
    [InlineData("a,b c\r\nX-Header: 1")]
    [InlineData("übung")]
    [InlineData("練習")]
    [InlineData("%2C")]
    [InlineData("a\u00a0b\u2028")]
    public void A_tag_is_one_word_of_printable_ASCII_whatever_the_slug_is(string slug)
    {
        foreach (var tag in new[] { CacheTag.Tag(slug), CacheTag.Author(slug), CacheTag.File($"media/{slug}.png") })
        {
            Assert.DoesNotContain(tag, c => c is <= ' ' or > '~' or ',');
            Assert.InRange(tag.Length, 1, CacheTag.MaxLength);
        }

        Assert.NotEqual(CacheTag.Tag(slug), CacheTag.Tag(slug + "x"));
        Assert.InRange(CacheTag.Tag(string.Concat(Enumerable.Repeat(slug, 200))).Length, 1, CacheTag.MaxLength);
    }

    [Fact]
    public async Task However_much_an_answer_shows_its_tags_are_bounded()
    {
        using var index = new TestIndex();
        using var view = await index.ViewAsync([
            .. Enumerable
                .Range(0, 200)
                .Select(i => A.Post($"p{i}", post => post.Tagged([.. Enumerable.Range(0, 20).Select(t => $"t{t}")]))),
        ]);

        KapFunctions.Query.Posts.PostLists.Browse(view, new() { Limit = 25 });
        Assert.Equal(27, view.Depends.Tags.Count);
        for (var i = 0; i < 30; i++)
        {
            KapFunctions.Query.Terms.TermLists.FindTag(view, "t" + i);
            KapFunctions.Query.Replicas.FileRows.FindMedia(view, $"media/{i}.png");
            Assert.InRange(string.Join(',', view.Depends.Tags).Length, 1, Dependencies.MaxBytes);
        }

        Assert.Equal([CacheTag.Site, CacheTag.Lists, CacheTag.AnyMedia], view.Depends.Tags);
    }

    [Fact]
    public void What_an_older_or_a_newer_program_told_may_be_anywhere()
    {
        var entry = new LogEntry(1, DateTimeOffset.UnixEpoch, ChangeKind.Updated, "posts/a.md", "1", "a", []);

        Assert.Equal(["site"], ChangedTags.Of(entry));
        Assert.Equal(["site", "media"], ChangedTags.Of(entry with { Kind = ChangeKind.Unknown }));
        Assert.Empty(ChangedTags.Of(entry with { Kind = ChangeKind.Internal }));
        Assert.Equal(["lists", "post-1"], ChangedTags.Of(entry with { Lists = new(Moves: false, ["a"], ["b"]) }));
    }

    [Fact]
    public void A_thousand_changes_purge_the_site_and_no_media()
    {
        var lists = new ListChange(Moves: false, [], []);
        var entries = Enumerable
            .Range(0, 1000)
            .Select(i => new LogEntry(1, default, ChangeKind.Updated, "posts/a.md", $"{i}", "a", [], Lists: lists));

        Assert.Equal(["site"], PurgeTags.Of(entries));
    }

    private static CdnCache Cache(TagCacheKind kind, TagCacheServer server) =>
        new(new(ByTag: new(kind, server.Url, "abc123", Secret)));

    private Task<TestSite> StartAsync(string cdn, TagCacheServer server) =>
        TestSite.StartAsync(
            configure: services => services.AddSingleton<TimeProvider>(clock),
            settings: new()
            {
                [cdn == "Fastly" ? "Cdn:FastlyServiceId" : "Cdn:CloudflareZoneId"] = "abc123",
                [$"Cdn:{cdn}Token"] = Secret,
                [$"Cdn:{cdn}Url"] = server.Url,
            }
        );

    private static Task PurgeAsync(TestSite site) => site.Services.GetRequiredService<CdnPurger>().RunAsync(default);

    // Told, told again as late as it takes, and until this instance knows.
    private async Task SettleAsync(TestSite site, string header)
    {
        await PurgeAsync(site);
        clock.Advance(CdnOptions.AgainAfterRelease);
        await PurgeAsync(site);
        await site.WaitAsync("/", reply => reply.Headers.ContainsKey(header));
    }
}
