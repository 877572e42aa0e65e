using System.Net;
using Azure.Storage.Blobs.Models;
using KapFunctions.Publishing.Repair;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests;

/// <summary>Files that were moved into the archive tier, where storage gives their names and not their bytes.</summary>
public sealed class ArchivedSourceTests
{
    private const string Text = "---\ntitle: Old\ndate: 2024-07-01\n---\nText.\n";

    [Fact]
    public async Task A_source_in_the_archive_is_a_problem_of_that_file_and_what_is_online_stays()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/old.md", Text);
        await site.WaitAsync("/api/posts/old", HttpStatusCode.OK);
        await site.Storage.Content.GetBlobClient("posts/old.md").SetAccessTierAsync(AccessTier.Archive);

        await site.Services.GetRequiredService<Rebuilder>().StartAsync(default);
        await site.Services.GetRequiredService<Reconciler>().RunAsync(default);

        Assert.Equal(
            "source-archived",
            Assert.Single(await site.WaitForProblemsAsync("posts/old.md")).GetProperty("code").GetString()
        );
        Assert.Equal((int)HttpStatusCode.OK, (await site.GetAsync("/api/posts/old")).Status);
    }

    [Fact]
    public async Task A_source_that_leaves_the_archive_is_read_though_its_version_is_the_same()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/first.md", Text);
        await site.WaitAsync("/api/posts/first", HttpStatusCode.OK);
        var blob = site.Storage.Content.GetBlobClient("posts/first.md");
        await blob.SetAccessTierAsync(AccessTier.Archive);
        await ReconcileAsync(site, isRebuilt: true);
        await site.WaitForProblemsAsync("posts/first.md");

        await blob.SetAccessTierAsync(AccessTier.Hot);
        await ReconcileAsync(site);

        Assert.Empty(await site.ProblemsOfAsync("posts/first.md"));
    }

    [Fact]
    public async Task Settings_redirects_and_a_theme_that_went_into_the_archive_stay_in_force_and_are_told_of()
    {
        await using var site = await TestSite.StartAsync();
        string[] paths = ["site.yaml", "redirects.yaml", "theme/missing.liquid"];
        await site.UploadAsync(paths[0], "title: The Archivists\n");
        await site.UploadAsync(paths[1], "/lost/: 410\n");
        await site.UploadAsync(paths[2], "<p>Ours {{ site.title }}</p>");
        await site.WaitAsync("/lost/", reply => reply.Status == 410 && reply.Body.Contains("Ours The Archivists"));
        foreach (var path in paths)
        {
            await site.Storage.Content.GetBlobClient(path).SetAccessTierAsync(AccessTier.Archive);
            await RewriteAsync(site, path);
        }

        await ReconcileAsync(site);

        foreach (var path in paths)
        {
            Assert.Equal(
                "source-archived",
                Assert.Single(await site.WaitForProblemsAsync(path)).GetProperty("code").GetString()
            );
        }
        Assert.Contains("Ours The Archivists", (await site.GetAsync("/lost/")).Body);
    }

    [Fact]
    public async Task What_posts_show_is_told_of_in_the_archive_and_what_was_made_of_it_goes_on_being_served()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("media/noted.jpg", BinaryData.FromBytes(TestPicture.SidewaysJpeg(64, 48)));
        await site.UploadAsync("media/plain.pdf", "%PDF-1");
        await site.WaitAsync("/media/noted.jpg", reply => reply.Headers.ContainsKey("ETag") && reply.Status == 200);
        await site.WaitForMediaAsync("media/noted.jpg");
        await site.WaitForMediaAsync("media/plain.pdf");
        foreach (var path in (string[])["media/noted.jpg", "media/plain.pdf"])
        {
            await site.Storage.Content.GetBlobClient(path).SetAccessTierAsync(AccessTier.Archive);
            await RewriteAsync(site, path);
        }

        await ReconcileAsync(site);

        var noted = Assert.Single(await site.WaitForProblemsAsync("media/noted.jpg"));
        var plain = Assert.Single(await site.WaitForProblemsAsync("media/plain.pdf"));
        Assert.Equal("media-archived", noted.GetProperty("code").GetString());
        Assert.Contains("go on getting", noted.GetProperty("message").GetString());
        Assert.Contains("do not get it", plain.GetProperty("message").GetString());
        Assert.Equal(200, (await site.GetAsync("/media/noted.jpg")).Status);
        Assert.Equal(404, (await site.GetAsync("/media/plain.pdf")).Status);

        await site.Storage.Content.GetBlobClient("media/plain.pdf").SetAccessTierAsync(AccessTier.Hot);
        await ReconcileAsync(site);
        await site.WaitAsync("/media/plain.pdf", HttpStatusCode.OK);
        await site.WaitAsync("/api/editor/problems", reply => !reply.Body.Contains("media/plain.pdf"));
    }

    private static async Task ReconcileAsync(TestSite site, bool isRebuilt = false)
    {
        if (isRebuilt)
        {
            await site.Services.GetRequiredService<Rebuilder>().StartAsync(default);
        }
        await site.Services.GetRequiredService<Reconciler>().RunAsync(default);
    }

    /// <summary>As a newer program would, which looks at every file again.</summary>
    private static async Task RewriteAsync(TestSite site, string path)
    {
        var (index, writer) = (
            site.Services.GetRequiredService<IndexReader>(),
            site.Services.GetRequiredService<IndexWriter>()
        );
        var commit = new IndexCommit();
        switch (path)
        {
            case "site.yaml":
                var settings = await index.ReadSiteAsync(default);
                commit.Put(settings.Value! with { Reader = 0 }, settings.ETag);
                break;
            case "redirects.yaml":
                var redirects = await index.ReadRedirectsAsync(default);
                commit.Put(redirects.Value! with { Reader = 0 }, redirects.ETag);
                break;
            case var _ when path.StartsWith("theme/", StringComparison.Ordinal):
                var theme = await index.ReadThemeAsync(path, default);
                commit.Put(theme.Value! with { Checker = 0 }, theme.ETag);
                break;
            default:
                var media = await index.ReadMediaAsync(path, default);
                commit.Put(media.Value! with { SourceETag = "old" }, media.ETag);
                break;
        }
        Assert.True(await writer.CommitAsync(commit, default));
    }
}
