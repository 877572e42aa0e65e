using KapFunctions.Content.Posts;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;

namespace KapFunctions.Query.Replicas;

public sealed record ReplicaSource
{
    /// <summary>Null where the index has none.</summary>
    public required Func<CancellationToken, Task<Head?>> ReadHead { get; init; }

    /// <summary>They may be changing meanwhile.</summary>
    public required Func<CancellationToken, IAsyncEnumerable<IndexRow>> ReadRows { get; init; }

    /// <summary>Of an epoch, after a sequence.</summary>
    public required Func<string, long, CancellationToken, IAsyncEnumerable<LogEntry>> ReadLog { get; init; }

    /// <summary>By name; null where it is missing.</summary>
    public required Func<string, CancellationToken, Task<PostBody?>> ReadBody { get; init; }

    /// <summary>What <see cref="Replica.SaveSnapshotAsync"/> wrote last; null where nothing is kept.</summary>
    public Func<CancellationToken, Task<Stream?>> OpenSnapshot { get; init; } = _ => Task.FromResult<Stream?>(null);

    public static ReplicaSource From(IndexReader index, RenderedStore rendered, SnapshotStore snapshots) =>
        new()
        {
            ReadHead = index.ReadHeadAsync,
            ReadRows = index.ReadRowsAsync,
            ReadLog = index.ReadLogAsync,
            ReadBody = rendered.ReadBodyAsync,
            OpenSnapshot = snapshots.OpenAsync,
        };
}
