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

        Assert.Equal(new(3, 0, 0, IsComplete: true), pass);
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

        Assert.Equal(new(0, 0, 0, IsComplete: true), await (await LearnAsync()).MirrorAsync(default));

        folder.Write("posts/a.md", "two");
        folder.Delete("posts/b.md");
        Assert.Equal(new(1, 1, 0, IsComplete: true), await (await LearnAsync()).MirrorAsync(default));
        Assert.Equal(["posts/a.md", "posts/c.md"], await NamesAsync());
    }

    [Fact]
    public async Task A_file_that_moves_stays_under_its_old_name_until_the_new_one_is_up()
    {
        folder.Write("posts/old.md", "text");
        var mirror = await LearnAsync();
        await mirror.MirrorAsync(default);
        // Somebody else has the new name.
        await container.UploadBlobAsync("posts/new.md", BinaryData.FromString("taken"));
        folder.Rename("posts/old.md", "posts/new.md");
        await mirror.LearnAsync(default);

        Assert.Equal(new(0, 0, 0, IsComplete: false), await mirror.MirrorAsync(default));
        Assert.Equal(["posts/new.md", "posts/old.md"], await NamesAsync());

        await container.DeleteBlobAsync("posts/new.md");
        await mirror.LearnAsync(default);
        Assert.Equal(new(1, 1, 0, IsComplete: true), await mirror.MirrorAsync(default));
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
        Assert.Equal(new(0, 0, 0, IsComplete: false), await mirror.MirrorAsync(default));
        Directory.Move(folder.Path + "-away", folder.Path);

        Assert.Equal(["posts/a.md"], await NamesAsync());
    }

    [Fact]
    public async Task What_others_put_online_is_neither_removed_nor_overwritten()
    {
        await container.UploadBlobAsync("posts/theirs.md", BinaryData.FromString("theirs"));
        await container.UploadBlobAsync("posts/both.md", BinaryData.FromString("theirs"));
        folder.Write("posts/both.md", "mine");
        folder.Write("posts/mine.md", "mine");

        var pass = await (await LearnAsync()).MirrorAsync(default);

        Assert.Equal(new(1, 0, 0, IsComplete: false), pass);
        Assert.Equal(["posts/both.md", "posts/mine.md", "posts/theirs.md"], await NamesAsync());
        Assert.Equal("theirs", await TextAsync("posts/both.md"));
        Assert.Equal("mine", folder.Read("posts/both.md"));
        Assert.False(folder.Has("posts/theirs.md"));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task A_folder_that_suddenly_lacks_most_of_its_files_takes_nothing_down(int files, bool isRemoved)
    {
        for (var i = 0; i < files; i++)
        {
            folder.Write($"posts/{i}.md", $"{i}");
        }

        await (await LearnAsync()).MirrorAsync(default);
        Directory.Delete(folder.File("posts"), recursive: true);

        Assert.Equal(isRemoved ? files : 0, (await (await LearnAsync()).MirrorAsync(default)).Removed);
        Assert.Equal(isRemoved ? 0 : files, (await NamesAsync()).Length);

        Assert.Equal(
            isRemoved ? 0 : files,
            (await (await LearnAsync(mayRemoveMany: true)).MirrorAsync(default)).Removed
        );
        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task The_samples_give_way_to_a_folder_without_a_question()
    {
        for (var i = 0; i < 30; i++)
        {
            folder.Write($"posts/sample-{i}.md", $"{i}");
        }

        await (await LearnAsync(Writer.Samples)).MirrorAsync(default);
        Directory.Delete(folder.File("posts"), recursive: true);
        folder.Write("posts/sample-0.md", "mine");

        Assert.Equal(new(1, 29, 0, IsComplete: true), await (await LearnAsync()).MirrorAsync(default));
        Assert.Equal(["posts/sample-0.md"], await NamesAsync());
    }

    [Fact]
    public async Task What_is_saved_online_is_written_into_the_folder()
    {
        folder.Write("posts/a.md", "one");
        var mirror = await LearnAsync();
        await mirror.MirrorAsync(default);
        await container.GetBlobClient("posts/a.md").UploadAsync(BinaryData.FromString("two"), overwrite: true);
        await container.UploadBlobAsync("posts/new.md", BinaryData.FromString("new"));
        await mirror.LearnAsync(default);

        Assert.Equal(new(0, 0, 2, IsComplete: true), await mirror.MirrorAsync(default));
        Assert.Equal(("two", "new"), (folder.Read("posts/a.md"), folder.Read("posts/new.md")));
        Assert.Equal(new(0, 0, 0, IsComplete: true), await mirror.MirrorAsync(default));

        // What both have now may be edited on here, and goes up as before.
        folder.Write("posts/a.md", "three");
        Assert.Equal(new(1, 0, 0, IsComplete: true), await mirror.MirrorAsync(default));
        Assert.Equal("three", await TextAsync("posts/a.md"));
    }

    [Fact]
    public async Task A_file_that_was_saved_on_both_sides_is_overwritten_on_neither()
    {
        folder.Write("posts/a.md", "one");
        var mirror = await LearnAsync();
        await mirror.MirrorAsync(default);
        await container.GetBlobClient("posts/a.md").UploadAsync(BinaryData.FromString("at the desk"), overwrite: true);
        folder.Write("posts/a.md", "in the folder");

        // Before it has heard of the other version, and after.
        Assert.Equal(new(0, 0, 0, IsComplete: false), await mirror.MirrorAsync(default));
        await mirror.LearnAsync(default);
        Assert.Equal(new(0, 0, 0, IsComplete: false), await mirror.MirrorAsync(default));
        Assert.Equal(("at the desk", "in the folder"), (await TextAsync("posts/a.md"), folder.Read("posts/a.md")));

        // Nor is the desk's version removed when the folder's goes.
        folder.Delete("posts/a.md");
        await mirror.MirrorAsync(default);
        Assert.Equal("at the desk", await TextAsync("posts/a.md"));
    }

    [Fact]
    public async Task One_file_that_cannot_be_removed_keeps_no_other_online()
    {
        folder.Write("posts/a.md", "a");
        folder.Write("posts/b.md", "b");
        var mirror = await LearnAsync();
        await mirror.MirrorAsync(default);
        await container.GetBlobClient("posts/a.md").CreateSnapshotAsync();
        folder.Delete("posts/a.md");
        folder.Delete("posts/b.md");

        Assert.Equal(new(0, 1, 0, IsComplete: false), await mirror.MirrorAsync(default));
        Assert.Equal(["posts/a.md"], await NamesAsync());
    }

    [Fact]
    public async Task What_cannot_be_read_is_not_gone()
    {
        folder.Write("posts/a.md", "a");
        folder.Write("posts/deep/b.md", "b");
        var mirror = await LearnAsync();
        await mirror.MirrorAsync(default);

        // For the owner of the machine no rights are missing, so the folder is put in the place of a file and is none any more.
        Directory.Delete(folder.File("posts/deep"), recursive: true);
        Directory.CreateSymbolicLink(folder.File("posts/deep"), folder.File("posts/deep"));
        folder.Delete("posts/a.md");

        Assert.False((await mirror.MirrorAsync(default)).IsComplete);
        Assert.Equal(["posts/a.md", "posts/deep/b.md"], await NamesAsync());
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
        var mirror = Mirror(clients.Blobs.GetBlobContainerClient(container.Name));
        await mirror.LearnAsync(default);
        folder.Write("posts/a.md", "a");
        faulty.Plan = new(seed: 0, rate: 1, Fault.DropReply);
        Assert.False((await mirror.MirrorAsync(default)).IsComplete);
        Assert.Equal(["posts/a.md"], await NamesAsync());

        faulty.Mend();
        await mirror.LearnAsync(default);
        await mirror.MirrorAsync(default);
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

    private async Task<FolderMirror> LearnAsync(Writer writer = Writer.Mirror, bool mayRemoveMany = false)
    {
        var mirror = Mirror(container, writer, mayRemoveMany);
        await mirror.LearnAsync(default);
        return mirror;
    }

    private FolderMirror Mirror(BlobContainerClient into, Writer writer = Writer.Mirror, bool mayRemoveMany = false) =>
        new(folder.Path, new(into, writer), writer, mayRemoveMany, NullLogger<FolderMirror>.Instance);

    private async Task<string> TextAsync(string name) =>
        (await container.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToString();

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
