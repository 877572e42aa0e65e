using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace KapFunctions.Benchmarks.Trust.Twins;

/// <summary>Changes files at random, at the desk of either instance or in storage itself, and comes back until it is told that it is done.</summary>
internal sealed class TwinWriter(
    TwinSites sites,
    BlobContainerClient content,
    IReadOnlyList<TwinFile> files,
    Random random
)
{
    /// <summary>Where neither desk is asked.</summary>
    private const int Storage = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan WhileItIsAway = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan OfAMove = TimeSpan.FromSeconds(3);

    public int Writes { get; private set; }

    /// <summary>Writes whose answer nobody got, and which were made again.</summary>
    public int Repeats { get; private set; }

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var file = files[random.Next(files.Count)];
            await file.Writing.WaitAsync(CancellationToken.None);
            try
            {
                await StepAsync(file);
            }
            finally
            {
                file.Writing.Release();
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    public async Task StepAsync(TwinFile file)
    {
        file.Edit++;
        switch (file.IsMedia || !file.IsVisible ? 0 : random.Next(20))
        {
            case 1:
                file.Unsettle();
                file.IsVisible = false;
                await SaveAsync(file);
                break;
            case 2:
                file.Unsettle();
                file.IsVisible = false;
                await DeleteAsync(file.Path, file.Version);
                file.Version = null;
                break;
            case 3 or 4:
                file.Unsettle();
                file.Slug = file.OtherSlug;
                await SaveAsync(file);
                file.Settle();
                break;
            case 5 or 6:
                await MoveAsync(file);
                break;
            default:
                await EditAsync(file);
                break;
        }
    }

    private async Task EditAsync(TwinFile file)
    {
        var wasVisible = file.IsVisible;
        file.IsVisible = true;
        if (file.ChangedInAMoveWithin(OfAMove))
        {
            file.ChangeInAMove();
        }

        await SaveAsync(file);
        if (!wasVisible)
        {
            file.Settle();
        }
    }

    /// <summary>The new file goes up before the old one goes, with the same text or another one.</summary>
    private async Task MoveAsync(TwinFile file)
    {
        var (old, version) = (file.Path, file.Version);
        file.Path = file.OtherPath;
        file.Version = null;
        file.ChangeInAMove();
        await SaveAsync(file);
        await DeleteAsync(old, version);
        file.ChangeInAMove();
    }

    private async Task SaveAsync(TwinFile file)
    {
        Writes++;
        while (true)
        {
            var by = random.Next(Storage + 1);
            try
            {
                if (by == Storage)
                {
                    file.Version = await UploadAsync(file);
                    return;
                }

                var saved = await Edits.SaveAsync(sites[by].Http, file.Path, file.Text(), file.Version);
                if (saved.Version is not null)
                {
                    file.Version = saved.Version;
                    return;
                }

                if (saved.Status is not (409 or 412 or 503))
                {
                    throw new InvalidOperationException($"{file.Path} is saved as {saved.Status}: {saved.Said}");
                }
            }
            catch (Exception broken)
                when (broken is HttpRequestException or ObjectDisposedException or OperationCanceledException)
            {
                await Task.Delay(WhileItIsAway);
            }

            // It may have been written all the same.
            Repeats++;
            file.Version = await VersionAsync(file.Path);
        }
    }

    private async Task<string> UploadAsync(TwinFile file)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = file.IsMedia ? "text/vtt" : "text/markdown" },
        };
        var uploaded = await content.GetBlobClient(file.Path).UploadAsync(BinaryData.FromBytes(file.Text()), options);
        return uploaded.Value.ETag.ToString("H");
    }

    private async Task DeleteAsync(string path, string? version)
    {
        Writes++;
        while (version is not null)
        {
            var by = random.Next(Storage + 1);
            try
            {
                if (by == Storage)
                {
                    await content.GetBlobClient(path).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots);
                    return;
                }

                if (await Edits.DeleteAsync(sites[by].Http, path, version) is 200)
                {
                    return;
                }
            }
            catch (Exception broken)
                when (broken is HttpRequestException or ObjectDisposedException or OperationCanceledException)
            {
                await Task.Delay(WhileItIsAway);
            }

            Repeats++;
            version = await VersionAsync(path);
        }
    }

    private async Task<string?> VersionAsync(string path)
    {
        try
        {
            return (await content.GetBlobClient(path).GetPropertiesAsync()).Value.ETag.ToString("H");
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }
}
