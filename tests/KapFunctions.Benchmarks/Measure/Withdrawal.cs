using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using KapFunctions.Content.Posts;
using KapFunctions.Testing;

namespace KapFunctions.Benchmarks.Measure;

/// <summary>
/// From the moment a post is withdrawn until no address of the site and of both APIs shows it: made a draft or deleted at
/// the desk (from its answer), uploaded as a draft or deleted in storage (from storage's answer), and expired (from its minute).
/// </summary>
internal static class Withdrawal
{
    private static readonly TimeSpan BeforeItExpires = TimeSpan.FromSeconds(3);

    /// <summary>Whoever asks without a pause measures mostly what the asking costs.</summary>
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromMilliseconds(10);

    private static int made;

    private delegate Task<long> Withdrawing(MeasuredSite site, string mark);

    public static async Task MeasureAsync(int posts)
    {
        await using var site = await MeasuredSite.StartAsync();
        foreach (var (path, text) in Footprints.Neighbours)
        {
            await UploadAsync(site, path, text);
        }

        // The first of a process wait for its compiler.
        await RunAsync(site, posts: 3, DraftAtTheDeskAsync);
        await ReportAsync(site, posts, "a draft at the desk", DraftAtTheDeskAsync);
        await ReportAsync(site, posts, "deleted at the desk", DeleteAtTheDeskAsync);
        await ReportAsync(site, posts, "a draft uploaded", DraftByUploadAsync);
        await ReportAsync(site, posts, "deleted in storage", DeleteInStorageAsync);
        await ReportAsync(site, posts, "expired", ExpireAsync);
    }

    private static async Task ReportAsync(MeasuredSite site, int posts, string how, Withdrawing withdraw)
    {
        var milliseconds = await RunAsync(site, posts, withdraw);
        milliseconds.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{how}, {posts} posts: gone everywhere p50 {milliseconds[posts / 2]:0} ms, p99 {milliseconds[(posts * 99 - 1) / 100]:0} ms, max {milliseconds[^1]:0} ms"
            )
        );
    }

    private static async Task<List<double>> RunAsync(MeasuredSite site, int posts, Withdrawing withdraw)
    {
        var milliseconds = new List<double>();
        for (var i = 0; i < posts; i++)
        {
            var mark = $"zq{made++}e";
            var withdrawn = await withdraw(site, mark);
            milliseconds.Add(await WaitUntilGoneAsync(site, mark, withdrawn));
        }

        return milliseconds;
    }

    private static async Task<long> DraftAtTheDeskAsync(MeasuredSite site, string mark)
    {
        var etag = await PublishAsync(site, mark);
        await SaveAsync(site, HttpMethod.Put, mark, etag, Footprints.TextOf(mark, "draft: true"));
        return Stopwatch.GetTimestamp();
    }

    private static async Task<long> DeleteAtTheDeskAsync(MeasuredSite site, string mark)
    {
        var etag = await PublishAsync(site, mark);
        await SaveAsync(site, HttpMethod.Delete, mark, etag, text: null);
        return Stopwatch.GetTimestamp();
    }

    private static async Task<long> DraftByUploadAsync(MeasuredSite site, string mark)
    {
        await PublishAsync(site, mark);
        await UploadAsync(site, Footprints.PathOf(mark), Footprints.TextOf(mark, "draft: true"));
        return Stopwatch.GetTimestamp();
    }

    private static async Task<long> DeleteInStorageAsync(MeasuredSite site, string mark)
    {
        await PublishAsync(site, mark);
        await site.Storage.Content.GetBlobClient(Footprints.PathOf(mark)).DeleteAsync();
        return Stopwatch.GetTimestamp();
    }

    private static async Task<long> ExpireAsync(MeasuredSite site, string mark)
    {
        var at = DateTimeOffset.UtcNow + BeforeItExpires;
        await PublishAsync(site, mark, $"expires: {at:O}");
        var left = at - DateTimeOffset.UtcNow;
        if (left < TimeSpan.Zero)
        {
            throw new InvalidOperationException("The post expired before it was published; this machine is too busy.");
        }

        await Task.Delay(left);
        // The timer may fire a little early or late: what counts is the clock.
        return Stopwatch.GetTimestamp() - (long)((DateTimeOffset.UtcNow - at).TotalSeconds * Stopwatch.Frequency);
    }

    /// <summary>Saves a post and waits until it is found by search, too; returns its version.</summary>
    private static async Task<string> PublishAsync(MeasuredSite site, string mark, string head = "")
    {
        var etag = await SaveAsync(site, HttpMethod.Put, mark, etag: null, Footprints.TextOf(mark, head));
        while (!await IsShownAsync(site, mark, $"/api/search?q={mark}word"))
        {
            await Task.Delay(5);
        }

        return etag!;
    }

    private static async Task<string?> SaveAsync(
        MeasuredSite site,
        HttpMethod method,
        string mark,
        string? etag,
        string? text
    )
    {
        var address = $"/api/editor/files?path={Uri.EscapeDataString(Footprints.PathOf(mark))}";
        using var request = new HttpRequestMessage(method, address);
        request.Content = text is null ? null : new StringContent(text);
        if (etag is null)
        {
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        }
        else
        {
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(etag));
        }

        using var response = await site.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("etag").GetString();
    }

    private static async Task UploadAsync(MeasuredSite site, string path, string text) =>
        await site.Storage.Content.GetBlobClient(path).UploadAsync(BinaryData.FromString(text), overwrite: true);

    /// <summary>Asks every address that shows the post again and again; milliseconds until the last one did not.</summary>
    private static async Task<double> WaitUntilGoneAsync(MeasuredSite site, string mark, long withdrawn)
    {
        IReadOnlyList<string> all = [.. Footprints.Own(mark, IdOf(mark)), .. Footprints.Shared(mark)];
        var left = all;
        while (left.Count > 0)
        {
            var shown = await Task.WhenAll(left.Select(address => IsShownAsync(site, mark, address)));
            left = [.. left.Where((_, i) => shown[i])];
            await Task.Delay(left.Count > 0 ? BetweenRounds : TimeSpan.Zero);
        }

        var gone = Stopwatch.GetElapsedTime(withdrawn).TotalMilliseconds;
        foreach (var address in all)
        {
            if (await IsShownAsync(site, mark, address))
            {
                throw new InvalidOperationException($"{address} shows {mark} again.");
            }
        }

        return gone;
    }

    /// <summary>A new file's id is the hash of its path.</summary>
    private static string IdOf(string mark) => PostIdentity.FromPath(Footprints.PathOf(mark));

    private static async Task<bool> IsShownAsync(MeasuredSite site, string mark, string address)
    {
        using var response = await site.Http.GetAsync(address);
        var body = await response.Content.ReadAsStringAsync();
        return Footprints.Shows(mark, address, (int)response.StatusCode, body);
    }
}
