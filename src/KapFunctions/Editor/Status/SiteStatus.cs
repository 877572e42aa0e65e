using KapFunctions.Following.Webhooks;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Queues;
using KapFunctions.Storage.Rendered;

namespace KapFunctions.Editor.Status;

/// <summary>How the site stands. <c>Withdrawn</c> is what newer rules or settings took down.</summary>
internal sealed record SiteStatus(
    string Version,
    int Renderer,
    string Cursor,
    FileCounts Posts,
    Withdrawals Withdrawn,
    RebuildProgress Rebuild,
    LastPublish? LastPublish,
    ReconcileReport? Reconcile,
    IReadOnlyList<QueueDepth> Queues,
    WebhookStatus Webhooks
);

/// <summary>Files by state, as in the list of posts. Errors are the files', whatever is online.</summary>
internal sealed record FileCounts(int Total, IReadOnlyDictionary<string, int> ByState, int WithErrors);

/// <summary>Posts that newer rules or other settings took down, and whose files nobody has changed since.</summary>
/// <param name="Count">All of them.</param>
/// <param name="Paths">Their files, the first of them by name.</param>
internal sealed record Withdrawals(int Count, IReadOnlyList<string> Paths)
{
    // More than this nobody reads; the log has them all.
    private const int MaxPaths = 1000;

    public static Withdrawals Of(IEnumerable<PostRow> rows, DateTimeOffset now)
    {
        var paths = rows.Where(row => row.Withdrawn && !row.IsVisible(now)).Select(row => row.Path).ToList();
        return new(paths.Count, [.. paths.Take(MaxPaths)]);
    }
}

/// <summary>How far rendering everything anew has come. <c>Number</c> says how often it was asked for.</summary>
internal sealed record RebuildProgress(int Number, int Remaining);

/// <summary>The lag begins with the upload, whose time storage keeps to the second. <c>By</c> is null where nobody says so.</summary>
internal sealed record LastPublish(string Path, DateTimeOffset At, double LagSeconds, string? By);
