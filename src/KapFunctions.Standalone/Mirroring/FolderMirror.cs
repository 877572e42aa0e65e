using System.Collections.Concurrent;
using Azure;
using KapFunctions.Storage.Files;

namespace KapFunctions.Standalone.Mirroring;

/// <summary>Keeps a container and a folder alike. A pass compares the two and mends the differences: new content goes up before
/// what is gone goes down, so that a file which moved is never away.</summary>
internal sealed class FolderMirror(
    string folder,
    OnlineFiles container,
    Writer writer,
    bool mayRemoveMany,
    ILogger<FolderMirror> logger
)
{
    private const int MaxParallel = 8;

    /// <summary>As many files may go at once without a question; more, if they are less than half of what is online.</summary>
    private const int FewFiles = 10;

    private readonly ContentNames names = new(folder);

    private readonly ConcurrentDictionary<string, OnlineFile> online = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Agreed> agreed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (Stamp Stamp, byte[] Hash)> hashes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> complaints = new(StringComparer.Ordinal);

    /// <summary>What stood online before this mirror ran, and is in nobody's way.</summary>
    private HashSet<string>? strangers;

    /// <summary>Learns what the container holds now.</summary>
    public async Task LearnAsync(CancellationToken cancellation)
    {
        var found = await container.ListAsync(cancellation);
        foreach (var gone in online.Keys.Except(found.Keys))
        {
            online.TryRemove(gone, out _);
        }

        foreach (var (name, file) in found)
        {
            online[name] = file;
        }

        strangers ??= [.. found.Keys];
    }

    /// <summary>Compares once, and mends the differences.</summary>
    public async Task<MirrorPass> MirrorAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
        {
            Complain(folder, "is not there any more; nothing is mirrored until it is back");
            return new(0, 0, 0, IsComplete: false);
        }

        complaints.TryRemove(folder, out _);
        var content = FolderFiles.Read(folder);
        foreach (var path in content.Unreadable)
        {
            Complain(path, "cannot be read, so nothing is removed until it can");
        }

        var files = content.Files.Where(IsStorable).Select(MirroredFile.Of).ToArray();

        var counts = new PassCounts();
        await Parallel.ForEachAsync(
            // The site's settings come first: what is published before them is published again after them.
            files.Where(IsNews).OrderByDescending(file => file.Name == "site.yaml"),
            new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = cancellation },
            async (file, token) => await TryAsync(file.Path, () => MendAsync(file, counts, token), counts, token)
        );
        await MendMissingAsync(files, content.Unreadable.Count > 0, counts, cancellation);
        return new(
            counts.Uploaded,
            counts.Removed,
            counts.Downloaded,
            counts.IsComplete && content.Unreadable.Count == 0
        );
    }

    private bool IsStorable(FolderFile file)
    {
        var isStorable = ContentNames.IsStorable(file.Name);
        if (!isStorable)
        {
            Complain(file.File.FullName, "has a name that storage cannot keep, so it is left out; rename it");
        }

        return isStorable;
    }

    private bool IsNews(MirroredFile file) =>
        !agreed.TryGetValue(file.Name, out var last)
        || last.Stamp != file.Stamp
        || !online.TryGetValue(file.Name, out var now)
        || now.ETag != last.ETag;

    private async Task MendAsync(MirroredFile file, PassCounts counts, CancellationToken cancellation)
    {
        var last = agreed.GetValueOrDefault(file.Name);
        counts.CountUnread();
        var hash = await HashAsync(file.Name, file.Path, file.Stamp, cancellation);
        counts.CountRead(file.Name, hash);
        var there = online.GetValueOrDefault(file.Name);
        switch (MirrorPlan.Of(hash, there, last, isNew: false, writer))
        {
            case MirrorStep.Agree:
                agreed[file.Name] = new(file.Stamp, hash, there!.ETag);
                break;
            case MirrorStep.Upload:
                var written = await container.UploadAsync(file, hash, there, cancellation);
                online[file.Name] = written;
                agreed[file.Name] = new(file.Stamp, hash, written.ETag);
                counts.CountUpload();
                break;
            case MirrorStep.Download when new FileInfo(file.Path).LastWriteTimeUtc == file.Stamp.Written:
                await DownloadAsync(file.Name, file.Path, there!, counts, cancellation);
                break;
            case MirrorStep.Conflict:
                Complain(
                    file.Path,
                    "is online in another version that was not mirrored from here, so neither is overwritten; kap pull shows and fetches it"
                );
                return;
            case MirrorStep.DeletedOnline:
                Complain(file.Path, "was deleted online; it goes up again when it is saved, or delete it here too");
                return;
        }

        counts.CountSettled(file.Name);
        complaints.TryRemove(file.Path, out _);
    }

    private async Task DownloadAsync(
        string name,
        string path,
        OnlineFile there,
        PassCounts counts,
        CancellationToken cancellation
    )
    {
        await container.DownloadAsync(name, there, path, cancellation);
        var info = new FileInfo(path);
        var stamp = new Stamp(info.Length, info.LastWriteTimeUtc);
        agreed[name] = new(stamp, await HashAsync(name, path, stamp, cancellation), there.ETag);
        counts.CountDownload();
    }

    /// <summary>Also a file that stays in conflict for days is read once.</summary>
    private async Task<byte[]> HashAsync(string name, string path, Stamp stamp, CancellationToken cancellation)
    {
        if (hashes.TryGetValue(name, out var known) && known.Stamp == stamp)
        {
            return known.Hash;
        }

        var hash = await FolderFiles.HashAsync(path, cancellation);
        hashes[name] = (stamp, hash);
        return hash;
    }

    private async Task MendMissingAsync(
        MirroredFile[] files,
        bool isPartUnread,
        PassCounts counts,
        CancellationToken cancellation
    )
    {
        var missing = online.Keys.Except(files.Select(file => file.Name)).ToArray();
        List<string> going = [];
        foreach (var name in missing)
        {
            var there = online[name];
            switch (MirrorPlan.Of(null, there, agreed.GetValueOrDefault(name), !strangers!.Contains(name), writer))
            {
                case MirrorStep.Remove:
                    going.Add(name);
                    break;
                case MirrorStep.Download when names.PathOf(name) is { } path && !isPartUnread:
                    await TryAsync(
                        path,
                        () => DownloadAsync(name, path, there, counts, cancellation),
                        counts,
                        cancellation
                    );
                    break;
                case MirrorStep.StaysOnline:
                    Complain(
                        name,
                        "stays online, since it was last written elsewhere; delete it at the desk if it is to go"
                    );
                    break;
            }
        }

        // What could not be read or sent may be what has moved: its old name stays until the new one is up.
        if (counts.Unread == 0 && !isPartUnread && MayGo(going))
        {
            await Parallel.ForEachAsync(
                going.Where(name => !counts.IsUnsettled(online[name].Hash)),
                new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = cancellation },
                async (name, token) => await TryAsync(name, () => RemoveAsync(name, counts, token), counts, token)
            );
        }
    }

    /// <summary>A folder that suddenly lacks most of its files is more likely a mistake than a wish.</summary>
    private bool MayGo(List<string> going)
    {
        var own = going.Count(name => online[name].Writer == Writer.Mirror);
        if (mayRemoveMany || own <= FewFiles || 2 * own <= online.Count)
        {
            complaints.TryRemove(folder, out _);
            return true;
        }

        Complain(
            folder,
            $"lacks {own} of the {online.Count} files that are online, so none of them is removed; if they are to go, start with --remove-many"
        );
        return false;
    }

    private async Task RemoveAsync(string name, PassCounts counts, CancellationToken cancellation)
    {
        await container.DeleteAsync(name, online[name], cancellation);
        online.TryRemove(name, out _);
        agreed.TryRemove(name, out _);
        counts.CountRemoval();
    }

    /// <summary>One file's failure is that file's.</summary>
    private async Task TryAsync(string path, Func<Task> act, PassCounts counts, CancellationToken cancellation)
    {
        try
        {
            await act();
        }
        catch (RequestFailedException changed) when (changed.Status == StatusCodes.Status412PreconditionFailed)
        {
            // Written online since it was listed: the next look tells by whom.
            counts.CountFailure();
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            counts.CountFailure();
            Complain(path, $"could not be mirrored and is tried again: {failure.Message.Split('\n')[0]}");
        }
    }

    /// <summary>Says it once, however many passes find it.</summary>
    private void Complain(string path, string what)
    {
        if (!complaints.TryGetValue(path, out var said) || said != what)
        {
            complaints[path] = what;
            logger.LogWarning("{Path} {What}", path, what);
        }
    }
}

/// <summary>What a pass did.</summary>
internal readonly record struct MirrorPass(int Uploaded, int Removed, int Downloaded, bool IsComplete);
