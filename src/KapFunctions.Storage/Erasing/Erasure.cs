using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using KapFunctions.Content.Sources;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Queues;
using KapFunctions.Storage.Rendered;

namespace KapFunctions.Storage.Erasing;

/// <summary>What an erasure did.</summary>
public sealed record ErasureReport(
    int Versions,
    int Copies,
    int Entries,
    int Messages,
    IReadOnlyList<string> OtherPaths,
    string? Unfinished
);

/// <summary>Removes a file of the content container for good, with all that was made of it. The site itself takes the post down,
/// as after any deletion; what it keeps for good reasons is removed behind it. Each step can be done twice, and what the next
/// ones need is noted before the first: one that was cut off is finished by another.</summary>
public sealed class Erasure(StorageClients clients)
{
    private const string NotePrefix = "erasures/";
    private const string SnapshotLease = "snapshot";

    /// <summary>Long enough for an event to wake an idle site.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>A look at the file that began before it was deleted has put what it rendered by then, and found it stale.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    private readonly IndexReader index = new(clients);
    private readonly LogErasure log = new(clients);

    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many days storage keeps what was deleted; 0 for none, null where it does not say.</summary>
    public async Task<int?> ReadRetentionAsync(CancellationToken cancellation)
    {
        try
        {
            var policy = (await clients.Blobs.GetPropertiesAsync(cancellation)).Value.DeleteRetentionPolicy;
            return policy is { Enabled: true } ? policy.Days : 0;
        }
        catch (RequestFailedException refused) when (refused.Status == 403)
        {
            return null;
        }
    }

    public async Task<int> CountVersionsAsync(string path, CancellationToken cancellation) =>
        (await BlobErasure.ListAsync(clients.Content, path, cancellation)).Count;

    public async Task<ErasureReport> RunAsync(string path, CancellationToken cancellation)
    {
        var traces = await NoteAsync(path, cancellation);
        var versions = await BlobErasure.RunAsync(clients.Content, path, cancellation);
        versions += await BlobErasure.RunAsync(clients.Content, NextPaths.Of(path), cancellation);
        var report = new ErasureReport(versions, 0, 0, 0, traces.OtherPaths, null);
        if (!await IsTakenDownAsync(path, cancellation))
        {
            return report with
            {
                Unfinished =
                    "No instance of the site has taken it down yet. Start the site, and give the command again.",
            };
        }

        await Task.Delay(Settling, cancellation);
        report = report with { Entries = await log.RunAsync(path, cancellation) };
        report = report with { Copies = await RemoveCopiesAsync(traces, cancellation) };
        report = report with { Messages = await new MessageErasure(clients).RunAsync(traces, cancellation) };
        if (!await RemoveSnapshotAsync(cancellation))
        {
            return report with { Unfinished = "An instance is saving a snapshot. Give the command again in a minute." };
        }

        if (await CountVersionsAsync(path, cancellation) > 0 || await IsKnownAsync(path, cancellation))
        {
            return report with { Unfinished = "Somebody has put the file back meanwhile." };
        }

        await BlobErasure.RunAsync(clients.Rendered, NoteName(path), cancellation);
        return report;
    }

    /// <summary>Finds out by what everything is found again, and keeps it: once the file is gone nothing else tells.</summary>
    private async Task<Traces> NoteAsync(string path, CancellationToken cancellation)
    {
        var traces = (await log.FindAsync(path, cancellation)).With(await ReadNoteAsync(path, cancellation));
        foreach (var row in await ReadRowsOfAsync(path, cancellation))
        {
            traces = traces.With(Traces.Of(row));
        }

        traces = traces.With(Traces.None(path) with { Hashes = await HashVersionsAsync(path, cancellation) });
        var note = JsonSerializer.SerializeToUtf8Bytes(traces, ErasureJson.Default.Traces);
        await clients
            .Rendered.GetBlobClient(NoteName(path))
            .UploadAsync(BinaryData.FromBytes(note), overwrite: true, cancellation);
        return traces;
    }

