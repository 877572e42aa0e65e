using Azure.Storage.Blobs.Models;
using KapFunctions.Storage.Account;
using KapFunctions.Testing;

namespace KapFunctions.Cli.Tests;

/// <summary><c>kap push</c> and <c>kap pull</c> between folders and a storage account that others write to, too.</summary>
public sealed class PushTests : IAsyncLifetime
{
    private readonly Desk desk = new();
    private readonly Desk other = new();
    private StorageClients storage = null!;

    public async Task InitializeAsync()
    {
        var account = await SharedAzurite.NewAccountAsync();
        desk.Variables["ContentStorage"] = other.Variables["ContentStorage"] = account;
        storage = StorageClients.FromConnectionString(account);
        await storage.CreateMissingAsync();
    }

    [Fact]
    public async Task What_is_new_goes_up_and_a_second_push_has_nothing_to_do()
    {
        desk.Write("posts/a.md", "# A")
            .Write("media/a.png", [1, 2, 3])
            .Write("site.yaml", "title: Mine")
            .Write("x.txt", "");

        var first = await desk.TypeAsync("push");
        var second = await desk.TypeAsync("push");

        Assert.Equal("up   media/a.png\nup   posts/a.md\nup   site.yaml\n3 uploaded\n", first.Out);
        Assert.Equal((0, "3 unchanged\n"), (second.Code, second.Out));
        Assert.Equal(["media/a.png", "posts/a.md", "site.yaml"], await OnlineAsync());
        var types = await storage.Content.GetBlobClient("posts/a.md").GetPropertiesAsync();
        Assert.Equal("text/markdown; charset=utf-8", types.Value.ContentType);
    }

    [Fact]
    public async Task Next_versions_lie_beside_the_live_ones_until_they_are_published()
    {
        desk.Write("posts/a.md", "# A").Write("posts/b.md", "# B").Write("media/a.png", [1]);
        await desk.TypeAsync("push");
        desk.Write("posts/a.md", "# A, longer").Write("posts/new.md", "# New").Write("media/a.png", [2]);

        var next = await desk.TypeAsync("push", "--next");
        var again = await desk.TypeAsync("push", "--next");

        Assert.Equal(
            "next posts/a.md\nnext posts/new.md\n2 beside the live ones, 0 kept, 1 unchanged, 1 other files left out\n",
            next.Out
        );
        Assert.Equal("0 beside the live ones, 0 kept, 3 unchanged, 1 other files left out\n", again.Out);
        Assert.Equal("# A", await ReadOnlineAsync("posts/a.md"));
        Assert.Equal("# A, longer", await ReadOnlineAsync("next/posts/a.md"));

        var published = await desk.TypeAsync("publish", "posts/a.md", "posts/new.md");

        Assert.Equal((0, "live posts/a.md\nlive posts/new.md\n"), (published.Code, published.Out));
        Assert.Equal("# A, longer", await ReadOnlineAsync("posts/a.md"));
        Assert.Equal(["media/a.png", "posts/a.md", "posts/b.md", "posts/new.md"], await OnlineAsync());
        Assert.Equal(1, (await desk.TypeAsync("publish", "posts/b.md")).Code);
        Assert.Equal(2, (await desk.TypeAsync("publish", "media/a.png")).Code);
    }

    [Fact]
    public async Task A_live_file_that_changed_since_its_next_version_was_pushed_stays_as_it_is()
    {
        await desk.Write("posts/a.md", "# A").TypeAsync("push");
        await desk.Write("posts/a.md", "# Mine").TypeAsync("push", "--next");
        await storage
            .Content.GetBlobClient("posts/a.md")
            .UploadAsync(BinaryData.FromString("# Theirs"), overwrite: true);

        var published = await desk.TypeAsync("publish", "posts/a.md");

        Assert.Equal(1, published.Code);
        Assert.Contains("was changed online", published.Errors);
        Assert.Equal("# Theirs", await ReadOnlineAsync("posts/a.md"));
        await storage
            .Content.GetBlobClient("next/posts/a.md")
            .UploadAsync(BinaryData.FromString("# Theirs, next"), overwrite: true);
        Assert.Equal(1, (await desk.TypeAsync("push", "--next")).Code);
        Assert.Equal("# Theirs, next", await ReadOnlineAsync("next/posts/a.md"));
    }

    [Fact]
    public async Task Only_what_changed_goes_up()
    {
        desk.Write("posts/a.md", "# A").Write("posts/b.md", "# B");
        await desk.TypeAsync("push");

        var typed = await desk.Write("posts/b.md", "# B, longer").TypeAsync("push");

        Assert.Equal("up   posts/b.md\n1 uploaded, 1 unchanged\n", typed.Out);
        Assert.Equal("# B, longer", await ReadOnlineAsync("posts/b.md"));
    }

