using System.Diagnostics;
using KapFunctions.Pictures;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace KapFunctions.Tests;

/// <summary>Smaller forms of many pictures at once.</summary>
public sealed class PictureWorkshopTests
{
    [Fact]
    public async Task Of_ten_thousand_pictures_at_once_the_newest_come_first_and_the_oldest_wait_for_a_reader()
    {
        var storage = StorageClients.FromConnectionString(await SharedAzurite.NewAccountAsync());
        await storage.CreateMissingAsync();
        var media = new MediaStore(storage);
        using var workshop = new PictureWorkshop(media, NullLogger<PictureWorkshop>.Instance);
        var pictures = Enumerable.Range(0, 10_000).Select(RowOf).ToList();
        // The first takes longer than it does to ask for all others.
        pictures[0] = await UploadAsync(storage, pictures[0], 4000, 3000);
        pictures[9_000] = await UploadAsync(storage, pictures[9_000], 400, 200);
        pictures[^1] = await UploadAsync(storage, pictures[^1], 400, 200);

        var started = Stopwatch.GetTimestamp();
        pictures.ForEach(workshop.Ask);
        var asked = Stopwatch.GetElapsedTime(started);
        await WaitAsync(media, pictures[^1]);

        Assert.InRange(asked, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.False(await HasFormAsync(media, pictures[9_000]));

        workshop.Ask(pictures[9_000]);
        await WaitAsync(media, pictures[9_000]);
    }

    private static MediaRow RowOf(int number) =>
        new()
        {
            Path = $"media/{number}.png",
            SourceETag = "\"none\"",
            Version = number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture),
            Width = 400,
            Height = 200,
            CanScale = true,
        };

    private static async Task<MediaRow> UploadAsync(StorageClients storage, MediaRow row, int width, int height)
    {
        var blob = storage.Content.GetBlobClient(row.Path);
        var put = await blob.UploadAsync(BinaryData.FromBytes(TestPicture.Png(width, height)));
        return row with { SourceETag = put.Value.ETag.ToString("H"), Width = width, Height = height };
    }

    private static Task<bool> HasFormAsync(MediaStore media, MediaRow picture) =>
        media.HasVariantAsync(PictureWorkshop.NameOf(picture, 320), default);

    private static async Task WaitAsync(MediaStore media, MediaRow picture)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await HasFormAsync(media, picture))
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
