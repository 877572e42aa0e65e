using System.Diagnostics.Metrics;
using KapFunctions.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Http.SignIn;

/// <summary>Makes guessing keys slow: wrong ones are answered one after the other, ten a second at most over all
/// connections of an instance, and where twenty wait already, at once with 429. A right key never waits.</summary>
internal sealed class WrongKeys(IMeterFactory meters, ILogger<WrongKeys> log, TimeProvider clock) : IDisposable
{
    /// <summary>Guesses that may wait at a time: the last of them is answered before the deadline of those who read.</summary>
    public const int MaxWaiting = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1);
    private readonly Counter<long> refused = meters
        .Create(Instruments.Name)
        .CreateCounter<long>("kapfunctions.keys.refused", "{request}", "Requests with a wrong key.");
    private int waiting;
    private long count;
    private DateTimeOffset warnedAt;

    public void Dispose() => turn.Dispose();

    /// <summary>The status to refuse a guess with, when its turn has come.</summary>
    public async Task<int> StatusAsync(CancellationToken cancellation)
    {
        refused.Add(1);
        Interlocked.Increment(ref count);
        if (Interlocked.Increment(ref waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref waiting);
            return StatusCodes.Status429TooManyRequests;
        }

        try
        {
            await turn.WaitAsync(cancellation);
            try
            {
                Warn();
                await Task.Delay(Pause, clock, cancellation);
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        return StatusCodes.Status401Unauthorized;
    }

    private void Warn()
    {
        if (clock.GetUtcNow() - warnedAt >= BetweenWarnings)
        {
            warnedAt = clock.GetUtcNow();
            log.LogWarning("{Count} requests with a wrong key since the start", Interlocked.Read(ref count));
        }
    }
}
