namespace KapFunctions.Standalone.Triggers;

/// <summary>When the host stops, waits for the work that has begun. Only when the host's patience is over is that work
/// cancelled.</summary>
internal abstract class Listener : BackgroundService
{
    private readonly CancellationTokenSource abort = new();

    protected CancellationToken Aborted => abort.Token;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var _ = cancellationToken.Register(abort.Cancel);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        abort.Dispose();
        base.Dispose();
    }

    /// <summary>Returns when nothing is in flight any more.</summary>
    protected abstract Task ListenAsync(CancellationToken stopping);

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