    private async Task<Traces> ReadNoteAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var note = await clients.Rendered.GetBlobClient(NoteName(path)).DownloadContentAsync(cancellation);
            return JsonSerializer.Deserialize(note.Value.Content, ErasureJson.Default.Traces) ?? Traces.None(path);
        }
        catch (Exception failure) when (failure is JsonException or RequestFailedException { Status: 404 })
        {
            return Traces.None(path);
        }
    }

    private async Task<IReadOnlyList<IndexRow>> ReadRowsOfAsync(string path, CancellationToken cancellation)
    {
        IndexRow?[] rows =
        [
            (await index.ReadPostAsync(path, cancellation)).Value,
            (await index.ReadMediaAsync(path, cancellation)).Value,
            (await index.ReadThemeAsync(path, cancellation)).Value,
        ];
        return [.. rows.OfType<IndexRow>()];
    }

    private async Task<IReadOnlyList<string>> HashVersionsAsync(string path, CancellationToken cancellation)
    {
        var hashes = new List<string>();
        foreach (var version in await BlobErasure.ListAsync(clients.Content, path, cancellation))
        {
            var client = BlobErasure.ClientOf(clients.Content, version);
            using var download = (await client.DownloadStreamingAsync(cancellationToken: cancellation)).Value;
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(download.Content, cancellation));
            hashes.Add(hash[..Traces.HashDigits]);
        }

        return hashes;
    }

    /// <summary>Has the site look at the path, and waits until its row is gone; false where nobody looked.</summary>
    private async Task<bool> IsTakenDownAsync(string path, CancellationToken cancellation)
    {
        if (!await IsKnownAsync(path, cancellation))
        {
            return true;
        }

        await new ContentEvents(clients).SendLookAtAsync(path, cancellation);
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Look)
        {
            await Task.Delay(Look, cancellation);
            if (!await IsKnownAsync(path, cancellation))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> IsKnownAsync(string path, CancellationToken cancellation) =>
        ContentPaths.KindOf(path) switch
        {
            ContentKind.Media => (await index.ReadMediaAsync(path, cancellation)).ETag is not null,
            ContentKind.Theme => (await index.ReadThemeAsync(path, cancellation)).ETag is not null,
            ContentKind.Redirects => (await index.ReadRedirectsAsync(cancellation)).ETag is not null,
            _ => (await index.ReadPostAsync(path, cancellation)).ETag is not null,
        };

    /// <summary>Removes every copy in <c>rendered</c> that no other file's row names, and besides what no row names at all: that
    /// is thrown away in any case, and may be of a publish of this file that was cut off.</summary>
    private async Task<int> RemoveCopiesAsync(Traces traces, CancellationToken cancellation)
    {
        var (blobs, kept) = (traces.Blobs.ToHashSet(), new HashSet<string>(StringComparer.Ordinal));
        await foreach (var row in index.ReadRowsAsync(cancellation))
        {
            var named = Traces.Of(row);
            kept.UnionWith(named.Blobs);
            kept.UnionWith(named.Hashes);
        }

        var hashes = traces.Hashes.Where(hash => !kept.Contains(hash)).ToList();
        var old = await NowAsync(cancellation) - Grace;
        var found = await BlobErasure.FindAsync(
            clients.Rendered,
            blob =>
                !kept.Contains(blob.Name)
                && (
                    blobs.Contains(blob.Name)
                    || blob.Name == ContentFiles.DeletedCopyName(traces.Path)
                    || hashes.Exists(hash => blob.Name.Contains(hash, StringComparison.Ordinal))
                    || IsLeftOver(blob, old)
                ),
            cancellation
        );
        foreach (var name in found)
        {
            await BlobErasure.RunAsync(clients.Rendered, name, cancellation);
        }

        return found.Count;
    }

    /// <summary>Storage's clock, which also dates the blobs.</summary>
    private async Task<DateTimeOffset> NowAsync(CancellationToken cancellation)
    {
        var answer = await clients.Rendered.GetPropertiesAsync(cancellationToken: cancellation);
        return answer.GetRawResponse().Headers.Date ?? DateTimeOffset.UnixEpoch;
    }

    private static bool IsLeftOver(BlobItem blob, DateTimeOffset old) =>
        blob is { Snapshot: null, IsLatestVersion: not false }
        && blob.Properties.LastModified < old
        && RenderedNames.Prefixes.Any(prefix => blob.Name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The next one is made of what the site is by then.</summary>
    private Task<bool> RemoveSnapshotAsync(CancellationToken cancellation) =>
        new StorageLease(clients, TimeProvider.System).TryRunAsync(
            SnapshotLease,
            under => BlobErasure.RunAsync(clients.Rendered, SnapshotStore.Name, under),
            cancellation
        );

    private static string NoteName(string path) =>
        NotePrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)));
}
