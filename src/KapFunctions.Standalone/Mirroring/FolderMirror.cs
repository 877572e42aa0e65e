using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using KapFunctions.Storage.Files;

namespace KapFunctions.Standalone.Mirroring;

/// <summary>New content goes up before what is gone goes down, so that a file which moved is never away.</summary>
internal sealed class FolderMirror(string folder, BlobContainerClient container, ILogger<FolderMirror> logger)
{
    private const int MaxParallel = 8;

    private readonly ContentNames names = new(folder);
    private readonly ContentUpload upload = new(container);

    /// <summary>By name, as this mirror last saw or made it.</summary>
    private readonly ConcurrentDictionary<string, Mirrored> mirrored = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> complaints = new();

    /// <summary>So that a restart uploads nothing.</summary>
    public async Task LearnAsync(CancellationToken cancellation)
    {
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
        {
            mirrored[blob.Name] = new(default, blob.Properties.ContentHash ?? []);
        }
    }

    /// <summary>Names in the container that the folder has no file for.</summary>
    public IReadOnlyList<string> Strangers() =>
        [.. mirrored.Keys.Except(FindFiles().Select(file => file.Name)).Order(StringComparer.Ordinal)];

    public async Task<MirrorPass> MirrorAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
        {
            Complain(folder, "is not there any more; nothing is mirrored until it is back");
            return new(0, 0, IsComplete: false);
        }

        complaints.TryRemove(folder, out _);
        var files = FindFiles();
        var (uploaded, failed) = (0, 0);
        await Parallel.ForEachAsync(
            // The site's settings come first: what is published before them is published again after them.
            files.Where(IsNews).OrderByDescending(file => file.Name == "site.yaml"),
            new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = cancellation },
            async (file, token) =>
            {
                switch (await TryUploadAsync(file, token))
                {
                    case true:
                        Interlocked.Increment(ref uploaded);
                        break;
                    case null:
                        Interlocked.Increment(ref failed);
                        break;
                }
            }
        );

        // A file that could not be read may be one that has moved: its old name stays until the new one is up.
        var removed = failed == 0 ? await RemoveMissingAsync(files, cancellation) : 0;
        return new(uploaded, removed, failed == 0);
    }

    private List<ContentFile> FindFiles()
    {
        List<ContentFile> files = [];
        foreach (var (name, info) in FolderFiles.In(folder, names))
        {
            if (ContentNames.IsStorable(name))
            {
                files.Add(new(name, info.FullName, new(info.Length, info.LastWriteTimeUtc)));
            }
            else
            {
                Complain(info.FullName, "has a name that storage cannot keep, so it is left out; rename it");
            }
        }

        return files;
    }

    private bool IsNews(ContentFile file) => !mirrored.TryGetValue(file.Name, out var last) || last.Stamp != file.Stamp;

    /// <returns>True where it went up, false where the container has it already, null where it cannot be read now.</returns>
    private async Task<bool?> TryUploadAsync(ContentFile file, CancellationToken cancellation)
    {
        try
        {
            var hash = await FolderFiles.HashAsync(file.Path, cancellation);
            var isSame = mirrored.TryGetValue(file.Name, out var last) && last.Hash.AsSpan().SequenceEqual(hash);
            if (!isSame)
            {
                // An upload that fails may have arrived: from here on the name is ours to remove.
                mirrored.TryAdd(file.Name, new(default, []));
                await upload.UploadAsync(file.Path, file.Name, hash, cancellation);
            }

            mirrored[file.Name] = new(file.Stamp, hash);
            complaints.TryRemove(file.Path, out _);
            return !isSame;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            Complain(file.Path, $"could not be uploaded and is tried again: {failure.Message.Split('\n')[0]}");
            return null;
        }
    }

    private async Task<int> RemoveMissingAsync(List<ContentFile> files, CancellationToken cancellation)
    {
        var missing = mirrored.Keys.Except(files.Select(file => file.Name)).ToArray();
        await Parallel.ForEachAsync(
            missing,
            new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = cancellation },
            async (name, token) =>
            {
                await container.DeleteBlobIfExistsAsync(name, cancellationToken: token);
                mirrored.TryRemove(name, out _);
            }
        );
        return missing.Length;
    }

    /// <summary>Says it once, however many passes find it.</summary>
    private void Complain(string path, string what)
    {
        if (complaints.TryAdd(path, 0))
        {
            logger.LogWarning("{Path} {What}", path, what);
        }
    }

    private sealed record ContentFile(string Name, string Path, Stamp Stamp);

    /// <summary>While these are the same, a file is not read again.</summary>
    private readonly record struct Stamp(long Length, DateTime Written);

    private sealed record Mirrored(Stamp Stamp, byte[] Hash);
}

internal readonly record struct MirrorPass(int Uploaded, int Removed, bool IsComplete);
