using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Azure.Storage.Blobs;
using KapFunctions.Editor.Files;
using KapFunctions.Standalone.Azurite;
using KapFunctions.Standalone.Invocation;
using KapFunctions.Storage.Account;

namespace KapFunctions.Standalone.Triggers;

/// <summary>Runs the container's functions for each new ETag, at least once, and tells of blobs that are gone. What it knows lives
/// in memory: after a start every blob is news, and functions are cheap for what is not.</summary>
internal sealed class BlobListener(
    BlobContainerClient container,
    BlobListing listing,
    IReadOnlyList<BlobFunction> functions,
    DeletedEvents deleted,
    PoisonQueues poison,
    PollingLease? lease,
    TimeSpan interval,
    ILogger<BlobListener> logger
) : Listener
{
    private const int MaxParallel = 16;

    /// <summary>Where something changed, more is likely to follow: a folder is being uploaded, an editor goes on writing.</summary>
    private static readonly TimeSpan Alert = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Attention = TimeSpan.FromSeconds(2);

    /// <summary>In bytes. Larger blobs wait in a line of their own, so that small ones never wait behind them.</summary>
    private const int LargeBytes = 32 * 1024;
    private const int MaxLarge = 4;

    private readonly BlobVersions versions = new();
    private readonly ConcurrentDictionary<string, byte> busy = new(StringComparer.Ordinal);
    private readonly WorkSlots slots = new(MaxParallel);
    private readonly WorkSlots largeSlots = new(MaxLarge);
    private Task telling = Task.CompletedTask;
    private long newsAt;
    private bool lastLookFailed;

    public static BlobListener Create(
        IServiceProvider services,
        string containerName,
        IReadOnlyList<FunctionMethod> functions
    )
    {
        var options = services.GetRequiredService<StandaloneOptions>();
        var storage = services.GetRequiredService<StorageClients>();
        var instances = services.GetRequiredService<FunctionInstances>();
        var container = storage.Blobs.GetBlobContainerClient(containerName);
        var isEmulator = Emulator.Serves(storage.Blobs);
        var listener = new BlobListener(
            container,
            new BlobListing(storage, containerName),
            [.. functions.Select(function => new BlobFunction(function, instances.Of(function)))],
            ActivatorUtilities.CreateInstance<DeletedEvents>(services),
            services.GetRequiredService<PoisonQueues>(),
            options.SharesAccount ?? !isEmulator ? new(container) : null,
            options.BlobPollInterval ?? (isEmulator ? TimeSpan.FromMilliseconds(500) : TimeSpan.FromSeconds(30)),
            services.GetRequiredService<ILogger<BlobListener>>()
        );
        if (containerName == StorageNames.ContentContainer && services.GetService<EditPublisher>() is { } edited)
        {
            edited.Written += listener.versions.Remember;
        }

        return listener;
    }

    public override void Dispose()
    {
        slots.Dispose();
        largeSlots.Dispose();
        base.Dispose();
    }

    protected override async Task ListenAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                var (took, hasNews) = await LookAsync(stopping);
                await Task.Delay(PauseAfter(took, hasNews), stopping);
            }
        }
        finally
        {
            await slots.DrainAsync();
            await largeSlots.DrainAsync();
            await (lease?.ReleaseAsync() ?? Task.CompletedTask);
        }
    }

    /// <summary>While nothing is new, listings take at most a fifth of the time; the more there is to list, the rarer they are.</summary>
    private TimeSpan PauseAfter(TimeSpan took, bool hasNews)
    {
        newsAt = hasNews ? Stopwatch.GetTimestamp() : newsAt;
        var isAttentive = Stopwatch.GetElapsedTime(newsAt) < Attention;
        var wanted =
            hasNews ? Alert
            : isAttentive ? Longer(Alert, took * 4)
            : interval;
        return Longer(took, wanted < interval ? wanted : interval);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>How long the listing took, and whether something was new in it.</summary>
    private async Task<(TimeSpan Took, bool HasNews)> LookAsync(CancellationToken stopping)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            if (lease is null || await lease.TryHoldAsync(stopping))
            {
                versions.BeginLook();
                var blobs = await ListAsync(stopping);
                var took = Stopwatch.GetElapsedTime(started);
                var changes = versions.Learn(blobs, busy.ContainsKey);
                await DeliverAsync(changes, stopping);
                Recovered();
                return (took, changes.Changed is not []);
            }
        }
        // Whatever a listing throws, the next one may succeed.
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            Failed(failure);
        }

        return (Stopwatch.GetElapsedTime(started), HasNews: false);
    }

    private async Task<List<ListedVersion>> ListAsync(CancellationToken stopping)
    {
        List<ListedVersion> blobs = [];
        await foreach (var blob in listing.ListAsync(prefix: "", stopping))
        {
            blobs.Add(new(blob.Name, blob.ETag?.ToString("H") ?? "", blob.Size));
        }

        return blobs;
    }

    private async Task DeliverAsync(BlobChanges changes, CancellationToken stopping)
    {
        List<Task> deliveries = [];
        foreach (var blob in changes.Changed)
        {
            busy.TryAdd(blob.Name, 0);
            deliveries.Add(
                blob.Size > LargeBytes
                    ? largeSlots.StartAsync(() => RunAsync(blob), stopping).Unwrap()
                    : await slots.StartAsync(() => RunAsync(blob), stopping)
            );
        }

        // Who has not been told of is gone at the next look, too.
        if (telling.IsCompleted)
        {
            var told = telling;
            telling = TellAsync(changes, deliveries, stopping);
            await told;
        }
    }

    /// <summary>A file that moved is gone and new at once: whoever hears of the old name finds the new one in its place. The next looks
    /// do not wait for large ones.</summary>
    private async Task TellAsync(BlobChanges changes, List<Task> deliveries, CancellationToken stopping)
    {
        if (changes.Gone is [])
        {
            return;
        }

        await Task.WhenAll(deliveries);
        foreach (var name in changes.Gone)
        {
            await deleted.SendAsync(container, name, stopping);
            versions.Forget(name, changes.Look);
        }
    }

    private async Task RunAsync(ListedVersion blob)
    {
        try
        {
            var client = container.GetBlobClient(blob.Name);
            foreach (var function in functions)
            {
                var run = () => function.RunAsync(client, blob.Name, Aborted);
                if (await FiveTries.RunAsync(run, firstTry: 1, Aborted) is { } failure)
                {
                    await PoisonAsync(function, blob, failure);
                }
            }
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "{Blob} was given up; the reconcile will look at it again.", blob.Name);
        }
        finally
        {
            busy.TryRemove(blob.Name, out _);
        }
    }

    private async Task PoisonAsync(BlobFunction function, ListedVersion blob, Exception failure)
    {
        logger.LogError(
            failure,
            "{Function} failed {Count} times for {Blob}; a note is in the queue {Queue}.",
            function.Name,
            FiveTries.Count,
            blob.Name,
            StorageNames.BlobPoisonQueue
        );
        var note = new
        {
            Type = "BlobTrigger",
            FunctionId = $"Host.Functions.{function.Name}",
            BlobType = "BlockBlob",
            ContainerName = container.Name,
            BlobName = blob.Name,
            blob.ETag,
        };
        await poison.SendBase64Async(StorageNames.BlobPoisonQueue, JsonSerializer.SerializeToUtf8Bytes(note), Aborted);
    }

    private void Failed(Exception failure)
    {
        if (!lastLookFailed)
        {
            logger.LogWarning(failure, "The container {Container} cannot be listed; trying again.", container.Name);
        }

        lastLookFailed = true;
    }

    private void Recovered()
    {
        if (lastLookFailed)
        {
            logger.LogWarning("The container {Container} can be listed again.", container.Name);
        }

        lastLookFailed = false;
    }
}
