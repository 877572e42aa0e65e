namespace KapFunctions.Standalone.Triggers;

/// <summary>Without pause, as the Azure host makes them: handlers are idempotent, and a reconcile comes later.</summary>
internal static class FiveTries
{
    public const int Count = 5;

    /// <param name="firstTry">1, or more where earlier tries are on record.</param>
    /// <param name="aborted">Cancelled when no further try may begin.</param>
    /// <returns>Null, or the failure of the last try.</returns>
    public static async Task<Exception?> RunAsync(Func<Task> work, int firstTry, CancellationToken aborted)
    {
        Exception? failure = null;
        for (var attempt = firstTry; attempt <= Count; attempt++)
        {
            aborted.ThrowIfCancellationRequested();
            try
            {
                await work();
                return null;
            }
            catch (Exception thrown) when (!aborted.IsCancellationRequested)
            {
                failure = thrown;
            }
        }

        return failure ?? new InvalidOperationException("All tries were used up by processes that ended.");
    }
}
