namespace KapFunctions.Storage.Files;

/// <summary>What publishing a next version came to.</summary>
public enum NextOutcome
{
    /// <summary>It is live, and no longer there beside it.</summary>
    Done,

    /// <summary>There is no such version, and it was not published either.</summary>
    Missing,

    /// <summary>It, or the live file, is another than was seen; nothing was written.</summary>
    Changed,
}

/// <summary>Puts next versions live: first the live file is written, over the very version that the next one was made from, then the next
/// one is removed. The live file is marked with what it was, so that whoever was cut off in between is known by it: a repeat, or
/// the reconcile, only removes what is left. Publishing the live file is the business of those who look at it.</summary>
public sealed class NextPublisher(NextFiles files)
{
    /// <summary>Next versions of a site; of more, the first ones are looked after.</summary>
    public const int MaxFiles = 10_000;

    /// <param name="live">The file that it replaces.</param>
    /// <param name="etag">The next version that was seen, quoted.</param>
    /// <param name="over">The live version that is given up, where somebody has seen both: quoted, empty for none. Null: the one that the next
    /// one was made from.</param>
    /// <param name="written">Who puts it live, and when.</param>
    /// <param name="cancellation">Ends it between two calls.</param>
    /// <returns>With the live version, where it is live.</returns>
    public async Task<(NextOutcome Outcome, string? ETag)> PublishAsync(
        string live,
        string etag,
        string? over,
        FileWrite? written,
        CancellationToken cancellation
    )
    {
        if (await files.ReadAsync(live, cancellation) is not var (next, text))
        {
            var published = await files.FindPublishedAsync(live, etag, cancellation);
            return (published is null ? NextOutcome.Missing : NextOutcome.Done, published);
        }

        if (next.ETag != etag)
        {
            return (NextOutcome.Changed, null);
        }

        // A reply that was lost, or a stop behind this write, shows as a conflict with what was written by this very version.
        var put = (over ?? next.Base) is { } madeFrom
            ? await files.PublishAsync(next, text, madeFrom, written, cancellation)
            : new WriteResult(IsDone: false, ETag: null);
        var now = put.IsDone ? put.ETag : await files.FindPublishedAsync(live, etag, cancellation);
        if (now is null)
        {
            return (NextOutcome.Changed, null);
        }

        await files.DeleteAsync(live, etag, cancellation);
        return (NextOutcome.Done, now);
    }

    /// <summary>Next versions to be compared with a listing.</summary>
    public async Task<LeftNext> ListAsync(CancellationToken cancellation) =>
        new(await files.ListAsync(MaxFiles, cancellation));

    /// <summary>Removes those that are live already.</summary>
    public async Task FinishAsync(LeftNext left, CancellationToken cancellation)
    {
        foreach (var next in left.Doubtful)
        {
            if (await files.FindPublishedAsync(next.Live, next.ETag, cancellation) is not null)
            {
                await files.DeleteAsync(next.Live, next.ETag, cancellation);
            }
        }
    }
}

/// <summary>Next versions whose live file is another than they were made from: nearly always one that was edited, and sometimes one whose
/// publishing was cut off. The others cost no call.</summary>
public sealed class LeftNext(IReadOnlyList<NextFile> all)
{
    private readonly Dictionary<string, NextFile> byLive = all.ToDictionary(next => next.Live, StringComparer.Ordinal);

    public List<NextFile> Doubtful { get; } = [];

    public void Note(ListedSource live)
    {
        if (byLive.TryGetValue(live.Path, out var next) && next.Base?.Trim('"') != live.ETag.Trim('"'))
        {
            Doubtful.Add(next);
        }
    }
}
