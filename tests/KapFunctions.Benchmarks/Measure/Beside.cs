using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using KapFunctions.Benchmarks.Content;

namespace KapFunctions.Benchmarks.Measure;

/// <summary>
/// How long small posts take to be published, saved in the editor or uploaded: alone, and while files made to stall a
/// renderer come the same way, one after another.
/// </summary>
internal static class Beside
{
    /// <summary>Files that are saved in turn, so that the site does not grow: the emulator lists many more slowly.</summary>
    private const int Files = 100;

    private static readonly TimeSpan BetweenUploads = TimeSpan.FromMilliseconds(250);

    private delegate Task Dropping(MeasuredSite site, string path, byte[] bomb);

    public static async Task MeasureAsync(int saves, int uploads)
    {
        // The first posts of a process wait for its compiler.
        await AloneAsync(saves, SaveWhileAsync);
        var savedAlone = await AloneAsync(saves, SaveWhileAsync);
        Report("saves alone", savedAlone, savedAlone);
        Report("saves beside bombs that are saved", await BesideAsync(DropBySavingAsync, SaveWhileAsync), savedAlone);
        Report("saves beside bombs uploaded", await BesideAsync(DropByUploadingAsync, SaveWhileAsync), savedAlone);
        var uploadedAlone = await AloneAsync(uploads, UploadWhileAsync);
        Report("uploads alone", uploadedAlone, uploadedAlone);
        Report(
            "uploads beside bombs uploaded",
            await BesideAsync(DropByUploadingAsync, UploadWhileAsync),
            uploadedAlone
        );
    }

    private delegate Task<double[]> Publishing(MeasuredSite site, Func<int, bool> goesOn);

    private static async Task<double[]> AloneAsync(int posts, Publishing publish)
    {
        await using var site = await MeasuredSite.StartAsync();
        return await publish(site, done => done < posts);
    }

    private static async Task<double[]> BesideAsync(Dropping drop, Publishing publish)
    {
        await using var site = await MeasuredSite.StartAsync();
        var dropped = Task.Run(async () =>
        {
            foreach (var (number, bomb) in Bombs.Files().Index())
            {
                await drop(site, $"posts/bomb-{number}.md", bomb);
            }
        });
        var milliseconds = await publish(site, _ => !dropped.IsCompleted);
        await dropped;
        return milliseconds;
    }

    /// <summary>Saves small posts one after another; the time of each, the shortest first.</summary>
    private static async Task<double[]> SaveWhileAsync(MeasuredSite site, Func<int, bool> goesOn)
    {
        var versions = new EntityTagHeaderValue?[Files];
        var milliseconds = new List<double>();
        for (var saved = 0; goesOn(saved); saved++)
        {
            var file = saved % Files;
            var text = Encoding.UTF8.GetBytes($"# Post {file}\n\nSaved {saved} times.");
            var started = Stopwatch.GetTimestamp();
            versions[file] = await SaveAsync(site, $"posts/post-{file}.md", text, versions[file]);
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        milliseconds.Sort();
        return [.. milliseconds];
    }

    /// <summary>Uploads small posts, each when the one before is served; the time of each, the shortest first.</summary>
    private static async Task<double[]> UploadWhileAsync(MeasuredSite site, Func<int, bool> goesOn)
    {
        var milliseconds = new List<double>();
        while (goesOn(milliseconds.Count))
        {
            milliseconds.Add(await Latency.OfUploadAsync(site, milliseconds.Count));
        }

        milliseconds.Sort();
        return [.. milliseconds];
    }

    private static Task DropBySavingAsync(MeasuredSite site, string path, byte[] bomb) =>
        SaveAsync(site, path, bomb, replaced: null);

    private static async Task DropByUploadingAsync(MeasuredSite site, string path, byte[] bomb)
    {
        await site.Storage.Content.GetBlobClient(path).UploadAsync(BinaryData.FromBytes(bomb));
        await Task.Delay(BetweenUploads);
    }

    private static async Task<EntityTagHeaderValue> SaveAsync(
        MeasuredSite site,
        string path,
        byte[] text,
        EntityTagHeaderValue? replaced
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/editor/files?path={path}")
        {
            Content = new ByteArrayContent(text),
        };
        if (replaced is null)
        {
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        }
        else
        {
            request.Headers.IfMatch.Add(replaced);
        }

        using var reply = await site.Http.SendAsync(request);
        reply.EnsureSuccessStatusCode();
        using var saved = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        return EntityTagHeaderValue.Parse(saved.RootElement.GetProperty("etag").GetString()!);
    }

    private static void Report(string what, double[] milliseconds, double[] alone) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{milliseconds.Length} {what}: p50 {At(milliseconds, 50):0} ms, p99 {At(milliseconds, 99):0} ms, p99 ratio {At(milliseconds, 99) / At(alone, 99):0.00} (bar: 2)"
            )
        );

    private static double At(double[] sorted, int percent) => sorted[(sorted.Length - 1) * percent / 100];
}
