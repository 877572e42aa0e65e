using System.Diagnostics;
using System.Net;
using KapFunctions.Testing;
using KapFunctions.Tests.Editor;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests;

/// <summary>What an author takes back is gone from every address of the site and of both APIs, soon.</summary>
public sealed class WithdrawalTests
{
    private const string Mark = "zq1";

    private static readonly string Path = Footprints.PathOf(Mark);
    private static readonly TimeSpan AtTheDesk = TimeSpan.FromSeconds(1);

    private readonly ShiftedClock clock = new();

    [Theory]
    [InlineData("draft: true")]
    [InlineData("date: 2099-01-01")]
    [InlineData(null)]
    public async Task What_is_withdrawn_at_the_desk_is_gone_everywhere_a_second_after_its_answer(string? head)
    {
        await using var site = await TestSite.StartAsync();
        var (id, etag) = await PublishAsync(site);
        var editor = new EditorClient(site);

        await (
            head is null
                ? editor.DeleteAsync(Path, etag)
                : editor.WriteAsync(Path, Footprints.TextOf(Mark).Replace("date: 2024-06-01", head), etag)
        );
        var answered = Stopwatch.GetTimestamp();

        Assert.Empty(await WaitUntilGoneAsync(site, id, AtTheDesk - Stopwatch.GetElapsedTime(answered)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_an_upload_or_a_deletion_withdraws_is_gone_everywhere_soon(bool isDeleted)
    {
        await using var site = await TestSite.StartAsync();
        var (id, _) = await PublishAsync(site);

        await (isDeleted ? site.DeleteAsync(Path) : site.UploadAsync(Path, Footprints.TextOf(Mark, "draft: true")));

        // The promise of two seconds is measured, not tested: a busy machine may take longer.
        Assert.Empty(await WaitUntilGoneAsync(site, id, TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task So_is_what_was_saved_at_the_desk_and_deleted_in_storage_before_any_listing_had_it()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        for (var i = 0; i < 10; i++)
        {
            await editor.WriteAsync($"posts/brief-{i}.md", "# Brief", EditorClient.Absent);
            await site.DeleteAsync($"posts/brief-{i}.md");
        }

        for (var i = 0; i < 10; i++)
        {
            await site.WaitAsync($"/api/posts/brief-{i}", HttpStatusCode.Gone);
        }
    }

    [Fact]
    public async Task What_expires_is_gone_everywhere_at_once()
    {
        await using var site = await TestSite.StartAsync(configure: services =>
            services.AddSingleton<TimeProvider>(clock)
        );
        var (id, _) = await PublishAsync(site, $"expires: {clock.GetUtcNow().AddDays(1):O}");

        clock.Advance(TimeSpan.FromDays(2));

        Assert.Empty(await LeftAsync(site, id));
    }

    /// <summary>Publishes a post between two others, and sees that every address tells of it.</summary>
    private static async Task<(string Id, string ETag)> PublishAsync(TestSite site, string head = "")
    {
        var editor = new EditorClient(site);
        foreach (var (path, text) in Footprints.Neighbours)
        {
            await editor.WriteAsync(path, text, EditorClient.Absent);
        }

        var written = await editor.WriteAsync(Path, Footprints.TextOf(Mark, head), EditorClient.Absent);
        var post = await site.WaitAsync($"/api/posts/{Footprints.SlugOf(Mark)}", HttpStatusCode.OK);
        var id = post.Json.GetProperty("id").GetString()!;
        await site.WaitAsync($"/api/search?q={Mark}word", reply => reply.Body.Contains(Footprints.SlugOf(Mark)));
        Assert.Equal(AddressesOf(id).Order(), (await LeftAsync(site, id)).Order());
        return (id, written.Json.GetProperty("etag").GetString()!);
    }

    private static async Task<IReadOnlyList<string>> WaitUntilGoneAsync(TestSite site, string id, TimeSpan patience)
    {
        var start = Stopwatch.GetTimestamp();
        var left = AddressesOf(id);
        do
        {
            left = await LeftAsync(site, id);
        } while (left.Count > 0 && Stopwatch.GetElapsedTime(start) < patience);

        return left;
    }

    /// <summary>The addresses that still show the post.</summary>
    private static async Task<IReadOnlyList<string>> LeftAsync(TestSite site, string id)
    {
        var asked = await Task.WhenAll(
            AddressesOf(id).Select(async address => (Address: address, Reply: await site.GetAsync(address)))
        );
        return
        [
            .. asked
                .Where(one => Footprints.Shows(Mark, one.Address, one.Reply.Status, one.Reply.Body))
                .Select(one => one.Address),
        ];
    }

    private static IReadOnlyList<string> AddressesOf(string id) =>
        [.. Footprints.Own(Mark, id), .. Footprints.Shared(Mark)];
}
