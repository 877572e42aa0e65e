using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using KapFunctions.Standalone.Mirroring;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Files;
using KapFunctions.Testing;
using KapFunctions.Testing.Faults;
using Microsoft.Extensions.Logging.Abstractions;

namespace KapFunctions.Standalone.Tests.Mirroring;

/// <summary>An account and a folder for each test.</summary>
public sealed class FolderMirrorTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private string account = null!;
    private BlobContainerClient container = null!;

    public async Task InitializeAsync()
    {
        account = await SharedAzurite.NewAccountAsync();
        var options = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2025_11_05);
        container = new BlobServiceClient(account, options).GetBlobContainerClient("mirror");
        await container.CreateAsync();
    }

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_folder_goes_up_without_what_is_no_content()
    {
        foreach (var name in (string[])["site.yaml", "posts/a b/é + 100%.md", "media/deep/er/cup.png"])
        {
            folder.Write(name, name);
        }

        foreach (
            var name in (string[])
                [".git/config", ".DS_Store", "posts/a.md~", "posts/.a.md.swp", "posts/#a.md#", "posts/4913"]
        )
        {
            folder.Write(name, "");
        }

        var pass = await (await LearnAsync()).MirrorAsync(default);

        Assert.Equal(new(3, 0, IsComplete: true), pass);
        Assert.Equal(["media/deep/er/cup.png", "posts/a b/é + 100%.md", "site.yaml"], await NamesAsync());
    }

    [Fact]
    public async Task Blobs_carry_their_type()
    {
        folder.Write("posts/a.md", "a");
        folder.Write("media/cup.png", "cup");
        await (await LearnAsync()).MirrorAsync(default);

        Assert.Equal("text/markdown; charset=utf-8", await TypeOfAsync("posts/a.md"));
        Assert.Equal("image/png", await TypeOfAsync("media/cup.png"));
    }

    [Fact]
    public async Task A_restart_uploads_only_what_has_changed_since()
    {
        folder.Write("posts/a.md", "one");
        folder.Write("posts/b.md", "one");
        folder.Write("posts/c.md", "one");
        await (await LearnAsync()).MirrorAsync(default);

        Assert.Equal(new(0, 0, IsComplete: true), await (await LearnAsync()).MirrorAsync(default));

        folder.Write("posts/a.md", "two");
        folder.Delete("posts/b.md");
        Assert.Equal(new(1, 1, IsComplete: true), await (await LearnAsync()).MirrorAsync(default));
        Assert.Equal(["posts/a.md", "posts/c.md"], await NamesAsync());
    }

    [Fact]
    public async Task A_file_that_moves_stays_under_its_old_name_until_the_new_one_is_up()
    {
        folder.Write("posts/old.md", "text");
        var mirror = await LearnAsync();
        await mirror.MirrorAsync(default);
        // Somebody keeps the new name from being written.
        await container.UploadBlobAsync("posts/new.md", BinaryData.FromString("taken"));
        var lease = container.GetBlobClient("posts/new.md").GetBlobLeaseClient();
        await lease.AcquireAsync(TimeSpan.FromSeconds(60));

        folder.Rename("posts/old.md", "posts/new.md");
        Assert.Equal(new(0, 0, IsComplete: false), await mirror.MirrorAsync(default));
        Assert.Equal(["posts/new.md", "posts/old.md"], await NamesAsync());

        await lease.ReleaseAsync();
        Assert.Equal(new(1, 1, IsComplete: true), await mirror.MirrorAsync(default));
        Assert.Equal(["posts/new.md"], await NamesAsync());
    }

    [Fact]
    public async Task A_plain_folder_of_posts_goes_up_as_posts()
    {
        folder.Write("2014-03-12-hello.md", "hello");
        folder.Write("images/cup.png", "cup");
        await (await LearnAsync()).MirrorAsync(default);

        Assert.Equal(["posts/2014-03-12-hello.md", "posts/images/cup.png"], await NamesAsync());
    }

    [Fact]
    public async Task A_folder_that_is_away_takes_nothing_down()
    {
        folder.Write("posts/a.md", "a");
        var mirror = await LearnAsync();
        await mirror.MirrorAsync(default);

        Directory.Move(folder.Path, folder.Path + "-away");
        Assert.Equal(new(0, 0, IsComplete: false), await mirror.MirrorAsync(default));
        Directory.Move(folder.Path + "-away", folder.Path);

        Assert.Equal(["posts/a.md"], await NamesAsync());
    }

    [Fact]
    public async Task Blobs_that_the_folder_has_not_are_known_before_anything_is_done()
    {
        await container.UploadBlobAsync("posts/theirs.md", BinaryData.FromString("theirs"));
        folder.Write("posts/mine.md", "mine");

        Assert.Equal(["posts/theirs.md"], (await LearnAsync()).Strangers());
    }

    [Fact]
    public async Task A_watched_folder_is_live_and_then_gone()
    {
        folder.Write("posts/first.md", "first");
        await using var watch = new FolderWatch(folder.Path, await LearnAsync(), NullLogger.Instance);
        await UntilAsync("posts/first.md");

        folder.Write("posts/second.md", "second");
        await UntilAsync("posts/first.md", "posts/second.md");

        folder.Delete("posts/first.md");
        await UntilAsync("posts/second.md");
    }

    [Fact]
    public async Task A_file_whose_upload_arrived_though_its_answer_was_lost_is_removed_when_it_is_gone()
    {
        await using var faulty = await FaultyAccount.StartAsync(account);
        var clients = StorageClients.FromConnectionString(faulty.ConnectionString, TimeSpan.FromMilliseconds(1));
        var mirror = new FolderMirror(
            folder.Path,
            clients.Blobs.GetBlobContainerClient(container.Name),
            NullLogger<FolderMirror>.Instance
        );
        folder.Write("posts/a.md", "a");
        faulty.Plan = new(seed: 0, rate: 1, Fault.DropReply);
        Assert.False((await mirror.MirrorAsync(default)).IsComplete);
        Assert.Equal(["posts/a.md"], await NamesAsync());

        faulty.Mend();
        folder.Delete("posts/a.md");
        await mirror.MirrorAsync(default);
        Assert.Empty(await NamesAsync());
    }

    [Theory]
    [InlineData("posts/a.md", true)]
    [InlineData(@"posts\a.md", false)]
    [InlineData("posts/a\u0007.md", false)]
    [InlineData("posts/\uFFFD.md", false)]
    public void Names_that_storage_would_change_are_refused(string name, bool expected) =>
        Assert.Equal(expected, ContentNames.IsStorable(name));

    private async Task<FolderMirror> LearnAsync()
    {
        var mirror = new FolderMirror(folder.Path, container, NullLogger<FolderMirror>.Instance);
        await mirror.LearnAsync(default);
        return mirror;
    }

    private async Task UntilAsync(params string[] expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await NamesAsync()).SequenceEqual(expected))
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    private async Task<string[]> NamesAsync()
    {
        List<string> names = [];
        await foreach (var blob in container.GetBlobsAsync())
        {
            names.Add(blob.Name);
        }

        return [.. names.Order(StringComparer.Ordinal)];
    }

    private async Task<string> TypeOfAsync(string name) =>
        (await container.GetBlobClient(name).GetPropertiesAsync()).Value.ContentType;
}
