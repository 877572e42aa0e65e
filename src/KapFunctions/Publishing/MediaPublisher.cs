using System.Security.Cryptography;
using KapFunctions.Content;
using KapFunctions.Pictures;
using KapFunctions.Storage;
using KapFunctions.Storage.Index;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Publishing;

/// <summary>
/// Lets the index tell what pages need to know of media: a name for the content, and the size of a picture. The files
/// themselves are served as they lie.
/// </summary>
public sealed class MediaPublisher(
    MediaStore media,
    IndexReader index,
    IndexWriter writer,
    LogBell bell,
    TimeProvider clock,
    ILogger<MediaPublisher> log
) : IDisposable
{
    /// <summary>Files that are in memory at once.</summary>
    private const int MaxReads = 2;

    private readonly SemaphoreSlim reading = new(MaxReads);

    /// <summary>Whether a file at <paramref name="path"/> is one that is told of.</summary>
    public static bool IsTold(string path) =>
        ContentPaths.KindOf(path) == ContentKind.Media
        && MediaTypes.Of(path) is not null
        && SourcePath.IsAddressable(path);

    /// <summary>Makes the index agree with the file at <paramref name="path"/>.</summary>
    /// <exception cref="PublishContentionException">Others kept changing the same row; the trigger tries again.</exception>
    public Task LookAtAsync(string path, CancellationToken cancellation) =>
        IsTold(path) ? Rounds.RunAsync(path, _ => TryLookAsync(path, cancellation), cancellation) : Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose() => reading.Dispose();

    private async Task<bool> TryLookAsync(string path, CancellationToken cancellation)
    {
        var before = await index.ReadMediaAsync(path, cancellation);
        if (await PlanAsync(path, before, cancellation) is not { } commit)
        {
            return true;
        }

        if (!await writer.CommitAsync(commit, cancellation))
        {
            return false;
        }

        await bell.RingAsync(cancellation);
        return true;
    }

    /// <summary>What is to be written; null where the index agrees with the file already.</summary>
    private async Task<IndexCommit?> PlanAsync(string path, Stored<MediaRow> before, CancellationToken cancellation)
    {
        var known = before.Value is { Reader: >= MediaRow.CurrentReader } row ? row.SourceETag : null;
        var (isUnchanged, after) = await ReadAsync(path, known, cancellation);
        if (isUnchanged || (after is null && before.ETag is null))
        {
            return null;
        }

        var commit = new IndexCommit();
        if (after is null)
        {
            commit.RemoveMedia(path, before.ETag!.Value);
        }
        else
        {
            commit.Put(after, before.ETag);
        }

        log.LogInformation("{What} {Path}", after is null ? "Forgot" : "Read", path);
        commit.Log(
            ChangeKind.Internal,
            clock.GetUtcNow(),
            path,
            id: null,
            slug: null,
            new RowChange(IndexKeys.Media(path), after)
        );
        return commit;
    }

    private async Task<(bool IsUnchanged, MediaRow? After)> ReadAsync(
        string path,
        string? known,
        CancellationToken cancellation
    )
    {
        await reading.WaitAsync(cancellation);
        try
        {
            var look = await media.LookAsync(path, known, cancellation);
            return (look.IsUnchanged, look is { IsUnchanged: false, ETag: { } etag } ? RowOf(path, etag, look) : null);
        }
        finally
        {
            reading.Release();
        }
    }

    private static MediaRow RowOf(string path, string etag, MediaLook look)
    {
        var facts = look.Bytes is { } bytes ? PictureFacts.Read(bytes) : null;
        return new()
        {
            Path = path,
            SourceETag = etag,
            Reader = MediaRow.CurrentReader,
            Size = look.Size,
            Version = look.Bytes is null ? null : Convert.ToHexStringLower(SHA256.HashData(look.Bytes).AsSpan(0, 16)),
            Width = facts?.Width,
            Height = facts?.Height,
            CanScale = facts?.CanScale ?? false,
        };
    }
}
