using Azure.Storage.Blobs.Models;

namespace KapFunctions.Storage.Files;

/// <summary>How a version of a file is kept.</summary>
internal enum FileVersionKind
{
    Current,

    Version,

    Snapshot,

    Deleted,

    /// <summary>Nowhere: no version is named so.</summary>
    Unknown,
}

/// <summary>One version of a file.</summary>
/// <param name="At">When it was written; for a snapshot, when it was replaced. In UTC.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Written">Who wrote it, and when, for a deleted one who deleted it; null where nothing says so.</param>
public sealed record FileVersion(string Id, DateTimeOffset At, long Size, bool IsCurrent, FileWrite? Written = null)
{
    private const string VersionPrefix = "version-";
    private const string SnapshotPrefix = "snapshot-";
    private const string DeletedId = "deleted";
    private const string CurrentId = "current";

    internal static FileVersion Of(BlobItem blob)
    {
        var isCurrent = blob.Snapshot is null && (blob.VersionId is null || blob.IsLatestVersion == true);
        var id =
            blob.Snapshot is { } snapshot ? SnapshotPrefix + snapshot
            : blob.VersionId is { } version ? VersionPrefix + version
            : CurrentId;
        return new(
            id,
            blob.Properties.LastModified ?? default,
            blob.Properties.ContentLength ?? 0,
            isCurrent,
            FileFacts.WrittenIn(blob.Metadata)
        );
    }

    internal static FileVersion Deleted(DateTimeOffset at, long size, FileWrite? deleted) =>
        new(DeletedId, at, size, IsCurrent: false, deleted);

    internal static (FileVersionKind Kind, string Id) Parse(string? id) =>
        id switch
        {
            DeletedId => (FileVersionKind.Deleted, ""),
            _ when id?.StartsWith(VersionPrefix, StringComparison.Ordinal) == true => (
                FileVersionKind.Version,
                id[VersionPrefix.Length..]
            ),
            _ when id?.StartsWith(SnapshotPrefix, StringComparison.Ordinal) == true => (
                FileVersionKind.Snapshot,
                id[SnapshotPrefix.Length..]
            ),
            null or CurrentId => (FileVersionKind.Current, ""),
            _ => (FileVersionKind.Unknown, ""),
        };
}
