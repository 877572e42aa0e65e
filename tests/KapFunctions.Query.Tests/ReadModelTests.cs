using System.IO.Compression;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;

namespace KapFunctions.Query.Tests;

public sealed class ReadModelTests : IDisposable
{
    private readonly TestIndex index = new();
    private readonly ReadModel model;
    private int rowScans;
    private Head? head;
    private byte[]? snapshot;

    public ReadModelTests()
    {
        model = new ReadModel(index.Replica, Source(), new FixedClock());
        head = index.Head;
    }

    public void Dispose()
    {
        model.Dispose();
        index.Dispose();
    }

    [Fact]
    public async Task A_fresh_instance_is_not_ready_until_the_index_is_complete()
    {
        head = null;
        await model.RefreshAsync(default);
        head = index.Head with { Complete = false };
        await model.RefreshAsync(default);
        Assert.False(model.IsReady);
        head = index.Head;
        await model.RefreshAsync(default);
        Assert.True(model.IsReady);
        Assert.Equal(TimeSpan.Zero, model.Age);
    }

    [Fact]
    public async Task A_change_is_taken_from_the_log_without_reading_the_rows_again()
    {
        await model.RefreshAsync(default);
        index.Commit(A.Post("one"));
        head = index.Head;
        await model.RefreshAsync(default);
        Assert.Equal(["one"], Slugs());
        Assert.Equal(1, rowScans);
    }

    [Fact]
    public async Task A_log_with_a_gap_makes_it_load_anew()
    {
        await model.RefreshAsync(default);
        index.Commit(A.Post("one"));
        index.Commit(A.Post("two"));
        index.Log.RemoveAt(0);
        head = index.Head;
        await model.RefreshAsync(default);
        Assert.Equal(["one", "two"], Slugs().Order());
        Assert.Equal(2, rowScans);
    }

    [Fact]
    public async Task A_running_instance_keeps_what_it_has_until_another_epoch_is_complete()
    {
        index.Commit(A.Post("one"));
        head = index.Head;
        await model.RefreshAsync(default);
        foreach (var away in new[] { null, new Head("epoch-2", 1, Complete: false, "") })
        {
            head = away;
            await model.RefreshAsync(default);
            Assert.Equal(["one"], Slugs());
        }

        head = new Head("epoch-2", 1, Complete: true, "");
        await model.RefreshAsync(default);
        Assert.Equal("epoch-2", index.Replica.Position!.Epoch);
    }

    [Fact]
    public async Task An_epoch_that_ends_while_its_rows_are_read_is_not_taken()
    {
        index.Commit(A.Post("one"));
        var heads = new Queue<Head?>([index.Head, new Head("epoch-2", 1, false, "")]);
        using var other = new ReadModel(
            index.Replica,
            Source() with
            {
                ReadHead = _ => Task.FromResult(heads.Dequeue()),
            },
            new FixedClock()
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() => other.RefreshAsync(default));
        Assert.False(other.IsReady);
        Assert.Empty(Directory.GetFiles(index.Folder, "replica-*"));
    }

    [Fact]
    public async Task A_snapshot_and_the_log_after_it_come_to_the_same_as_the_rows()
    {
        index.Commit(A.Post("one"));
        snapshot = await SnapshotAsync();
        index.Commit(A.Post("two", daysAgo: 2));
        head = index.Head;
        using var fresh = new Replica(Path.Combine(index.Folder, "fresh"));
        using var other = new ReadModel(fresh, Source(), new FixedClock());
        await other.RefreshAsync(default);
        using var view = other.Read();
        Assert.Equal(["one", "two"], Find.Slugs(view, null));
        Assert.Equal(0, rowScans);
    }

    [Fact]
    public async Task A_snapshot_of_another_epoch_or_a_damaged_one_is_passed_over()
    {
        index.Commit(A.Post("one"));
        var whole = await SnapshotAsync();
        head = index.Head with { Epoch = "epoch-2" };
        foreach (var bytes in new[] { whole, whole[..(whole.Length / 2)], [1, 2, 3], [], Packed("no database"u8) })
        {
            snapshot = bytes;
            using var fresh = new Replica(Path.Combine(index.Folder, "fresh"));
            using var other = new ReadModel(fresh, Source(), new FixedClock());
            rowScans = 0;
            await other.RefreshAsync(default);
            Assert.Equal(1, rowScans);
            Assert.Single(
                Directory.GetFiles(Path.Combine(index.Folder, "fresh"), "replica-*"),
                file => file.EndsWith(".db", StringComparison.Ordinal)
            );
            head = index.Head;
        }
    }

    [Fact]
    public async Task A_snapshot_of_another_version_is_rebuilt_from_its_rows()
    {
        index.Commit(A.Post("one", post => post.Tagged("cbt")));
        snapshot = OfAnotherVersion(await SnapshotAsync());
        head = index.Head;
        using var fresh = new Replica(Path.Combine(index.Folder, "fresh"));
        using var other = new ReadModel(fresh, Source(), new FixedClock());
        await other.RefreshAsync(default);
        using var view = other.Read();
        Assert.Equal(["one"], Find.Slugs(view, "tag:cbt"));
        Assert.Equal(0, rowScans);
    }

    [Fact]
    public async Task The_name_of_a_moment_changes_with_the_index_and_with_time()
    {
        var clock = new FixedClock();
        using var other = new ReadModel(index.Replica, Source(), clock);
        index.Commit(A.Post("soon", post => post with { Date = TestIndex.Noon.AddMinutes(1) }));
        head = index.Head;
        await other.RefreshAsync(default);
        var before = other.Now();
        Assert.Same(before, other.Now());
        Assert.Equal(TestIndex.Noon.AddMinutes(1), before.Next);
        clock.Now = TestIndex.Noon.AddMinutes(1);
        Assert.Equal(before with { Boundaries = 1, Next = null }, other.Now());
        clock.Now = TestIndex.Noon;
        Assert.Equal(before, other.Now());
    }

    private ReplicaSource Source() =>
        new()
        {
            ReadHead = _ => Task.FromResult(head),
            ReadRows = _ =>
            {
                rowScans++;
                return index.Rows.ToAsyncEnumerable();
            },
            ReadLog = (epoch, after, _) =>
                index.Log.Where(entry => epoch == index.Head.Epoch && entry.Sequence > after).ToAsyncEnumerable(),
            ReadBody = (_, _) => throw new InvalidOperationException("No body is asked for here."),
            OpenSnapshot = _ => Task.FromResult<Stream?>(snapshot is null ? null : new MemoryStream(snapshot)),
        };

    private async Task<byte[]> SnapshotAsync()
    {
        await index.LoadAsync();
        using var stream = new MemoryStream();
        await index.Replica.SaveSnapshotAsync(stream, default);
        return stream.ToArray();
    }

    /// <summary>SQLite keeps the number of the schema big-endian at offset 60. https://sqlite.org/fileformat2.html</summary>
    private static byte[] OfAnotherVersion(byte[] packed)
    {
        using var image = new MemoryStream();
        using (var unpacking = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress))
        {
            unpacking.CopyTo(image);
        }

        var bytes = image.ToArray();
        bytes[63] = 99;
        return Packed(bytes);
    }

    private static byte[] Packed(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Fastest))
        {
            packing.Write(bytes);
        }

        return packed.ToArray();
    }

    private List<string> Slugs()
    {
        using var view = model.Read();
        return Find.Slugs(view, null);
    }

    private sealed class FixedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = TestIndex.Noon;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => 0;
    }
}
