using System.Net;
using System.Text;
using KapFunctions.Publishing.Repair;
using KapFunctions.Reading.Snapshots;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Erasing;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Cli.Tests;

/// <summary><c>kap erase</c>: a text is gone from the whole account, whatever kept it, and from what a site answers.</summary>
public sealed class EraseTests : IDisposable
{
    private const string Path = "posts/hello.md";

    /// <summary>Stands in every word that is planted, and nowhere else.</summary>
    private const string Planted = "zqword";

    private readonly Desk desk = new();

    [Fact]
    public async Task A_text_is_gone_from_the_whole_account_and_from_two_running_sites()
    {
        await using var site = await StartAsync();
        await using var other = await StartAsync(site.ConnectionString);
        await WriteOftenAsync(site);
        await site.UploadAsync("next/" + Path, $"# {Planted}next");
        await site.WaitAsync(
            $"/api/search?q={Planted}body3",
            reply => reply.Body.Contains("hello", StringComparison.Ordinal)
        );
        await other.WaitAsync("/api/posts/hello", HttpStatusCode.OK);
        await GiveUpAsync(site);
        Assert.Equal(
            ["bodies", "content", "deleted", "good", "kapindex", "snapshots", "webjobs-blobtrigger-poison"],
            await Account.PlacesOfAsync(site.Storage, Planted)
        );

        var typed = await EraseAsync(site);

        Assert.Equal(("", 0), (typed.Errors, typed.Code));
        Assert.Contains("kept: its path, address and id, so that its address answers that it is gone", typed.Lines);
        Assert.Equal("storage keeps nothing of what was deleted", typed.Lines[^1]);
        Assert.Empty(await Account.PlacesOfAsync(site.Storage, Planted));
        foreach (var one in new[] { site, other })
        {
            await one.WaitAsync("/api/posts/hello", HttpStatusCode.Gone);
            await AssertAnswersWithoutAsync(one);
        }

        await using var fresh = await StartAsync(site.ConnectionString);
        await AssertAnswersWithoutAsync(fresh);
        Assert.Equal(200, (await fresh.GetAsync("/api/posts/neighbour")).Status);
        Assert.Empty(await Account.PlacesOfAsync(site.Storage, Planted));
    }

    [Fact]
    public async Task An_erasure_that_was_cut_off_is_finished_by_another()
    {
        string account;
        await using (var site = await StartAsync())
        {
            account = site.ConnectionString;
            await WriteOftenAsync(site);
        }

        using (var cut = new CancellationTokenSource())
        {
            // Nobody takes the post down, so it waits when it is cut off: the file is gone, its copies are not.
            var storage = StorageClients.FromConnectionString(account);
            var erasing = new Erasure(storage).RunAsync(Path, cut.Token);
            while (await storage.Content.GetBlobClient(Path).ExistsAsync())
            {
                await Task.Delay(20);
            }

            await cut.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => erasing);
            Assert.Contains("good", await Account.PlacesOfAsync(storage, Planted));
        }

        await using var again = await StartAsync(account);
        var typed = await EraseAsync(again);
        var repeated = await EraseAsync(again);