    [Fact]
    public async Task A_large_file_is_known_again_by_its_hash()
    {
        desk.Write("media/film.mp4", new byte[9 << 20]);

        Assert.Equal("up   media/film.mp4\n1 uploaded\n", (await desk.TypeAsync("push")).Out);
        Assert.Equal("1 unchanged\n", (await desk.TypeAsync("push")).Out);
    }

    [Fact]
    public async Task Nothing_goes_up_while_a_file_has_errors_unless_forced()
    {
        desk.Write("posts/a.md", "# A").Write("posts/broken.md", "---\ntitle: B\n\nText.");

        var refused = await desk.TypeAsync("push");
        Assert.Equal(1, refused.Code);
        Assert.StartsWith("posts/broken.md:1:1: error front-matter-unclosed", refused.Lines[0]);
        Assert.Empty(await OnlineAsync());

        Assert.Equal(0, (await desk.TypeAsync("push", "--force")).Code);
        Assert.Equal(2, (await OnlineAsync()).Count);
    }

    [Fact]
    public async Task A_dry_run_says_all_and_changes_nothing()
    {
        desk.Write("posts/a.md", "# A");

        var typed = await desk.TypeAsync("push", "--dry-run");

        Assert.Equal("up   posts/a.md\n1 uploaded (dry run: nothing was changed)\n", typed.Out);
        Assert.Empty(await OnlineAsync());
        Assert.False(Directory.Exists(desk.PathOf(".kap")));
    }

    [Fact]
    public async Task What_the_folder_lost_goes_online_only_when_asked()
    {
        desk.Write("posts/a.md", "# A").Write("posts/b.md", "# B");
        await desk.TypeAsync("push");
        desk.Delete("posts/b.md");

        Assert.Equal("1 unchanged\n", (await desk.TypeAsync("push")).Out);
        Assert.Equal("del  posts/b.md\n1 deleted, 1 unchanged\n", (await desk.TypeAsync("push", "--delete")).Out);
        Assert.Equal(["posts/a.md"], await OnlineAsync());
    }

    [Fact]
    public async Task An_editors_newer_change_is_kept_and_told_of()
    {
        await desk.Write("posts/a.md", "# A").Write("posts/b.md", "# B").TypeAsync("push");
        await EditAsync("posts/a.md", "# A, by an editor");
        await EditAsync("posts/b.md", "# B, by an editor");
        desk.Write("posts/b.md", "# B, by me");

        var typed = await desk.TypeAsync("push");

        Assert.Equal(1, typed.Code);
        Assert.Equal("kept posts/a.md is newer online; pull it", typed.Lines[0]);
        Assert.StartsWith("kept posts/b.md was changed both here and online", typed.Lines[1]);
        Assert.Equal("# A, by an editor", await ReadOnlineAsync("posts/a.md"));
        Assert.Equal("# B, by an editor", await ReadOnlineAsync("posts/b.md"));

        Assert.Equal(0, (await desk.TypeAsync("push", "--overwrite")).Code);
        Assert.Equal("# B, by me", await ReadOnlineAsync("posts/b.md"));
    }

    [Fact]
    public async Task A_pipeline_that_remembers_nothing_overwrites_pushes_but_no_editor()
    {
        await desk.Write("posts/a.md", "# A").Write("posts/b.md", "# B").TypeAsync("push");
        await EditAsync("posts/b.md", "# B, by an editor");
        other.Write("posts/a.md", "# A, next version").Write("posts/b.md", "# B");

        var typed = await other.TypeAsync("push", "--delete");

        Assert.Equal("up   posts/a.md", typed.Lines[0]);
        Assert.StartsWith("kept posts/b.md was written online by somebody else", typed.Lines[1]);
        Assert.Equal("# B, by an editor", await ReadOnlineAsync("posts/b.md"));
    }

    [Fact]
    public async Task What_was_deleted_online_does_not_come_back_by_itself()
    {
        await desk.Write("posts/a.md", "# A").Write("posts/b.md", "# B").TypeAsync("push");
        await storage.Content.DeleteBlobAsync("posts/b.md", DeleteSnapshotsOption.IncludeSnapshots);

        var pushed = await desk.TypeAsync("push");
        var pulled = await desk.TypeAsync("pull", "--delete");

        Assert.StartsWith("kept posts/b.md was deleted online since", pushed.Lines[0]);
        Assert.Equal("del  posts/b.md", pulled.Lines[0]);
        Assert.Equal(["posts/a.md"], desk.Files());
    }

