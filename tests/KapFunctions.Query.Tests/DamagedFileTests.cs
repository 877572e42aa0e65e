using KapFunctions.Content.Posts;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

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

    /// <summary>SQLite hands out such a body without a word.</summary>
    [Fact]
    public async Task A_body_that_was_damaged_in_the_cache_is_read_anew()
    {
        using var bodies = new BodyReader(index.Folder, maxBytes: 1 << 20, source);
        var before = await bodies.ReadAsync(A.Post("a"), default);
        using (
            var file = new SqliteConnection(
                $"Pooling=False;Data Source={Directory.GetFiles(index.Folder, "bodies-*").Single()}"
            )
        )
        {
            file.Open();
            using var damage = file.CreateCommand();
            damage.CommandText = "update body set json = zeroblob(length(json))";
            Assert.Equal(1, damage.ExecuteNonQuery());
        }

        Assert.Equal(before!.Html, (await bodies.ReadAsync(A.Post("a"), default))!.Html);
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
    public async Task What_a_full_disk_keeps_from_being_hidden_is_not_served_until_there_is_room()
    {
        var isFull = false;
        var limited = source with
        {
            ReadLog = (epoch, after, cancellation) =>
                isFull
                    ? throw new SqliteException("database or disk is full", raw.SQLITE_FULL)
                    : source.ReadLog(epoch, after, cancellation),
        };
        using var model = new ReadModel(index.Replica, limited, TimeProvider.System);
        index.Commit(A.Post("shown"));
        await model.RefreshAsync(default);

        isFull = true;
        await model.RefreshAsync(default);
        Assert.True(model.IsReady);
        index.Commit(A.Post("another"));
        await Assert.ThrowsAsync<SqliteException>(() => model.RefreshAsync(default));
        Assert.False(model.IsReady);

        isFull = false;
        await model.RefreshAsync(default);
        Assert.True(model.IsReady);
        Assert.Equal(2, Slugs(model).Length);
    }

    [Fact]
    public async Task A_disk_that_fills_in_the_middle_of_a_snapshot_costs_the_replica_nothing_and_leaves_nothing()
    {
        using var model = new ReadModel(index.Replica, source, TimeProvider.System);
        index.Commit(Enumerable.Range(0, 500).Select(i => A.Post("p" + i)));
        await model.RefreshAsync(default);
        var before = Directory.GetFiles(index.Folder).Order();

        await Assert.ThrowsAsync<IOException>(() =>
            index.Replica.SaveSnapshotAsync(new FullDisk(room: 1_000), default)
        );

        Assert.Equal(before, Directory.GetFiles(index.Folder).Order());
        index.Commit(A.Post("new"));
        await model.RefreshAsync(default);
        Assert.Equal(501, Slugs(model).Length);
        using var snapshot = new MemoryStream();
        await index.Replica.SaveSnapshotAsync(snapshot, default);
        Assert.True(snapshot.Length > 1_000);
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

    private sealed class FullDisk(int room) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            ThrowIfFull(buffer.Length);
            base.Write(buffer);
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            ThrowIfFull(buffer.Length);
            return base.WriteAsync(buffer, cancellationToken);
        }

        private void ThrowIfFull(int more)
        {
            if (Length + more > room)
            {
                throw new IOException("No space left on device");
            }
        }
    }
}
