using KapFunctions.Query;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Delivery.Search;

/// <summary>
/// Brings the texts of posts into the search, in the background and one run at a time: readers of posts never wait for it,
/// and whoever searches before the first run ended is asked to come back.
/// </summary>
public sealed class SearchKeeper(SearchIndexer indexer, ReadModel model, ILogger<SearchKeeper> log)
{
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private Position? indexed;

    /// <summary>Whether searches find what is published.</summary>
    public bool IsReady => indexer.IsReady;

    /// <summary>Grows with each run that ended: answers of before are not answers of now.</summary>
    public int Runs { get; private set; }

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
            if (running.IsCompleted && indexed != position)
            {
                running = Task.Run(() => IndexAsync(position));
            }
        }
    }

    private async Task IndexAsync(Position position)
    {
        try
        {
            var missing = await indexer.IndexAsync(CancellationToken.None);
            if (missing > 0)
            {
                log.LogWarning("{Missing} posts cannot be searched, since storage misses their bodies", missing);
            }

            indexed = position;
            Runs++;
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "The search is not up to date; the next reader has it tried again");
        }
    }
}
