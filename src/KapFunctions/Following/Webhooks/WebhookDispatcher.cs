using KapFunctions.Content.Settings;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Following.Webhooks;

/// <summary>Follows the log with a cursor for each target of <c>site.yaml</c> and puts what a target wants to hear into
/// the queue, the cursor after the messages: a crash between the two sends an event again, under the same id, and loses
/// none.</summary>
public sealed class WebhookDispatcher(
    IndexReader index,
    WebhookStore store,
    WebhookOutbox outbox,
    WebhookEventFactory events,
    WebhookSignatures signatures,
    TimeProvider clock,
    ILogger<WebhookDispatcher> log
)
{
    // Entries after which a cursor is moved.
    private const int PageSize = 100;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var site = (await index.ReadSiteAsync(cancellation)).Value;
        if (site is not { Settings.Webhooks: [_, ..] targets })
        {
            return;
        }

        if (!signatures.HasKey)
        {
            log.LogWarning("site.yaml names webhooks, but the setting Webhooks__Keys is missing: nothing is sent");
            return;
        }

        // While an index is made anew, everything in it would look as if it had just been published.
        if (await index.ReadHeadAsync(cancellation) is { Complete: true } head)
        {
            foreach (var target in targets.DistinctBy(target => target.Url))
            {
                await TellAsync(target, head, cancellation);
            }
        }
    }

    private async Task TellAsync(WebhookTarget target, Head head, CancellationToken cancellation)
    {
        var told = await store.ReadCursorAsync(target.Url, cancellation);
        if (told.Value?.IsKnownTo(head) != true)
        {
            await BeginAsync(target, told, head, cancellation);
            return;
        }

        while (told is { Value: { } from } && from.Sequence < head.Sequence)
        {
            var cursor = await SendPageAsync(target, from, cancellation);
            if (cursor == from)
            {
                // The log has lost the entry that comes next.
                await BeginAsync(target, told, head, cancellation);
                return;
            }

            if (!await store.MoveCursorAsync(target.Url, cursor, told, cancellation))
            {
                // Another instance is at it.
                return;
            }

            told = await store.ReadCursorAsync(target.Url, cancellation);
        }
    }

    // Tells a target that the log begins for it here: it reads the site anew, then hears what happens. So does one
    // whose log was lost, and its cursor with it or not; the event's id says where it had come to.
    private async Task BeginAsync(
        WebhookTarget target,
        Stored<LogPosition> told,
        Head head,
        CancellationToken cancellation
    )
    {
        var start = LogPosition.EndOf(head);
        var lost = told.Value ?? new(head.Epoch, Sequence: 0);
        var begun = new WebhookEvent(
            $"{lost.Epoch}-{lost.Sequence}-restarted",
            WebhookEventFactory.LogRestarted,
            clock.GetUtcNow(),
            new(start.ToString())
        );
        await SendAsync(target, begun, cancellation);
        await store.MoveCursorAsync(target.Url, start, told, cancellation);
    }

    private async Task<LogPosition> SendPageAsync(
        WebhookTarget target,
        LogPosition cursor,
        CancellationToken cancellation
    )
    {
        var entries = index.ReadLogAsync(cursor.Epoch, cursor.Sequence, cancellation).Take(PageSize);
        await foreach (var entry in entries)
        {
            cursor = cursor with { Sequence = entry.Sequence };
            foreach (var told in await events.OfAsync(entry, cursor, cancellation))
            {
                await SendAsync(target, told, cancellation);
            }
        }

        return cursor;
    }

    private async Task SendAsync(WebhookTarget target, WebhookEvent told, CancellationToken cancellation)
    {
        if (target.Events.Count == 0 || target.Events.Contains(told.Type))
        {
            var delivery = new WebhookDelivery(target.Url, told.Id, told.Type, WebhookJson.BodyOf(told));
            await outbox.SendAsync(WebhookJson.Write(delivery), TimeSpan.Zero, cancellation);
        }
    }
}
