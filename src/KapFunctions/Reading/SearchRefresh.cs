using KapFunctions.Query.Replicas;
using KapFunctions.Query.Search;
using KapFunctions.Storage.Index;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Reading;

/// <summary>Brings the texts of posts into the search, in the background and one run at a time: readers of posts never
/// wait for it, and whoever searches before the first run ended is asked to come back.</summary>
public sealed class SearchRefresh(SearchIndexer indexer, ReadModel model, ILogger<SearchRefresh> log) : IAsyncDisposable
{
    // Changes at once that make a folder being uploaded, and not a post being edited.
    private const int Many = 50;

    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private Task running = Task.CompletedTask;
    private LogPosition? indexed;
    private int runs;

    public bool IsReady => indexer.IsReady;

    /// <summary>Grows with each run that ended: answers of before are not answers of now.</summary>
    public int Runs => Volatile.Read(ref runs);

    /// <summary>Begins a run where the site has changed since the last one.</summary>
    public void Begin()
    {
        if (!model.IsReady)
        {
            return;
        }

        var position = model.Now().Position;
        lock (gate)
        {
            if (running.IsCompleted && indexed != position && !stop.IsCancellationRequested)
            {
                running = Task.Run(() => IndexAsync(position, stop.Token));
            }
        }
    }

    /// <summary>Ends a run before what it reads and writes goes.</summary>
    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (gate)
        {
            stop.Cancel();
            last = running;
        }

        await last;
        stop.Dispose();
    }

    private async Task IndexAsync(LogPosition position, CancellationToken cancellation)
    {
        try
        {
            await WaitForRestAsync(position, cancellation);
            var missing = await indexer.IndexAsync(cancellation);
            if (missing > 0)
            {
                log.LogWarning("{Missing} posts cannot be searched, since storage misses their bodies", missing);
            }

            indexed = position;
            Interlocked.Increment(ref runs);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The process ends; the next one indexes anew.
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "The search is not up to date; the next reader has it tried again");
        }
    }

    // While many posts are being published, storage is left to them: readers see them before they can search in them.
    // It takes each body another time, so it waits until the site has come to rest, though not for long.
    private async Task WaitForRestAsync(LogPosition position, CancellationToken cancellation)
    {
        if (indexed is not { } last || last.Epoch != position.Epoch || position.Sequence - last.Sequence < Many)
        {
            return;
        }

        for (var waited = TimeSpan.Zero; waited < Patience; waited += Rest)
        {
            await Task.Delay(Rest, cancellation);
            var now = model.Now().Position;
            if (now == position)
            {
                return;
            }

            position = now;
        }
    }
}