        Assert.Equal((0, 0), (typed.Code, repeated.Code));
        Assert.Empty(await Account.PlacesOfAsync(again.Storage, Planted));
        Assert.StartsWith("posts/hello.md: 0 versions erased", repeated.Out);
    }

    [Fact]
    public async Task A_picture_goes_with_its_smaller_forms_and_one_that_is_the_same_keeps_its_own()
    {
        await using var site = await StartAsync();
        var (secret, shared) = (TestPicture.Png(900, 600), TestPicture.Png(800, 500));
        await site.UploadAsync("media/secret.png", BinaryData.FromBytes(secret));
        await site.UploadAsync("media/one.png", BinaryData.FromBytes(shared));
        await site.UploadAsync("media/same.png", BinaryData.FromBytes(shared));
        foreach (var name in new[] { "secret", "one", "same" })
        {
            await site.WaitAsync(
                $"/media/{name}.png?width=320",
                // The smallest is made last; what stands in for it is kept for seconds.
                reply =>
                    reply.Headers.GetValueOrDefault("Content-Type") == "image/webp"
                    && !reply.Headers["Cache-Control"].Contains("max-age=0", StringComparison.Ordinal)
            );
        }

        Assert.Equal(0, (await EraseAsync(site, "media/secret.png")).Code);
        Assert.Equal(0, (await EraseAsync(site, "media/one.png")).Code);

        Assert.Equal(404, (await site.GetAsync("/media/secret.png")).Status);
        Assert.Equal(3, (await Account.NamesAsync(site.Storage.Rendered, "variants/")).Count);
        Assert.Equal(200, (await site.GetAsync("/media/same.png?width=320")).Status);
    }

    [Fact]
    public async Task A_photograph_goes_with_its_clean_copies_of_each_version_and_those_of_others_stay()
    {
        await using var site = await StartAsync();
        await UploadPhotographAsync(site, "media/x.jpg", width: 40, copies: 1);
        await UploadPhotographAsync(site, "media/x.jpg", width: 60, copies: 2);
        await UploadPhotographAsync(site, "media/other.jpg", width: 80, copies: 3);
        await site.UploadAsync("media/damaged.jpg", BinaryData.FromBytes(Photograph(90)[..^40]));
        await site.WaitForProblemsAsync("media/damaged.jpg");

        var report = await new Erasure(site.Storage) { Grace = TimeSpan.Zero }.RunAsync("media/x.jpg", default);

        Assert.Null(report.Unfinished);
        var named = new IndexReader(site.Storage);
        var rows = new[]
        {
            (await named.ReadMediaAsync("media/other.jpg", default)).Value!,
            (await named.ReadMediaAsync("media/damaged.jpg", default)).Value!,
        };
        Assert.Equal(
            rows.Select(row => row.Copy).Order(StringComparer.Ordinal),
            (await Account.NamesAsync(site.Storage.Rendered, "clean/")).Order(StringComparer.Ordinal)
        );
        Assert.Equal(404, (await site.GetAsync("/media/x.jpg")).Status);
        Assert.NotEmpty(await site.WaitForProblemsAsync("media/damaged.jpg"));
        Assert.True(await site.Storage.Rendered.GetBlobClient(rows[1].Report!).ExistsAsync());
    }

    [Fact]
    public async Task What_another_file_needs_too_stays()
    {
        await using var site = await StartAsync();
        await site.UploadAsync(Path, "---\nslug: hello\n---\nThe same.");
        await site.UploadAsync("posts/twin.md", "---\nslug: hello\n---\nThe same.");
        await site.UploadAsync("theme/site.css", "p { margin: 0 }");
        await site.WaitAsync("/api/posts/hello", HttpStatusCode.OK);
        await site.WaitForProblemsAsync("posts/twin.md");

        Assert.Equal(0, (await EraseAsync(site)).Code);

        await site.Services.GetRequiredService<Reconciler>().RunAsync(default);
        Assert.Equal(200, (await site.GetAsync("/api/posts/hello")).Status);
        var status = (await site.GetAsync("/api/editor/status", ("x-functions-key", TestSite.FunctionKey))).Json;
        Assert.Equal(0, status.GetProperty("reconcile").GetProperty("damaged").GetInt32());
    }

    [Fact]
    public async Task Without_a_yes_nothing_is_erased()
    {
        await using var site = await StartAsync();
        await site.UploadAsync(Path, "# One");
        desk.Variables["ContentStorage"] = site.ConnectionString;

        var typed = await desk.TypeAsync("erase", Path);

        Assert.Equal(2, typed.Code);
        Assert.Equal("posts/hello.md: 1 version in storage\n", typed.Out);
        Assert.Contains("give --yes", typed.Errors);
        Assert.True(await site.Storage.Content.GetBlobClient(Path).ExistsAsync());
    }

    [Theory]
    [InlineData("site.yaml")]
    [InlineData("posts/../hello.md")]
    [InlineData("")]
    public async Task What_cannot_be_erased_is_refused(string path)
    {
        desk.Variables["ContentStorage"] = "UseDevelopmentStorage=true";

        Assert.Equal(2, (await desk.TypeAsync("erase", path, "--yes")).Code);
    }

    public void Dispose() => desk.Dispose();

    private static Task<TestSite> StartAsync(string? account = null) =>
        TestSite.StartAsync(account, services => services.AddSingleton(new SnapshotPolicy(MinFiles: 1, MinChanges: 1)));

    /// <summary>One in which its owner stands.</summary>
    private static byte[] Photograph(int width)
    {
        var plain = TestPicture.Jpeg(width, 30);
        byte[] comment = [0xFF, 0xFE, 0, (byte)(Planted.Length + 2), .. Encoding.ASCII.GetBytes(Planted)];
        return [.. plain[..2], .. comment, .. plain[2..]];
    }

    private static async Task UploadPhotographAsync(TestSite site, string path, int width, int copies)
    {
        await site.UploadAsync(path, BinaryData.FromBytes(Photograph(width)));
        while ((await Account.NamesAsync(site.Storage.Rendered, "clean/")).Count < copies)
        {
            await Task.Delay(50);
        }
    }

    private Task<Typed> EraseAsync(TestSite site, string path = Path)
    {
        desk.Variables["ContentStorage"] = site.ConnectionString;
        return desk.TypeAsync("erase", path, "--yes");
    }

    /// <summary>By any tool, from the desk, with problems, deleted and put back, broken while the last good version stays.</summary>
    private static async Task WriteOftenAsync(TestSite site)
    {
        await site.UploadAsync("posts/neighbour.md", "# Neighbour\n\nA [link](hello.md).");
        await site.UploadAsync(Path, Text(1, "date: 2026-01-02"));
        await site.WaitAsync(
            "/api/posts/hello",
            reply => reply.Body.Contains(Planted + "body1", StringComparison.Ordinal)
        );
        var files = new ContentFiles(site.Storage);
        var etag = await WriteAsync(
            files,
            Text(2, $"canonical_url: no {Planted} address"),
            (await files.ListAsync(Path, 1, default))[0].ETag
        );
        await site.WaitAsync(
            "/api/posts/hello",
            reply => reply.Body.Contains(Planted + "body2", StringComparison.Ordinal)
        );
        await files.DeleteAsync(Path, etag, deleted: null, default);
        await site.WaitAsync("/api/posts/hello", HttpStatusCode.Gone);
        etag = await WriteAsync(files, Text(3, "featured: true"), null);
        await site.WaitAsync(
            "/api/posts/hello",
            reply => reply.Body.Contains(Planted + "body3", StringComparison.Ordinal)
        );
        await WriteAsync(files, $"---\ntitle: [{Planted}broken\n---\n{Planted}", etag);
        await site.WaitForProblemsAsync(Path);
        await site.Services.GetRequiredService<Reconciler>().RunAsync(default);
        await site.Services.GetRequiredService<SnapshotSaver>().RunAsync(default);
    }

    private static string Text(int number, string more) =>
        $"---\ntitle: {Planted}title{number}\nslug: hello\ndescription: {Planted}excerpt{number}\n{more}\n---\n# {Planted}heading\n\n{Planted}body{number}\n";

    private static async Task<string> WriteAsync(ContentFiles files, string text, string? replaced)
    {
        var written = await files.WriteAsync(
            Path,
            BinaryData.FromString(text).ToStream(),
            new FileFacts("text/markdown"),
            replaced,
            default
        );
        Assert.True(written.IsDone);
        return written.ETag!;
    }

    private static async Task GiveUpAsync(TestSite site)
    {
        var queue = site.Storage.Queues.GetQueueClient(StorageNames.BlobPoisonQueue);
        foreach (var (path, note) in new[] { (Path, Planted), ("posts/neighbour.md", "") })
        {
            var message = $$"""{"ContainerName":"content","BlobName":"{{path}}","Note":"{{note}}"}""";
            await queue.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(message)));
        }
    }

    private static async Task AssertAnswersWithoutAsync(TestSite site)
    {
        foreach (
            var address in new[]
            {
                "/",
                "/archive",
                "/hello",
                "/api/posts",
                "/api/posts/hello",
                "/api/posts/hello/html",
                "/api/posts/hello/source",
                $"/api/search?q={Planted}*",
                "/api/changes",
                "/api/editor/posts",
                "/api/editor/problems",
                $"/api/editor/files?path={Path}",
                $"/api/editor/files/versions?path={Path}",
                "/ghost/api/content/posts/slug/hello/",
                "/rss.xml",
                "/sitemap.xml",
            }
        )
        {
            var reply = await site.GetAsync(address, ("x-functions-key", TestSite.FunctionKey));
            // A question may be repeated in its answer.
            var body = reply.Body.Replace($"{Planted}*", "", StringComparison.Ordinal);
            Assert.DoesNotContain(Planted, body, StringComparison.OrdinalIgnoreCase);
        }
    }
}
