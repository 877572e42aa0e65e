using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Publishing.Schedule;

/// <summary>Every minute: logs posts that came due or expired. Readers see them to the second without it.</summary>
public sealed class AnnounceDuePosts(DueAnnouncer announcer)
{
    [Function(nameof(AnnounceDuePosts))]
    public Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        announcer.RunAsync(cancellation);
}
