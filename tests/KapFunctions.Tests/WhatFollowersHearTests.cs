using System.Net;
using System.Text.Json;
using KapFunctions.Testing;
using KapFunctions.Tests.Editor;

namespace KapFunctions.Tests;

/// <summary>Followers of the change log hear of every post that went, and of none by a name that readers never saw.</summary>
public sealed class WhatFollowersHearTests
{
    private const string Path = "posts/walk.md";
    private const string Public = "---\ntitle: Walk\n---\nText.";

    /// <summary>What an author makes of a public post to hide it, giving it another slug and title in the same breath.</summary>
    [Theory]
    [InlineData("---\nslug: secret\ntitle: Secret\ndraft: true\n---\nText.")]
    [InlineData("---\nslug: secret\ntitle: Secret\npublished: false\n---\nText.")]
    [InlineData("---\nslug: secret\ntitle: Secret\nvisibility: members\n---\nText.")]
    [InlineData("---\nslug: secret\ntitle: Secret\ndate: 2099-01-01\n---\nText.")]
    [InlineData("---\nslug: secret\ntitle: Secret\nexpires: 2001-01-01\n---\nText.")]
    public async Task A_post_that_was_hidden_left_under_the_slug_that_readers_saw(string hidden)
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        var written = await editor.WriteAsync(Path, Public, EditorClient.Absent);
        var start = await EndAsync(site);

        var etag = written.Json.GetProperty("etag").GetString()!;
        var kept = await editor.WriteAsync(Path, hidden, etag);
        await editor.WriteAsync(
            Path,
            hidden.Replace("secret", "secret-two"),
            kept.Json.GetProperty("etag").GetString()!
        );

        var changes = await site.GetAsync($"/api/changes?since={start}");
        Assert.Equal(["unpublished walk"], Told(changes.Json));
        Assert.DoesNotContain("secret", changes.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("posts/", changes.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft: true")]
    [InlineData("date: 2099-01-01")]
    [InlineData("visibility: paid")]
    public async Task A_post_that_was_never_public_has_no_life_for_them(string hidden)
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        var start = await EndAsync(site);

        var first = await editor.WriteAsync(Path, $"---\nslug: secret\n{hidden}\n---\nText.", EditorClient.Absent);
        var second = await editor.WriteAsync(Path, $"---\nslug: hush\n{hidden}\n---\nText.", EtagOf(first));
        await editor.DeleteAsync(Path, EtagOf(second));

        Assert.Empty(Told((await site.GetAsync($"/api/changes?since={start}")).Json));
        foreach (var slug in new[] { "secret", "hush" })
        {
            // As any address where nothing ever was.
            Assert.Equal(404, (await site.GetAsync($"/api/posts/{slug}")).Status);
            Assert.Equal(404, (await site.GetAsync($"/{slug}/")).Status);
        }
    }

    [Fact]
    public async Task A_post_that_was_public_and_is_a_draft_is_not_found_and_when_it_is_deleted_it_is_gone()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        var first = await editor.WriteAsync(Path, Public, EditorClient.Absent);

        var draft = await editor.WriteAsync(Path, "---\ndraft: true\n---\nText.", EtagOf(first));
        var hidden = await site.GetAsync("/api/posts/walk");
        await editor.DeleteAsync(Path, EtagOf(draft));

        Assert.Equal(404, hidden.Status);
        Assert.Equal(410, (await site.GetAsync("/api/posts/walk")).Status);
    }

    [Fact]
    public async Task A_post_that_another_took_the_place_of_is_told_of_under_each_id()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        var holder = await editor.WriteAsync(Path, Public, EditorClient.Absent);
        await editor.WriteAsync(
            "posts/next.md",
            "---\nslug: walk\nid: 0123456789abcdef01234567\n---\nNext.",
            EditorClient.Absent
        );
        var start = await EndAsync(site);
        var id = (await site.GetAsync("/api/posts/walk")).Json.GetProperty("id").GetString();

        await editor.DeleteAsync(Path, EtagOf(holder));

        var changes = (await site.GetAsync($"/api/changes?since={start}")).Json.GetProperty("changes");
        Assert.Equal(
            [("unpublished", id), ("published", "0123456789abcdef01234567")],
            changes
                .EnumerateArray()
                .Select(change => (change.GetProperty("kind").GetString(), change.GetProperty("id").GetString()))
        );
    }

    [Fact]
    public async Task A_post_whose_author_changes_its_id_left_under_the_old_one()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        var first = await editor.WriteAsync(Path, Public, EditorClient.Absent);
        var start = await EndAsync(site);

        await editor.WriteAsync(Path, "---\nid: 0123456789abcdef01234567\n---\nText.", EtagOf(first));

        Assert.Equal(
            ["unpublished walk", "published walk"],
            Told((await site.GetAsync($"/api/changes?since={start}")).Json)
        );
    }

    private static string EtagOf(Reply written) => written.Json.GetProperty("etag").GetString()!;

    private static async Task<string> EndAsync(TestSite site) =>
        (await site.WaitAsync("/api/changes", HttpStatusCode.OK)).Json.GetProperty("next").GetString()!;

    private static IEnumerable<string> Told(JsonElement page) =>
        page.GetProperty("changes")
            .EnumerateArray()
            .Select(change => $"{change.GetProperty("kind")} {change.GetProperty("slug")}");
}
