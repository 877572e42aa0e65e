using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Blobs.Models;
using KapFunctions.Storage.Account;

namespace KapFunctions.Benchmarks.Restore;

/// <summary>
/// Loses what a site is made of, part by part, has it made again by an instance that knows nothing, and compares every
/// answer with what it was before, byte for byte. Prints how long each took until the last answer was the same.
/// The emulator has no versions of blobs: snapshots stand in, which are put back by the same call (a copy within the account).
/// </summary>
internal static class RestoreDrill
{
    /// <summary>A restore that is not whole by then has failed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    private delegate Task Losing(StorageClients storage);

    /// <returns>How many restores failed.</returns>
    public static async Task<int> RunAsync(string samples, int posts)
    {
        var account = await DrillSite.NewAccountAsync();
        var storage = StorageClients.FromConnectionString(account);
        await DrillSite.FillAsync(storage, samples, posts);
        Answers before;
        await using (var first = await DrillSite.StartAsync(account))
        {
            before = await Answers.OfWholeSiteAsync(first, posts, Patience);
        }

        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{posts} posts beside the samples, {before.Count} answers")
        );
        var failed = 0;
        failed += await RestoreAsync("the table wiped", account, before, LoseTableAsync);
        failed += await RestoreAsync("rendered wiped", account, before, LoseRenderedAsync);
        failed += await RestoreAsync(
            "both wiped",
            account,
            before,
            async lost =>
            {
                await LoseTableAsync(lost);
                await LoseRenderedAsync(lost);
            }
        );
        failed += await RestoreContentAsync(account, before);
        failed += await RestoreElsewhereAsync(storage, before);
        return failed;
    }

    private static async Task<int> RestoreAsync(string what, string account, Answers before, Losing lose)
    {
        await lose(StorageClients.FromConnectionString(account));
        var started = Stopwatch.GetTimestamp();
        await using var fresh = await DrillSite.StartAsync(account);
        return await ReportAsync(what, fresh, before, started);
    }

    // The instance runs on, as it would: it publishes what was spoilt as far as it can, and hears of what comes back.
    private static async Task<int> RestoreContentAsync(string account, Answers before)
    {
        var storage = StorageClients.FromConnectionString(account);
        await using var running = await DrillSite.StartAsync(account);
        var kept = new List<(string Path, string Snapshot, BinaryData? Copy)>();
        await foreach (var blob in storage.Content.GetBlobsAsync())
        {
            var client = storage.Content.GetBlobClient(blob.Name);
            var snapshot = (await client.CreateSnapshotAsync()).Value.Snapshot;
            var isDeleted = kept.Count % 2 == 0;
            kept.Add((blob.Name, snapshot, isDeleted ? (await client.DownloadContentAsync()).Value.Content : null));
        }

        foreach (var (path, _, copy) in kept)
        {
            var client = storage.Content.GetBlobClient(path);
            if (copy is null)
            {
                await client.UploadAsync(BinaryData.FromString("---\ntitle: Spoilt\n---\nSpoilt."), overwrite: true);
            }
            else
            {
                await client.DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots);
            }
        }

        await before.WaitUntilOtherAsync(running, Patience);
        var started = Stopwatch.GetTimestamp();
        foreach (var (path, snapshot, copy) in kept)
        {
            var client = storage.Content.GetBlobClient(path);
            if (copy is null)
            {
                await (await client.StartCopyFromUriAsync(client.WithSnapshot(snapshot).Uri)).WaitForCompletionAsync();
            }
            else
            {
                await client.UploadAsync(copy, overwrite: true);
            }
        }

        return await ReportAsync("content spoilt and put back", running, before, started);
    }

    // Without a table, which no copy of an account's blobs brings along. What files without a date of their own are dated by,
    // their first upload, is in rendered.
    private static async Task<int> RestoreElsewhereAsync(StorageClients from, Answers before)
    {
        var account = await DrillSite.NewAccountAsync();
        var to = StorageClients.FromConnectionString(account);
        await to.CreateMissingAsync();
        var started = Stopwatch.GetTimestamp();
        await DrillSite.CopyAsync(from.Content, to.Content);
        await DrillSite.CopyAsync(from.Rendered, to.Rendered);
        await using var fresh = await DrillSite.StartAsync(account);
        return await ReportAsync("content and rendered in another account", fresh, before, started);
    }

    private static Task LoseTableAsync(StorageClients storage) => storage.Index.DeleteAsync();

    private static async Task LoseRenderedAsync(StorageClients storage)
    {
        await foreach (var blob in storage.Rendered.GetBlobsAsync())
        {
            await storage.Rendered.DeleteBlobAsync(blob.Name, DeleteSnapshotsOption.IncludeSnapshots);
        }
    }

    private static async Task<int> ReportAsync(string what, DrillSite site, Answers before, long started)
    {
        while (true)
        {
            var different = await before.DifferentAsync(site);
            var took = Stopwatch.GetElapsedTime(started);
            if (different.Count == 0 || took > Patience)
            {
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{what, -42} {took.TotalMinutes, 6:0.00} min, {before.Count - different.Count} of {before.Count} answers the same"
                    )
                );
                foreach (var line in different.Take(20))
                {
                    Console.WriteLine($"  {line}");
                }

                return different.Count == 0 ? 0 : 1;
            }

            await Task.Delay(BetweenLooks);
        }
    }
}
