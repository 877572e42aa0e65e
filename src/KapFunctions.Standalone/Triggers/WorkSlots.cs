namespace KapFunctions.Standalone.Triggers;

/// <summary>Runs work in parallel, within a bound.</summary>
internal sealed class WorkSlots(int limit) : IDisposable
{
    private readonly SemaphoreSlim free = new(limit);

    /// <summary>Waits for a free slot; returns the work, which handles its own failures.</summary>
    public async Task<Task> StartAsync(Func<Task> work, CancellationToken stopping)
    {
        await free.WaitAsync(stopping);
        return RunAsync(work);
    }

    /// <summary>No more work can start afterwards.</summary>
    public async Task DrainAsync()
    {
        for (var slot = 0; slot < limit; slot++)
        {
            await free.WaitAsync(CancellationToken.None);
        }
    }

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
