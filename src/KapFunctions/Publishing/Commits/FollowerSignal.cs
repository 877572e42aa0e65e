using KapFunctions.Settings;
using KapFunctions.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Publishing.Commits;

/// <summary>Says that the log went on, where somebody follows it. A message becomes visible a second later, so within
/// that second one is enough for any number of publishes; should it be lost, a timer looks every minute.</summary>
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

    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    // Less than Delay, by more than the request may take on its way.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(700);

    private long sentAt = long.MinValue / 2;

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
            log.LogWarning(failure, "Who follows the log hears of this a minute later");
        }
    }

    private async ValueTask<bool> IsFollowedAsync(CancellationToken cancellation) =>
        cdn.IsOn || (await site.ReadAsync(cancellation)).Settings.Webhooks.Count > 0;

    private bool IsDue()
    {
        var last = Volatile.Read(ref sentAt);
        return clock.GetElapsedTime(last) >= Quiet
            && Interlocked.CompareExchange(ref sentAt, clock.GetTimestamp(), last) == last;
    }
}
