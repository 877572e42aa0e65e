namespace KapFunctions.Publishing.Commits;

/// <summary>The one way to repeat what was overtaken: from the start, after a pause that grows.</summary>
internal static class CommitRetries
{
    // Each attempt that fails means that somebody else's commit to the same row or slug succeeded.
    private const int MaxAttempts = 50;

    /// <summary><paramref name="tryAsync"/> gets its attempt's number, from 0, and says whether it is done.</summary>
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
