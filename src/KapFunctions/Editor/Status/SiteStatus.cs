using KapFunctions.Storage;
using KapFunctions.Webhooks;

namespace KapFunctions.Editor.Status;

/// <summary>How the site stands, for its editors and operators.</summary>
/// <param name="Version">This program's.</param>
/// <param name="Renderer">The renderer's version; posts of older ones are lifted in the background.</param>
/// <param name="Cursor">The place in the log that this instance serves.</param>
/// <param name="Posts">How many files stand how.</param>
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

/// <summary>How far rendering everything anew has come.</summary>
/// <param name="Number">How often it was asked for.</param>
/// <param name="Remaining">Files that are still as they were; 0 where it is done.</param>
public sealed record RebuildProgress(int Number, int Remaining);

/// <summary>The last publish of a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="At">When it was committed, in UTC.</param>
/// <param name="LagSeconds">From its upload, whose time storage keeps to the second, until then.</param>
public sealed record LastPublish(string Path, DateTimeOffset At, double LagSeconds);
