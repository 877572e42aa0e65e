using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KapFunctions.Benchmarks.Restore;

/// <summary>What a site answered: status, tag and bytes of each address, the log aside, whose epoch is made at random.</summary>
internal sealed partial class Answers
{
    private static readonly string[] Fixed =
    [
        "/",
        "/archive/",
        "/rss.xml",
        "/atom.xml",
        "/feed.json",
        "/sitemap.xml",
        "/robots.txt",
        "/no-such-page/",
        "/api/settings",
        "/api/archive",
        "/api/tags?limit=all",
        "/api/authors?limit=all",
        "/api/posts?limit=all",
        "/api/pages?limit=all",
        "/api/posts?limit=5&page=2",
        "/api/posts?filter=tag:drill&limit=20",
        "/api/search?q=paragraph",
        "/ghost/api/content/posts/?key=22444f78447824223cefc48062&limit=15&include=tags,authors",
        "/ghost/api/content/settings/?key=22444f78447824223cefc48062",
    ];

    private readonly IReadOnlyDictionary<string, string> before;

    private Answers(IReadOnlyDictionary<string, string> before) => this.before = before;

    public int Count => before.Count;

    /// <summary>All addresses of a site, once it has published everything and answers the same twice.</summary>
    public static async Task<Answers> OfWholeSiteAsync(DrillSite site, int posts, TimeSpan patience)
    {
        var end = TimeProvider.System.GetUtcNow() + patience;
        while (await CountAsync(site) < posts)
        {
            ThrowAfter(end, $"{await CountAsync(site)} of {posts} posts are published");
            await Task.Delay(100);
        }

        var last = await ReadAsync(site, await AddressesAsync(site));
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            var now = await ReadAsync(site, await AddressesAsync(site));
            var changed = now.Where(one => last.GetValueOrDefault(one.Key) != one.Value)
                .Select(one => one.Key)
                .ToList();
            if (changed.Count == 0 && now.Count == last.Count)
            {
                return new(now);
            }

            ThrowAfter(end, $"still other answers each time: {string.Join(' ', changed.Take(5))}");
            last = now;
        }
    }

    /// <summary>The addresses that answer otherwise now, and how.</summary>
    public async Task<IReadOnlyList<string>> DifferentAsync(DrillSite site)
    {
        var now = await ReadAsync(site, before.Keys);
        return
        [
            .. before
                .Where(one => now[one.Key] != one.Value)
                .Select(one => $"{one.Key}: {one.Value}, then {now[one.Key]}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Until most posts are gone or other ones.</summary>
    public async Task WaitUntilOtherAsync(DrillSite site, TimeSpan patience)
    {
        var end = TimeProvider.System.GetUtcNow() + patience;
        while ((await DifferentAsync(site)).Count < Count * 9 / 10 && TimeProvider.System.GetUtcNow() < end)
        {
            await Task.Delay(250);
        }
    }

    private static void ThrowAfter(DateTimeOffset end, string what)
    {
        if (TimeProvider.System.GetUtcNow() > end)
        {
            throw new TimeoutException(what);
        }
    }

    private static async Task<int> CountAsync(DrillSite site)
    {
        using var answer = await site.Http.GetAsync("/api/posts?limit=1&filter=tag:drill");
        if (!answer.IsSuccessStatusCode)
        {
            return -1;
        }

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("meta").GetProperty("pagination").GetProperty("total").GetInt32();
    }

    private static async Task<IReadOnlyCollection<string>> AddressesAsync(DrillSite site)
    {
        var all = new HashSet<string>(Fixed, StringComparer.Ordinal);
        foreach (var kind in new[] { "posts", "pages" })
        {
            var list = await site.Http.GetStringAsync($"/api/{kind}?limit=all&fields=slug");
            foreach (Match match in Slug().Matches(list))
            {
                var slug = match.Groups[1].Value;
                all.UnionWith([$"/{slug}/", $"/api/{kind}/{slug}"]);
            }
        }

        var home = await site.Http.GetStringAsync("/api/posts?limit=all");
        all.UnionWith(Media().Matches(home).Select(match => match.Value));
        return all;
    }

    private static async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        DrillSite site,
        IEnumerable<string> addresses
    )
    {
        var read = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            addresses,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (address, cancellation) =>
            {
                using var answer = await site.Http.GetAsync(address, cancellation);
                var bytes = await answer.Content.ReadAsByteArrayAsync(cancellation);
                // Pages name a nonce in their policy and nowhere else. A tag is of the bytes, which are compared; a picture's is storage's
                // own, and a new one when the file is put back.
                read[address] = $"{(int)answer.StatusCode} {Convert.ToHexString(SHA256.HashData(bytes)).AsSpan(0, 16)}";
            }
        );
        return read;
    }

    [GeneratedRegex("\"slug\":\"([^\"]+)\"")]
    private static partial Regex Slug();

    [GeneratedRegex(@"/media/[\w./-]+(\?v=\w+)?")]
    private static partial Regex Media();
}
