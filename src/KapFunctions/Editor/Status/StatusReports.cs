using System.Reflection;
using KapFunctions.Content;
using KapFunctions.Editor.Posts;
using KapFunctions.Following.Webhooks;
using KapFunctions.Http;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Queues;
using KapFunctions.Storage.Rendered;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Status;

public sealed class StatusReports(
    ReadModel model,
    Freshness freshness,
    IndexReader index,
    ReconcileReports reconciles,
    QueueDepths queues,
    WebhookReports webhooks
)
{
    // Entries among which the last publish is looked for.
    private const int RecentEntries = 50;

    private static readonly string Version = typeof(StatusReports)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion;

    private Counted? counted;

    public async Task<IResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await freshness.IsReadyAsync(cancellation))
        {
            return Problems.NotReady();
        }

        var now = Count();
        var (last, reconcile, depths, hooks) = (
            ReadLastPublishAsync(now.ReadState.Position, cancellation),
            reconciles.ReadAsync(cancellation),
            queues.ReadAsync(cancellation),
            webhooks.ReadAsync(cancellation)
        );
        var status = new SiteStatus(
            Version,
            PostRenderer.Version,
            now.ReadState.Position.ToString(),
            now.Posts,
            now.Withdrawn,
            now.Rebuild,
            await last,
            await reconcile,
            await depths,
            await hooks
        );
        return new DataResult<SiteStatus>(status, StatusJson.Default.SiteStatus);
    }

    // Counting reads every row, so it is done once for a moment of the site.
    private Counted Count()
    {
        var moment = model.Now();
        if (counted is { } known && known.ReadState == moment)
        {
            return known;
        }

        using var view = model.Read();
        var rows = view.Sources();
        var states = rows.CountBy(row => PostSummary.StateOf(row, view.Now)).ToDictionary(StringComparer.Ordinal);
        return counted = new(
            moment,
            new(rows.Count, states, rows.Count(row => row.OpenErrors > 0)),
            Withdrawals.Of(rows, view.Now),
            new(view.Site.Rebuilds, rows.Count(row => row.IsDueForLift(view.Site)))
        );
    }

    private async Task<LastPublish?> ReadLastPublishAsync(LogPosition position, CancellationToken cancellation)
    {
        var after = Math.Max(0, position.Sequence - RecentEntries);
        LogEntry? last = null;
        await foreach (var entry in index.ReadLogAsync(position.Epoch, after, cancellation))
        {
            last = entry.UploadedAt is null ? last : entry;
        }

        return last is { UploadedAt: { } uploaded }
            ? new(last.Path, last.At, Math.Max(0, (last.At - uploaded).TotalSeconds), last.By)
            : null;
    }

    private sealed record Counted(
        ReadState ReadState,
        FileCounts Posts,
        Withdrawals Withdrawn,
        RebuildProgress Rebuild
    );
}
