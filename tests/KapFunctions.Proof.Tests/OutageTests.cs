using System.Diagnostics;
using System.Net;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Storage.Account;
using KapFunctions.Testing;
using KapFunctions.Testing.Faults;
using Xunit.Abstractions;

namespace KapFunctions.Proof.Tests;

/// <summary>Experiment 17: storage is down for a while (a minute in the whole matrix); readers notice nothing, and it comes back quietly.</summary>
public sealed class OutageTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(Given.Size(representative: 6, full: 30));
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(15);

    /// <summary>What an idle host asks of storage in a second, with all its pollers at the pace of tests, and as much again.</summary>
    private const int MostCallsASecond = 120;

    [Theory]
    [InlineData(Fault.Unavailable)]
    [InlineData(Fault.Reset)]
    public async Task Cached_reads_are_served_and_what_was_uploaded_meanwhile_is_served_soon_after(Fault fault)
    {
        await using var account = await Given.NewAccountAsync();
        var editor = StorageClients.FromConnectionString(account.DirectConnectionString);
        await using var site = await TestSite.StartAsync(account.ConnectionString);
        await UploadAsync(editor, "posts/a.md", "Before");
        string[] addresses = ["/api/posts/a", "/api/posts/a/html", "/api/posts", "/api/health/ready"];
        foreach (var address in addresses)
        {
            await site.WaitAsync(
                address,
                reply => reply.Status == 200 && (address[^1] == 'y' || reply.Body.Contains("Before"))
            );
        }

        account.Plan = new(seed: 0, rate: 1, fault);
        account.Forget();
        await UploadAsync(editor, "posts/b.md", "Meanwhile");
        var reads = await ReadForAsync(site, addresses, Outage);
        var down = account.Calls.Count / Outage.TotalSeconds;

        account.Forget();
        account.Mend();
        var mended = Stopwatch.GetTimestamp();
        await site.WaitAsync("/api/posts/b", HttpStatusCode.OK);
        var recovered = Stopwatch.GetElapsedTime(mended);
        var after = account.Calls.Count / Math.Max(1, recovered.TotalSeconds);

        output.WriteLine(
            $"{reads} reads; {down:0} calls a second while down, {after:0} after; served after {recovered}"
        );
        Assert.True(recovered < Recovery, $"recovered only after {recovered}");
        Assert.InRange(down, 0, MostCallsASecond);
        Assert.InRange(after, 0, MostCallsASecond);
    }

    private static async Task<int> ReadForAsync(TestSite site, string[] addresses, TimeSpan time)
    {
        var (reads, slow) = (0, 0);
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < time; reads++)
        {
            var begun = Stopwatch.GetTimestamp();
            var reply = await site.GetAsync(addresses[reads % addresses.Length]);
            Assert.Equal(200, reply.Status);
            slow += Stopwatch.GetElapsedTime(begun) > TimeSpan.FromMilliseconds(500) ? 1 : 0;
            await Task.Delay(20);
        }

        // Only who comes in the first second waits for it.
        Assert.InRange(slow, 0, 3);
        return reads;
    }

    private static async Task UploadAsync(StorageClients editor, string path, string text) =>
        await editor.Content.GetBlobClient(path).UploadAsync(BinaryData.FromString(text), overwrite: true);
}
