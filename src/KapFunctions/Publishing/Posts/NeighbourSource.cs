using KapFunctions.Publishing.Commits;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Posts;

/// <summary>All that is asked for when a post's neighbours are looked for: of the index, and of the files as they are now.</summary>
public sealed record NeighbourSource
{
    /// <summary>Who has an address.</summary>
    public required Func<string, CancellationToken, Task<AddressHolder>> ReadHolder { get; init; }

    /// <summary>The row of the post at a path.</summary>
    public required Func<string, CancellationToken, Task<Stored<PostRow>>> ReadPost { get; init; }

    /// <summary>Who waits for an address, the path that sorts first first.</summary>
    public required Func<string, CancellationToken, Task<IReadOnlyList<WaitingRow>>> ReadWaiting { get; init; }

    /// <summary>The head of the index; null where it has none.</summary>
    public required Func<CancellationToken, Task<Head?>> ReadHead { get; init; }

    /// <summary>The site's settings.</summary>
    public required Func<CancellationToken, ValueTask<SiteRow>> ReadSite { get; init; }

    /// <summary>The version of the file at a path; null where there is none.</summary>
    public required Func<string, CancellationToken, Task<string?>> ReadETag { get; init; }

    /// <summary>Whether there is a file at a path.</summary>
    public required Func<string, CancellationToken, Task<bool>> HasFile { get; init; }

    /// <summary>The storage account.</summary>
    public static NeighbourSource From(IndexReader index, ContentStore content, CurrentSite site) =>
        new()
        {
            ReadHolder = index.ReadHolderAsync,
            ReadPost = index.ReadPostAsync,
            ReadWaiting = index.ReadWaitingAsync,
            ReadHead = index.ReadHeadAsync,
            ReadSite = site.ReadAsync,
            ReadETag = content.ReadETagAsync,
            HasFile = content.HasAsync,
        };
}