    [Fact]
    public async Task A_pull_brings_what_others_wrote_and_keeps_what_was_changed_here()
    {
        await desk.Write("posts/a.md", "# A").Write("posts/b.md", "# B").Write("posts/c.md", "# C").TypeAsync("push");
        await EditAsync("posts/a.md", "# A, by an editor");
        await EditAsync("posts/b.md", "# B, by an editor");
        await EditAsync("media/new.png", "png");
        desk.Write("posts/b.md", "# B, by me").Write("posts/c.md", "# C, by me");

        var typed = await desk.TypeAsync("pull");

        Assert.Equal(1, typed.Code);
        Assert.Equal(
            [
                "down media/new.png",
                "down posts/a.md",
                "kept posts/b.md was changed both here and online; compare the two, then pull over it with --overwrite",
                "kept posts/c.md was changed here and not yet pushed",
                "2 downloaded, 2 kept",
            ],
            typed.Lines
        );
        Assert.Equal("# A, by an editor", desk.Read("posts/a.md"));
        Assert.Equal("# B, by me", desk.Read("posts/b.md"));
    }

    [Fact]
    public async Task A_pull_into_an_empty_folder_and_a_push_from_it_change_nothing()
    {
        await desk.Write("posts/2024/a b.md", "# A").Write("site.yaml", "title: Mine").TypeAsync("push");

        var pulled = await other.TypeAsync("pull", "new");
        var pushed = await other.TypeAsync("push", "new");

        Assert.Equal("down posts/2024/a b.md\ndown site.yaml\n2 downloaded\n", pulled.Out);
        Assert.Equal("2 unchanged\n", pushed.Out);
        Assert.Equal(["posts/2024/a b.md", "site.yaml"], other.Files("new"));
    }

    [Fact]
    public async Task A_plain_folder_of_posts_deletes_no_pages()
    {
        await desk.Write("site.yaml", "title: Mine")
            .Write("pages/p.md", "# P")
            .Write("posts/old.md", "# O")
            .TypeAsync("push");

        var typed = await other.Write("new.md", "# N").TypeAsync("push", "--delete");

        Assert.Equal("up   posts/new.md\ndel  posts/old.md\n1 uploaded, 1 deleted\n", typed.Out);
        Assert.Equal(["pages/p.md", "posts/new.md", "site.yaml"], await OnlineAsync());
    }

    [Fact]
    public async Task An_empty_folder_never_empties_the_site()
    {
        await desk.Write("posts/a.md", "# A").TypeAsync("push");
        Directory.CreateDirectory(other.PathOf("empty"));

        var typed = await other.TypeAsync("push", "empty", "--delete");

        Assert.Equal(2, typed.Code);
        Assert.Equal(["posts/a.md"], await OnlineAsync());
    }

    [Theory]
    [InlineData("posts/.git/config.md")]
    [InlineData("media/.bashrc")]
    public async Task A_hidden_name_is_no_content_and_not_pulled(string name)
    {
        await EditAsync(name, "x");

        var typed = await desk.TypeAsync("pull");

        Assert.Equal(0, typed.Code);
        Assert.False(desk.Has(name));
    }

    [Fact]
    public async Task Whoever_names_no_storage_or_a_wrong_one_is_told_and_no_key_is_shown()
    {
        const string Secret = "c2VjcmV0LXNlY3JldC1zZWNyZXQ=";
        desk.Write("posts/a.md", "# A").Variables.Clear();

        var missing = await desk.TypeAsync("push");
        var broken = await desk.TypeAsync("push", "--connection", $"AccountName=x;AccountKey={Secret};Nonsense");
        var wrong = await desk.TypeAsync(
            "push",
            "--connection",
            other.Variables["ContentStorage"].Replace("AccountKey=", $"AccountKey={Secret[..8]}")
        );
        var insecure = await desk.TypeAsync("push", "--account-url", $"https://x.example/?sig={Secret}");

        Assert.Equal((2, 2, 1, 2), (missing.Code, broken.Code, wrong.Code, insecure.Code));
        Assert.Contains("ContentStorage", missing.Errors);
        Assert.Contains("The storage account refused", wrong.Errors);
        Assert.DoesNotContain(Secret[..8], broken.Out + broken.Errors + wrong.Out + wrong.Errors + insecure.Errors);
    }

    public Task DisposeAsync()
    {
        desk.Dispose();
        other.Dispose();
        return Task.CompletedTask;
    }

    private async Task EditAsync(string path, string text) =>
        await storage.Content.GetBlobClient(path).UploadAsync(BinaryData.FromString(text), overwrite: true);

    private async Task<string> ReadOnlineAsync(string path) =>
        (await storage.Content.GetBlobClient(path).DownloadContentAsync()).Value.Content.ToString();

    private async Task<List<string>> OnlineAsync()
    {
        var names = new List<string>();
        await foreach (var blob in storage.Content.GetBlobsAsync())
        {
            names.Add(blob.Name);
        }
        return names;
    }
}
