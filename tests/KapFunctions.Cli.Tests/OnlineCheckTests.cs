using System.Net;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Cli.Tests;

/// <summary><c>kap check --online</c>, before a site is upgraded.</summary>
public sealed class OnlineCheckTests : IDisposable
{
    private const string Path = "posts/walk.md";

    private readonly Desk desk = new();

    [Fact]
    public async Task What_an_upgrade_would_take_down_is_listed_from_the_version_that_is_online_and_nothing_is_changed()
    {
        await using var site = await TestSite.StartAsync();
        desk.Variables["ContentStorage"] = site.ConnectionString;
        await site.UploadAsync("posts/well.md", "---\ndate: 2024-01-01\n---\nText.");
        await site.UploadAsync(Path, "---\ndate: 2024-01-01\nvisibility: members\n---\nPrivate.");
        await site.WaitAsync("/api/posts/well", HttpStatusCode.OK);
        await site.WaitForProblemsAsync(Path);
        var row = await AsOlderRulesHadItAsync(site);

        var typed = await desk.TypeAsync("check", "--online");

        Assert.Equal(("", 1), (typed.Errors, typed.Code));
        Assert.Equal($"{Path}: would be taken down", typed.Lines[0]);
        Assert.StartsWith($"{Path}:3:", typed.Lines[1], StringComparison.Ordinal);
        Assert.Equal("2 posts online: an upgrade to this version would take 1 down", typed.Lines[^1]);
        Assert.DoesNotContain("Private", typed.Out, StringComparison.Ordinal);
        Assert.Equal(row, (await site.Services.GetRequiredService<IndexReader>().ReadPostAsync(Path, default)).ETag);
    }

    [Fact]
    public async Task A_site_of_which_all_stays_online_is_well()
    {
        await using var site = await TestSite.StartAsync();
        desk.Variables["ContentStorage"] = site.ConnectionString;
        await site.UploadAsync("posts/well.md", "---\ndate: 2024-01-01\n---\nText.");
        await site.WaitAsync("/api/posts/well", HttpStatusCode.OK);

        var typed = await desk.TypeAsync("check", "--online");

        Assert.Equal((0, "1 post online: an upgrade to this version would take 0 down\n"), (typed.Code, typed.Out));
    }

    [Fact]
    public async Task An_account_without_a_site_is_told_of()
    {
        desk.Variables["ContentStorage"] = await SharedAzurite.NewAccountAsync();
        await StorageClients.FromConnectionString(desk.Variables["ContentStorage"]).CreateMissingAsync();

        var typed = await desk.TypeAsync("check", "--online");

        Assert.Equal(2, typed.Code);
        Assert.Contains("No site has used this storage account", typed.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => desk.Dispose();

    /// <summary>Leaves the row as rules would have that took the file for public.</summary>
    private static async Task<RowVersion?> AsOlderRulesHadItAsync(TestSite site)
    {
        var index = site.Services.GetRequiredService<IndexReader>();
        var seen = await index.ReadPostAsync(Path, default);
        var row = seen.Value! with
        {
            State = PostState.Published,
            Metadata = seen.Value.Metadata! with { Draft = false },
        };
        var commit = new IndexCommit();
        commit.Put(row, seen.ETag);
        commit.Log(ChangeKind.Internal, DateTimeOffset.UtcNow, Path, row.Id, null, new RowChange(row.Key, row));
        Assert.True(await site.Services.GetRequiredService<IndexWriter>().CommitAsync(commit, default));
        return (await index.ReadPostAsync(Path, default)).ETag;
    }
}
