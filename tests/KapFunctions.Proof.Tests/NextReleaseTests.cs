using Azure.Data.Tables;
using KapFunctions.Following.Cdn;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Query.Posts;
using KapFunctions.Storage.Index;

namespace KapFunctions.Proof.Tests;

/// <summary>The next release runs over the same account: what it adds stops nothing here, and is still there afterwards.</summary>
public sealed class NextReleaseTests
{
    private const string Path = "posts/a.md";
    private const string Language = """{"$type":"language","tag":"fr"}""";

    [Fact]
    public async Task A_change_of_an_unknown_kind_is_followed_past_and_everything_is_purged()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.DirectConnectionString);
        await instance.ReconcileAsync();
        await instance.PublishAsync(Path, "# A");
        var head = (await instance.Index.ReadHeadAsync(default))!;
        await RewriteAsync(
            instance,
            IndexKeys.Log(head.Epoch, head.Sequence),
            json =>
                json.Replace("\"kind\":\"Published\"", "\"kind\":\"Translated\"", StringComparison.Ordinal)
                    .Replace(
                        "\"rows\":[",
                        $"\"rows\":[{{\"key\":\"language:fr\",\"row\":{Language}}},",
                        StringComparison.Ordinal
                    )
        );
        await instance.PublishAsync("posts/b.md", "# B");

        var log = await instance.Index.ReadLogAsync(head.Epoch, head.Sequence - 1, default).ToListAsync();

        Assert.Equal([ChangeKind.Unknown, ChangeKind.Published], log.Select(entry => entry.Kind));
        Assert.Equal(PurgePaths.Everything, PurgePaths.Of(log));
        using var view = await instance.ReadAsync();
        Assert.NotNull(view.FindBySlug(null, "a"));
        Assert.NotNull(view.FindBySlug(null, "b"));
    }

    [Fact]
    public async Task A_row_of_an_unknown_kind_is_neither_written_over_nor_removed()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.DirectConnectionString);
        await instance.ReconcileAsync();
        await instance.PublishAsync(Path, "# A");
        await RewriteAsync(instance, IndexKeys.Post(Path), _ => Language);
        await instance.Storage.Index.AddEntityAsync(IndexEntity.FromJson("language:fr", Language));

        await instance.PublishAsync(Path, "# A again");
        await instance.ReconcileAsync();
        await instance.DeleteAsync(Path);
        await instance.LookAtAsync(Path);

        var unknown = await instance.Index.ReadRowsAsync(default).OfType<UnknownRow>().ToListAsync();
        Assert.Equal(["language:fr", IndexKeys.Post(Path)], unknown.Select(row => row.Key));
    }

    [Fact]
    public async Task Fields_that_it_adds_stay_in_a_row_that_time_changes_here()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.DirectConnectionString);
        await instance.ReconcileAsync();
        await instance.PublishAsync(Path, "# A");
        await RewriteAsync(
            instance,
            IndexKeys.Post(Path),
            json =>
                json.Replace(
                    "\"metadata\":{",
                    "\"mood\":\"calm\",\"metadata\":{\"mood\":\"calm\",",
                    StringComparison.Ordinal
                )
        );
        var seen = await instance.Index.ReadPostAsync(Path, default);

        var commit = new IndexCommit();
        commit.Put(seen.Value! with { Announced = false }, seen.ETag);
        Assert.True(await instance.Get<IndexWriter>().CommitAsync(commit, default));

        var kept = (await instance.Index.ReadPostAsync(Path, default)).Value!;
        Assert.Equal("calm", kept.NewerFields!["mood"].GetString());
        Assert.Equal("calm", kept.Metadata!.NewerFields!["mood"].GetString());
    }

    private static async Task RewriteAsync(Instance instance, string key, Func<string, string> change)
    {
        var entity = (await instance.Storage.Index.GetEntityAsync<TableEntity>(IndexEntity.Partition, key)).Value;
        var json = IndexEntity.DataOf(entity);
        Assert.NotEqual(json, change(json));
        await instance.Storage.Index.UpdateEntityAsync(
            IndexEntity.FromJson(key, change(json)),
            entity.ETag,
            TableUpdateMode.Replace
        );
    }
}
