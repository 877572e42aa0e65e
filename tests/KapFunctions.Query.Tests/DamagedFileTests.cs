using KapFunctions.Content.Posts;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Tests;

/// <summary>The files beside the process can be had again, so damage to them is mended by making them anew.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private readonly TestIndex index = new();
    private readonly ReplicaSource source;
    private readonly List<string> fetched = [];

    public DamagedFileTests() =>
        source = new ReplicaSource
        {
            ReadHead = _ => Task.FromResult<Head?>(index.Head),
            ReadRows = _ => index.Rows.ToAsyncEnumerable(),
            ReadLog = (_, after, _) => index.Log.Where(entry => entry.Sequence > after).ToAsyncEnumerable(),
            ReadBody = (name, _) =>
            {
                lock (fetched)
                {
                    fetched.Add(name);
                }

                return Task.FromResult<PostBody?>(new() { Html = name, PlainText = name });
            },
        };

    public void Dispose() => index.Dispose();

    [Fact]
    public async Task A_damaged_cache_of_bodies_is_begun_anew_and_every_body_is_still_there()
    {
        using var bodies = new BodyReader(index.Folder, maxBytes: 1 << 20, source);
        var posts = Enumerable.Range(0, 200).Select(i => A.Post("p" + i)).ToArray();
        await bodies.ReadAsync(posts, default);

        Overwrite("bodies-*");
        Assert.All(await bodies.ReadAsync(posts, default), Assert.NotNull);

        fetched.Clear();
        Assert.All(await bodies.ReadAsync(posts, default), Assert.NotNull);
        Assert.Empty(fetched);
    }

    [Fact]
    public async Task A_cache_that_has_no_place_is_passed_over_until_it_has_one()
    {
        var folder = Path.Combine(index.Folder, "gone");
        using var bodies = new BodyReader(folder, maxBytes: 1 << 20, source);
        Directory.Delete(folder, recursive: true);
        Assert.NotNull(await bodies.ReadAsync(A.Post("a"), default));

        Directory.CreateDirectory(folder);
        await bodies.ReadAsync(A.Post("a"), default);
        fetched.Clear();
        Assert.NotNull(await bodies.ReadAsync(A.Post("a"), default));
        Assert.Empty(fetched);
    }

    [Fact]
    public async Task A_damaged_replica_is_loaded_anew_and_follows_the_log_again()
    {
        using var model = new ReadModel(index.Replica, source, TimeProvider.System);
        index.Commit(Enumerable.Range(0, 500).Select(i => A.Post("p" + i)));
        await model.RefreshAsync(default);

        Overwrite("replica-*");
        Assert.ThrowsAny<SqliteException>(() => Slugs(model));
        index.Commit(A.Post("new"));
        await model.RefreshAsync(default);

        Assert.Equal(501, Slugs(model).Length);
    }

    [Fact]
    public async Task A_view_that_was_given_back_answers_nothing()
    {
        var view = await index.ViewAsync(A.Post("a"));
        view.Dispose();

        Assert.Throws<ObjectDisposedException>(() => view.Browse(new()));
    }

    private static string[] Slugs(ReadModel model)
    {
        using var view = model.Read();
        return [.. view.Browse(new() { Limit = 1000 }).Posts.Select(post => post.Metadata!.Slug)];
    }

    private void Overwrite(string pattern)
    {
        foreach (var path in Directory.EnumerateFiles(index.Folder, pattern))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            var garbage = new byte[file.Length];
            new Random(1).NextBytes(garbage);
            file.Write(garbage);
        }
    }
}
