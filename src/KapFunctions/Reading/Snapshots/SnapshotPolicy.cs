namespace KapFunctions.Reading.Snapshots;

/// <summary>When a snapshot is worth its writing.</summary>
/// <param name="MinFiles">Posts and pages from which on a snapshot loads noticeably faster than the rows do.</param>
/// <param name="MinChanges">Log entries after which a new one is: replaying as many takes about a second.</param>
public sealed record SnapshotPolicy(int MinFiles, int MinChanges)
{
    /// <summary>A thousand rows are one page of a table.</summary>
    public static SnapshotPolicy Usual { get; } = new(MinFiles: 1_000, MinChanges: 500);
}
