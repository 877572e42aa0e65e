using KapFunctions.Following.Webhooks;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Queues;
using KapFunctions.Storage.Rendered;

namespace KapFunctions.Editor.Status;

/// <summary>How the site stands, for its editors and operators.</summary>
/// <param name="Version">This program's.</param>
/// <param name="Renderer">The renderer's version; posts of older ones are lifted in the background.</param>
/// <param name="Cursor">The place in the log that this instance serves.</param>
/// <param name="Posts">How many files stand how.</param>
/// <param name="Withdrawn">What newer rules or settings took down.</param>
/// <param name="Rebuild">How far the last rebuild, or the lifting after a change of settings, has come.</param>
/// <param name="LastPublish">The last publish; null where the log tells of none.</param>
/// <param name="Reconcile">What the last reconcile did; null before the first.</param>
/// <param name="Queues">What waits, and what was given up.</param>
/// <param name="Webhooks">How webhooks stand.</param>
public sealed record SiteStatus(
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

/// <summary>How many files of posts and pages stand how.</summary>
/// <param name="Total">All of them.</param>
/// <param name="ByState">By state, as in the list of posts.</param>
/// <param name="WithErrors">With errors in the file as it stands, whatever is online.</param>
public sealed record FileCounts(int Total, IReadOnlyDictionary<string, int> ByState, int WithErrors);

/// <summary>Posts that newer rules or other settings took down, and whose files nobody has changed since.</summary>
/// <param name="Count">All of them.</param>
/// <param name="Paths">Their files, the first of them by name.</param>
public sealed record Withdrawals(int Count, IReadOnlyList<string> Paths)
{
    /// <summary>More than this nobody reads; the log has them all.</summary>
    private const int MaxPaths = 1000;

    /// <summary>Those among <paramref name="rows"/> that readers do not see at <paramref name="now"/>.</summary>
    public static Withdrawals Of(IEnumerable<PostRow> rows, DateTimeOffset now)
    {
        var paths = rows.Where(row => row.Withdrawn && !row.IsVisible(now)).Select(row => row.Path).ToList();
        return new(paths.Count, [.. paths.Take(MaxPaths)]);
    }
}

/// <summary>How far rendering everything anew has come.</summary>
/// <param name="Number">How often it was asked for.</param>
/// <param name="Remaining">Files that are still as they were; 0 where it is done.</param>
public sealed record RebuildProgress(int Number, int Remaining);

/// <summary>The last publish of a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="At">When it was committed, in UTC.</param>
/// <param name="LagSeconds">From its upload, whose time storage keeps to the second, until then.</param>
public sealed record LastPublish(string Path, DateTimeOffset At, double LagSeconds);
