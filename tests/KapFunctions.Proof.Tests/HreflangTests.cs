using System.Net;
using System.Text.Json;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Testing;
using Xunit.Abstractions;

namespace KapFunctions.Proof.Tests;

/// <summary>Whatever authors write, each page that names another is named by it, in the head, in the sitemap and in the API.</summary>
public sealed class HreflangTests(ITestOutputHelper output)
{
    private const string Home = "https://example.org/";

    private static readonly int Groups = Given.Size(representative: 100, full: 1_000);

    [Fact]
    public async Task Every_hreflang_of_random_groups_is_reciprocal_and_valid()
    {
        output.WriteLine($"KAP_SEED={Given.Seed}, {Groups} groups");
        var random = new Random(Given.Seed);
        var groups = Enumerable.Range(0, Groups).Select(number => TextGroup.Draw(number, random)).ToList();
        await using var site = await StartAsync(groups);
        var posts = (await ReadAllAsync(site, "posts")).Concat(await ReadAllAsync(site, "pages")).ToList();
        var byAddress = posts.ToDictionary(post => post.GetProperty("url").GetString()!, Alternates.OfPost);
        var map = Alternates.OfSitemap((await site.GetAsync("/sitemap.xml")).Body);

        foreach (var (address, alternates) in byAddress)
        {
            var page = await site.GetAsync(address[(Home.Length - 1)..]);
            Assert.True(page.Status == 200, address);
            Assert.Equal(alternates, Alternates.OfPage(page.Body));
            Assert.True(map.ContainsKey(address), $"{address} is in no sitemap");
            Assert.Equal(alternates, map[address]);
            if (alternates.Count > 0)
            {
                AssertValid(address, alternates);
                Assert.All(
                    AddressesOf(alternates),
                    other => Assert.True(byAddress.ContainsKey(other), $"{address} names {other}")
                );
                Assert.All(
                    alternates,
                    one => Assert.Equal(alternates, byAddress[one[(one.IndexOf(' ', StringComparison.Ordinal) + 1)..]])
                );
            }
        }

        foreach (var group in groups.Where(group => group.Shown is { Count: > 1 }))
        {
            var expected = group.Shown!.Select(slug => $"{Home}{slug}/").ToList();
            Assert.All(expected, address => Assert.True(byAddress.ContainsKey(address), $"{address} is missing"));
            Assert.All(expected, address => Assert.Equal(expected, AddressesOf(byAddress[address])));
        }

        var named = byAddress.Values.Count(alternates => alternates.Count > 0);
        output.WriteLine($"{byAddress.Count} pages, {named} name others");
        Assert.True(named > Groups);
    }

    // Each language once, the page itself among them, and the first is what all others are led to.
    private static void AssertValid(string address, IReadOnlyList<string> alternates)
    {
        var languages = alternates.Select(one => one.Split(' ')[0]).ToList();
        Assert.Equal("x-default", languages[^1]);
        Assert.Equal(TextGroup.Languages.Where(languages.Contains), languages.SkipLast(1));
        Assert.True(languages.Count > 2, address);
        Assert.Contains(address, AddressesOf(alternates));
        Assert.Equal(alternates[0].Split(' ')[1], alternates[^1].Split(' ')[1]);
    }

    private static IEnumerable<string> AddressesOf(IReadOnlyList<string> alternates) =>
        alternates.SkipLast(1).Select(one => one.Split(' ')[1]);

    private static async Task<TestSite> StartAsync(IReadOnlyList<TextGroup> groups)
    {
        var account = await SharedAzurite.NewAccountAsync();
        await using (var instance = new Instance(account))
        {
            await instance.ReconcileAsync();
            await instance.UploadAsync(
                "site.yaml",
                $"title: Site\nurl: {Home}\nlanguages: [{string.Join(", ", TextGroup.Languages)}]"
            );
            await instance.ReconcileAsync();
            await Parallel.ForEachAsync(
                groups.SelectMany(group => group.Files),
                new ParallelOptions { MaxDegreeOfParallelism = 8 },
                async (file, _) => await instance.PublishAsync(file.Key, file.Value)
            );
        }

        var site = await TestSite.StartAsync(account);
        await site.WaitAsync("/sitemap.xml", HttpStatusCode.OK);
        return site;
    }

    private static async Task<IReadOnlyList<JsonElement>> ReadAllAsync(TestSite site, string kind)
    {
        var reply = await site.GetAsync($"/api/{kind}?limit=all&fields=url,translations");
        Assert.True(reply.Status == 200, reply.Body);
        return [.. reply.Json.GetProperty(kind).EnumerateArray()];
    }
}
