using KapFunctions.Proof.Tests.Support;
using KapFunctions.Query.Posts;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using Xunit.Abstractions;

namespace KapFunctions.Proof.Tests;

/// <summary>Experiment 15 and the service's limits: many posts at once, the largest that there can be, and one that is poison.</summary>
public sealed class CrowdTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Of_many_posts_one_is_poison_and_all_others_are_published_while_its_good_version_stays()
    {
        var posts = Given.Size(representative: 100, full: 1_000);
        await using var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.ReconcileAsync();
        await instance.PublishAsync("posts/poison.md", "---\nslug: poison\n---\nStill good");
        await instance.UploadAsync("posts/poison.md", string.Concat(Enumerable.Repeat("![a](", 50_000)));
        await Parallel.ForEachAsync(
            Enumerable.Range(1, posts - 1),
            async (post, _) => await instance.UploadAsync($"posts/p{post}.md", $"# Post {post}")
        );

        await instance.ReconcileAsync();

        var rows = await IndexAudit.CheckAsync(instance);
        Assert.Equal(posts, rows.Count);
        Assert.Equal(["posts/poison.md"], rows.Values.Where(row => row.Errors > 0).Select(row => row.Path));
        Assert.All(rows.Values, row => Assert.Equal(PostState.Published, row.State));
        using var view = await instance.ReadAsync();
        Assert.NotNull(view.FindBySlug(null, "poison"));
    }

    [Fact]
    public async Task The_largest_rows_that_there_can_be_share_transactions_and_none_is_refused()
    {
        await using var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.ReconcileAsync();
        for (var post = 0; post < 60; post++)
        {
            await instance.UploadAsync($"posts/p{post}.md", Largest(post, version: 1));
        }

        await instance.ReconcileAsync();
        for (var post = 0; post < 60; post++)
        {
            await instance.UploadAsync($"posts/p{post}.md", Largest(post, version: 2));
        }

        await instance.ReconcileAsync();

        var rows = await IndexAudit.CheckAsync(instance);
        Assert.Equal(60, rows.Count);
        Assert.All(rows.Values, row => Assert.Equal((0, 50), (row.Errors, row.Metadata!.Aliases.Count)));
        output.WriteLine($"rows of {rows.Values.Max(Length)} characters");
    }

    [Fact]
    public async Task A_commit_that_storage_refuses_takes_none_of_its_group_with_it()
    {
        await using var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.ReconcileAsync();
        var writer = instance.Get<IndexWriter>();

        var commits = Enumerable
            .Range(0, 8)
            .Select(number => writer.CommitAsync(CommitOf(number, isTooLarge: number == 3), default))
            .ToArray();

        await Assert.ThrowsAnyAsync<Azure.RequestFailedException>(() => commits[3]);
        Assert.All(await Task.WhenAll(commits.Where((_, number) => number != 3)), Assert.True);
    }

    private static IndexCommit CommitOf(int number, bool isTooLarge)
    {
        var commit = new IndexCommit();
        var reason = new string('"', isTooLarge ? 700_000 : 10);
        commit.Put(new WaitingRow($"slug{number}", $"posts/{number}{reason}.md"));
        return commit;
    }

    private static int Length(PostRow row) =>
        System.Text.Json.JsonSerializer.Serialize(row, IndexJson.Default.IndexRow).Length;

    /// <summary>Front matter at its limit, of a character that takes eight bytes on the wire.</summary>
    private static string Largest(int post, int version)
    {
        var aliases = Enumerable.Range(0, 50).Select(alias => $"  - /old/{post}/{alias}/{new string('y', 60)}");
        var tags = Enumerable.Range(0, 50).Select(tag => $"tag {tag}");
        string[] fields = ["meta_title", "meta_description", "og_title", "og_description", "twitter_title"];
        var texts = fields.Select(field => $"{field}: '{new string('"', 1_700)}'");
        string[] lines =
        [
            "---",
            $"slug: p{post}",
            "aliases:",
            .. aliases,
            $"tags: [{string.Join(", ", tags)}]",
            .. texts,
            "---",
            $"version {version}",
        ];
        var text = string.Join('\n', lines);
        Assert.InRange(text.Length, 12_000, 16_300);
        return text;
    }
}
