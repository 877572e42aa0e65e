using KapFunctions.Delivery.Media;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;

namespace KapFunctions.Proof.Tests;

/// <summary>What the index tells of media follows the files, whatever became of the events.</summary>
public sealed class MediaTests
{
    private const string Picture = "media/picture.png";

    /// <summary>A graphic of one pixel.</summary>
    private static readonly BinaryData OnePixel = BinaryData.FromBytes(
        Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        )
    );

    [Fact]
    public async Task A_reconcile_finds_files_that_no_event_told_of_and_forgets_those_that_are_gone()
    {
        await using var instance = await StartAsync();
        await instance.Storage.Content.GetBlobClient(Picture).UploadAsync(OnePixel);
        await instance.UploadAsync("media/page.html", "is not served");

        await instance.ReconcileAsync();
        var found = Assert.Single(await RowsAsync(instance));
        var sequence = (await instance.Index.ReadHeadAsync(default))!.Sequence;
        await instance.ReconcileAsync();

        Assert.Equal((Picture, 1, 1), (found.Path, found.Width, found.Height));
        Assert.Equal(sequence, (await instance.Index.ReadHeadAsync(default))!.Sequence);

        await instance.DeleteAsync(Picture);
        await instance.ReconcileAsync();

        Assert.Empty(await RowsAsync(instance));
        await IndexAudit.CheckAsync(instance);
    }

    [Fact]
    public async Task Events_that_come_twice_or_late_change_nothing_and_readers_follow()
    {
        await using var instance = await StartAsync();
        await instance.Storage.Content.GetBlobClient(Picture).UploadAsync(OnePixel);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => instance.LookAtAsync(Picture)));
        await instance.ReconcileAsync();
        using (var view = await instance.ReadAsync())
        {
            Assert.Equal(1, view.FindMedia(Picture)?.Width);
        }

        await instance.UploadAsync(Picture, "no picture any more");
        await instance.LookAtAsync(Picture);
        await instance.LookAtAsync(Picture);

        using (var view = await instance.ReadAsync())
        {
            Assert.True(view.FindMedia(Picture) is { Width: null, Version: not null, CanScale: false });
        }

        await IndexAudit.CheckAsync(instance);
    }

    [Fact]
    public async Task An_index_made_anew_tells_the_same_of_the_same_files()
    {
        await using var instance = await StartAsync();
        await instance.Storage.Content.GetBlobClient(Picture).UploadAsync(OnePixel);
        await instance.ReconcileAsync();
        var before = await RowsAsync(instance);

        await instance.Storage.Index.DeleteAsync();
        await instance.ReconcileAsync();

        Assert.Equal(before, await RowsAsync(instance));
    }

    [Fact]
    public async Task A_picture_costs_its_reader_one_storage_call()
    {
        const string moving = "media/moving.gif";
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        var bytes = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
        await instance.Storage.Content.GetBlobClient(moving).UploadAsync(BinaryData.FromBytes(bytes));
        await instance.ReconcileAsync();
        using var view = await instance.ReadAsync();

        account.Forget();
        var served = await instance.Get<PublicMedia>().OpenAsync(moving, view.FindMedia(moving), default);
        using var read = new MemoryStream();
        await served!.Content!.CopyToAsync(read);

        Assert.Equal(bytes, read.ToArray());
        Assert.NotNull(served.Row);
        Assert.Equal(["GET"], account.Calls.Select(call => call.Method));
    }

    private static async Task<Instance> StartAsync()
    {
        var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.Storage.CreateMissingAsync();
        return instance;
    }

    private static async Task<List<MediaRow>> RowsAsync(Instance instance) =>
        await instance.Index.ReadRowsAsync(default).OfType<MediaRow>().ToListAsync();
}
