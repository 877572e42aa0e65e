using System.Text;
using System.Text.Json;
using System.Xml;
using KapFunctions.Standalone.Hosting;
using KapFunctions.Standalone.Tests.Functions;
using KapFunctions.Storage.Account;
using KapFunctions.Testing;

namespace KapFunctions.Standalone.Tests;

public sealed class BlobTriggerTests : IAsyncLifetime
{
    private readonly Recorder recorder = new();
    private string account = null!;
    private StorageClients storage = null!;
    private StandaloneHost host = null!;

    public async Task InitializeAsync()
    {
        account = await SharedAzurite.NewAccountAsync();
        storage = StorageClients.FromConnectionString(account);
        await storage.CreateMissingAsync();
        host = await TestHost.StartAsync(typeof(BlobFunctions), recorder, account);
    }

    public Task DisposeAsync() => host.DisposeAsync().AsTask();

    [Theory]
    [InlineData("a.md")]
    [InlineData("posts/deep/er/Bébé + 100% & more.md")]
    public async Task A_blob_is_delivered_by_its_whole_name_each_time_it_changes(string name)
    {
        await UploadAsync(name, "one");
        Assert.Equal("one", await recorder.NextAsync(name));

        await UploadAsync(name, "two");
        Assert.Equal("two", await recorder.NextAsync(name));
    }

    [Fact]
    public async Task A_blob_that_stays_the_same_is_delivered_once()
    {
        await UploadAsync("same.md", "one");
        await recorder.NextAsync("same.md");

        // Later ones have been seen by later looks.
        foreach (var name in new[] { "later.md", "still-later.md" })
        {
            await UploadAsync(name, "");
            await recorder.NextAsync(name);
        }

        Assert.Equal(0, recorder.CountOf("same.md"));
    }

    [Fact]
    public async Task Many_blobs_at_once_all_arrive()
    {
        var names = Enumerable.Range(1, 100).Select(number => $"many/{number}.md").ToArray();
        await Parallel.ForEachAsync(names, async (name, _) => await UploadAsync(name, name));

        foreach (var name in names)
        {
            Assert.Equal(name, await recorder.NextAsync(name));
        }
    }

    [Fact]
    public async Task A_blob_that_fails_five_times_leaves_a_note_in_the_poison_queue()
    {
        await UploadAsync("bad.md", "one");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await recorder.NextAsync("tries of bad.md");
        }

        var note = JsonDocument.Parse(Convert.FromBase64String(await MessageInAsync(StorageNames.BlobPoisonQueue)));

        var etag = (await storage.Content.GetBlobClient("bad.md").GetPropertiesAsync()).Value.ETag.ToString("H");
        var expected = new
        {
            Type = "BlobTrigger",
            FunctionId = "Host.Functions.FailsOnBad",
            BlobType = "BlockBlob",
            ContainerName = "content",
            BlobName = "bad.md",
            ETag = etag,
        };
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(note));
        Assert.Equal(0, recorder.CountOf("tries of bad.md"));
    }

    [Fact]
    public async Task A_blob_that_vanishes_is_told_as_Event_Grid_would()
    {
        await UploadAsync("gone/é 1.md", "one");
        await recorder.NextAsync("gone/é 1.md");
        await storage.Content.DeleteBlobAsync("gone/é 1.md");

        var told = await MessageInAsync(StorageNames.ContentEventsQueue);

        var deleted = JsonDocument.Parse(Convert.FromBase64String(told)).RootElement;
        Assert.Equal("Microsoft.Storage.BlobDeleted", deleted.GetProperty("eventType").GetString());
        Assert.Equal(
            "/blobServices/default/containers/content/blobs/gone/é 1.md",
            deleted.GetProperty("subject").GetString()
        );
        Assert.Equal("DeleteBlob", deleted.GetProperty("data").GetProperty("api").GetString());
        Assert.EndsWith("/content/gone/%C3%A9%201.md", deleted.GetProperty("data").GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_listing_that_cannot_be_read_is_no_end()
    {
        // In Azurite this name makes every listing of the container malformed XML.
        await UploadAsync("bell\u0007.md", "ding");
        await Assert.ThrowsAsync<XmlException>(async () =>
            await storage.Content.GetBlobsAsync().GetAsyncEnumerator().MoveNextAsync()
        );
        await storage.Content.DeleteBlobAsync("bell\u0007.md");

        await UploadAsync("after.md", "all is well");
        Assert.Equal("all is well", await recorder.NextAsync("after.md"));
    }

    [Fact]
    public async Task On_a_shared_account_one_instance_polls_and_the_next_takes_over_when_it_stops()
    {
        var others = new[] { new Recorder(), new Recorder() };
        var first = await StartSharingAsync(others[0]);
        await UploadAsync("shared.md", "one");
        await others[0].NextAsync("shared.md");

        await using var second = await StartSharingAsync(others[1]);
        await UploadAsync("shared.md", "two");
        Assert.Equal("two", await others[0].NextAsync("shared.md"));
        Assert.Equal(0, others[1].CountOf("shared.md"));

        await first.DisposeAsync();
        Assert.Equal("two", await others[1].NextAsync("shared.md"));
    }

    private Task<StandaloneHost> StartSharingAsync(Recorder other) =>
        StandaloneHost.StartAsync(
            TestHost.Options(typeof(BlobFunctions), other, account) with
            {
                SharesAccount = true,
            }
        );

    private async Task UploadAsync(string name, string text) =>
        await storage
            .Content.GetBlobClient(name)
            .UploadAsync(BinaryData.FromBytes(Encoding.UTF8.GetBytes(text)), overwrite: true);

    private Task<string> MessageInAsync(string queue) => Queues.NextAsync(storage.Queues.GetQueueClient(queue));
}
