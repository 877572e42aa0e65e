using KapFunctions.Settings;
using KapFunctions.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Publishing.Commits;

/// <summary>Has somebody look at what is due: posts whose moment has come, and followers who have not heard of all of the
/// log. A message becomes visible a second later, so within that second one is enough for any number of publishes, or at
/// the moment itself; should it be lost, the reconcile looks. So nothing wakes an idle site every minute.</summary>
public sealed class FollowerSignal(
    CurrentSite site,
    CdnOptions cdn,
    WebhookOutbox outbox,
    TimeProvider clock,
    ILogger<FollowerSignal> log
)
{
    // One of the webhook queue that holds no delivery.
    private const string Message = "{}";

    /// <summary>How far ahead a moment gets a message of its own: beyond it, one of the reconciles until then sees to it.
    /// Azure keeps messages back for seven days at most.</summary>
    internal static readonly TimeSpan Ahead = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    // A message may come early, by storage's clock: this near, one that is on its way does not count.
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(2);

    // Less than Delay, by more than the request may take on its way.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(700);

    private long sentAt = long.MinValue / 2;

    // When the last message for a later moment becomes visible.
    private long awaited;

    /// <summary>No publish fails because of it. Not sent again within a moment, or without followers.</summary>
    public async Task SendAsync(CancellationToken cancellation)
    {
        try
        {
            if (await IsFollowedAsync(cancellation) && IsDue())
            {
                await outbox.SendAsync(Message, Delay, cancellation);
            }
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            WarnOf(failure);
        }
    }

    /// <summary>Has somebody look at the first of these moments, followers or not, unless it is far off. Where a message
    /// is on its way that comes before, whoever looks then asks for the next one.</summary>
    public async Task SendAtFirstAsync(IEnumerable<DateTimeOffset> moments, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var first = moments.Where(moment => moment > now).Append(DateTimeOffset.MaxValue).Min();
        long before;
        do
        {
            before = Volatile.Read(ref awaited);
            if (first - now > Ahead || (before > (now + Early).UtcTicks && before <= first.UtcTicks))
            {
                return;
            }
        } while (Interlocked.CompareExchange(ref awaited, first.UtcTicks, before) != before);

        try
        {
            // Storage counts in whole seconds, and drops the rest.
            var seconds = Math.Max(Math.Ceiling((first - now).TotalSeconds), Delay.TotalSeconds);
            await outbox.SendAsync(Message, TimeSpan.FromSeconds(seconds), cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            Volatile.Write(ref awaited, 0);
            WarnOf(failure);
        }
    }

    private void WarnOf(Exception failure) =>
        log.LogWarning(failure, "Who follows the log hears of this by the next reconcile");

    private async ValueTask<bool> IsFollowedAsync(CancellationToken cancellation) =>
        cdn.IsOn || (await site.ReadAsync(cancellation)).Settings.Webhooks.Count > 0;

    private bool IsDue()
    {
        var last = Volatile.Read(ref sentAt);
        return clock.GetElapsedTime(last) >= Quiet
            && Interlocked.CompareExchange(ref sentAt, clock.GetTimestamp(), last) == last;
    }
}
