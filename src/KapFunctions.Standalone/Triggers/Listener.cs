namespace KapFunctions.Standalone.Triggers;

/// <summary>
/// Listens for work until the host stops, then waits for the work that has begun. Only when the host's patience is over
/// is that work cancelled.
/// </summary>
internal abstract class Listener : BackgroundService
{
    private readonly CancellationTokenSource abort = new();

    /// <summary>Cancelled when work in flight must end now.</summary>
    protected CancellationToken Aborted => abort.Token;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var _ = cancellationToken.Register(abort.Cancel);
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        abort.Dispose();
        base.Dispose();
    }

    /// <summary>Listens until <paramref name="stopping"/>, and returns when nothing is in flight any more.</summary>
    protected abstract Task ListenAsync(CancellationToken stopping);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ListenAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped while waiting for work.
        }
    }
}
