namespace KapFunctions.Standalone.Triggers;

/// <summary>Runs work in parallel, within a bound, and can wait until all of it is done.</summary>
internal sealed class WorkSlots(int limit) : IDisposable
{
    private readonly SemaphoreSlim free = new(limit);

    /// <summary>Waits for a free slot and starts <paramref name="work"/> in it. The work handles its own failures.</summary>
    /// <returns>The work that was started.</returns>
    public async Task<Task> StartAsync(Func<Task> work, CancellationToken stopping)
    {
        await free.WaitAsync(stopping);
        return RunAsync(work);
    }

    /// <summary>Waits until no work runs; no more can start afterwards.</summary>
    public async Task DrainAsync()
    {
        for (var slot = 0; slot < limit; slot++)
        {
            await free.WaitAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => free.Dispose();

    private async Task RunAsync(Func<Task> work)
    {
        try
        {
            await Task.Run(work);
        }
        finally
        {
            free.Release();
        }
    }
}
