using System.Collections.Concurrent;
using System.Net;
using KapFunctions.Following.Changes;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Files;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace KapFunctions.Tests.Caches;

/// <summary>A cache that forgets by tags shows nothing old: whatever is edited, every answer whose bytes change names a tag
/// that the change is told with.</summary>
public sealed class PurgeProofTests(ITestOutputHelper output)
{
    /// <summary>With <c>KAP_FULL=1</c> 10,000; <c>KAP_EDITS</c> says another number.</summary>
    private static readonly int Edits =
        int.TryParse(Environment.GetEnvironmentVariable("KAP_EDITS"), out var asked) ? asked
        : Environment.GetEnvironmentVariable("KAP_FULL") == "1" ? 10_000
        : 200;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("KAP_SEED"), out var asked)
        ? asked
        : 20;

    private static readonly string Key = "key=" + new string('a', 26);

    private static readonly string[] Lists =
    [
        "/",
        "/page/1/",
        "/page/2/",
        "/archive/",
        "/index.md",
        "/llms.txt",
        "/llms-full.txt",
        "/rss.xml",
        "/feed.json",
        "/sitemap.xml",
        "/robots.txt",
        "/api/posts",
        "/api/posts?limit=3&page=2",
        "/api/posts?filter=featured:true",
        "/api/posts?filter=tag:calm%2Bfeatured:false",
        "/api/posts?order=title%20asc&fields=title",
        "/api/posts?filter=title:~%27night%27",
        "/api/pages",
        "/api/tags",
        "/api/authors",
        "/api/archive",
        "/api/settings",
        $"/ghost/api/content/posts/?{Key}&limit=all&include=tags,authors&formats=plaintext",
        $"/ghost/api/content/tags/?{Key}&include=count.posts",
        $"/ghost/api/content/search-index/posts/?{Key}",
        "/media/b0.png",
        "/media/b1.png",
    ];

    private static readonly string[] Terms = ["calm", "rest", "sleep-dreams", "ubung", "uebung", "line-end", "rare"];

    private static readonly string[] Authors = ["mara", "theo-unal", "theo-uenal", "site", "somebody"];

    [Fact]
    public async Task After_every_edit_each_answer_that_changed_names_a_tag_that_the_change_is_told_with()
    {
        await using var site = await TestSite.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = site.Address,
        };
        var edited = new EditedSite(Seed);
        await ApplyAsync(site, edited.Begin());
        var (before, from) = (await ReadAsync(site, http, edited), await EndAsync(site));
        var counts = new SortedDictionary<string, (int Edits, int Changed, int Purged)>(StringComparer.Ordinal);
        var missed = new List<string>();
        for (var i = 0; i < Edits; i++)
        {
            var edit = edited.Next();
            await ApplyAsync(site, edit);
            var start = await EndAsync(site);
            var after = await ReadAsync(site, http, edited);
            var purged = await ToldAsync(site, from);
            var old = before
                .Where(known => known.Value.Tags.Any(purged.Contains))
                .Select(known => known.Key)
                .ToHashSet();
            var changed = before
                .Where(known => known.Value.IsKept && after[known.Key].Body != known.Value.Body)
                .ToArray();
            missed.AddRange(
                changed
                    .Where(known => !old.Contains(known.Key))
                    .Select(known =>
                        $"{i} {edit.Kind} {string.Join(' ', edit.Files.Keys)}: {known.Key} [{string.Join(' ', known.Value.Tags)}] told [{string.Join(' ', purged)}]"
                    )
            );
            var sum = counts.GetValueOrDefault(edit.Kind);
            counts[edit.Kind] = (sum.Edits + 1, sum.Changed + changed.Length, sum.Purged + old.Count);
            (before, from) = (after, start);
        }

        Report(counts);
        Assert.True(missed.Count == 0, $"Seed {Seed}, {missed.Count} missed:\n{string.Join('\n', missed.Take(20))}");
        Assert.True(counts.Values.Sum(count => count.Changed) > Edits);
    }

    private void Report(IReadOnlyDictionary<string, (int Edits, int Changed, int Purged)> counts)
    {
        foreach (var (kind, (edits, changed, purged)) in counts)
        {
            output.WriteLine($"{kind}: {edits} edits, {changed} answers changed, {purged} purged");
        }

        var (all, vain) = (counts.Values.Sum(count => count.Purged), counts.Values.Sum(count => count.Changed));
        output.WriteLine($"In all {vain} answers changed, {all} purged: {100.0 * (all - vain) / all:0.0} % in vain");
    }

    private static async Task ApplyAsync(TestSite site, Edit edit)
    {
        var publisher = site.Services.GetRequiredService<Publisher>();
        foreach (var (path, file) in edit.Files)
        {
            if (file is not null)
            {
                await site.UploadAsync(path, file);
            }
            else
            {
                await site.Storage.Content.GetBlobClient(path).DeleteIfExistsAsync();
            }

            await publisher.LookAtAsync(path, LookReason.Changed, default);
        }
    }

    private static async Task<LogPosition> EndAsync(TestSite site) =>
        LogPosition.EndOf((await site.Services.GetRequiredService<IndexReader>().ReadHeadAsync(default))!);

    private static async Task<HashSet<string>> ToldAsync(TestSite site, LogPosition from) =>
        [
            .. (
                await site
                    .Services.GetRequiredService<IndexReader>()
                    .ReadLogAsync(from.Epoch, from.Sequence, default)
                    .ToListAsync()
            ).SelectMany(ChangedTags.Of),
        ];

    private static IEnumerable<string> Addresses(EditedSite edited) =>
        Lists
            .Concat(
                edited.Slugs.SelectMany(slug =>
                    new[]
                    {
                        $"/{slug}/",
                        $"/{slug}.md",
                        $"/api/posts/{slug}",
                        $"/api/posts/{slug}/html",
                        $"/ghost/api/content/posts/slug/{slug}/?{Key}&include=tags,authors",
                    }
                )
            )
            .Concat(
                Terms.SelectMany(slug =>
                    new[]
                    {
                        $"/tag/{slug}/",
                        $"/tag/{slug}/rss.xml",
                        $"/api/tags/{slug}",
                        $"/api/posts?filter=tag:{slug}&fields=title",
                    }
                )
            )
            .Concat(
                Authors.SelectMany(slug =>
                    new[] { $"/author/{slug}/", $"/author/{slug}/rss.xml", $"/api/authors/{slug}" }
                )
            );

    private static async Task<Dictionary<string, Known>> ReadAsync(TestSite site, HttpClient http, EditedSite edited)
    {
        await site.Services.GetRequiredService<ReadModel>().RefreshAsync(default);
        var read = new ConcurrentDictionary<string, Known>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            Addresses(edited),
            async (address, cancellation) =>
            {
                using var response = await AnswerAsync(http, address, cancellation);
                var body = Convert.ToBase64String(await response.Content.ReadAsByteArrayAsync(cancellation));
                var isGood = response.StatusCode == HttpStatusCode.OK;
                Assert.Equal(isGood, response.Headers.Contains("Cache-Tag"));
                read[address] = new(
                    $"{response.StatusCode} {body}",
                    isGood ? response.Headers.GetValues("Cache-Tag").Single().Split(',') : []
                );
            }
        );
        return new(read, StringComparer.Ordinal);
    }

    /// <summary>A file that storage does not hand out in time is a 503, which says nothing of what stands there.</summary>
    private static async Task<HttpResponseMessage> AnswerAsync(
        HttpClient http,
        string address,
        CancellationToken cancellation
    )
    {
        for (var tries = 1; ; tries++)
        {
            var response = await http.GetAsync(address, cancellation);
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                return response;
            }

            response.Dispose();
            Assert.True(tries < 5, $"{address} was not answered {tries} times.");
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        }
    }

    private sealed record Known(string Body, IReadOnlyList<string> Tags)
    {
        /// <summary>No cache keeps a problem, and a redirect for a minute at most.</summary>
        public bool IsKept => Tags.Count > 0;
    }
}
