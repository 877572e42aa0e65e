namespace KapFunctions.Publishing.Commits;

/// <summary>The one way to repeat what was overtaken: from the start, with what stands there now, after a pause that grows.</summary>
internal static class CommitRetries
{
    /// <summary>Each attempt that fails means that somebody else's commit to the same row or slug succeeded.</summary>
    private const int MaxAttempts = 50;

    /// <summary>Runs <paramref name="tryAsync"/>, which is told the number of its attempt, from 0 on, until it says that it is done.</summary>
    /// <exception cref="PublishContentionException">It was overtaken every time; the trigger tries again.</exception>
    public static async Task RunAsync(string path, Func<int, Task<bool>> tryAsync, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await tryAsync(attempt))
            {
                return;
            }

            await Task.Delay(Random.Shared.Next(1, 10 << Math.Min(attempt, 6)), cancellation);
        }

        throw new PublishContentionException(path);
    }
}
