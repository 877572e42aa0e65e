using KapFunctions.Content.Posts;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;

namespace KapFunctions.Query.Tests;

public sealed class ReplicaTests : IDisposable
{
    private readonly TestIndex index = new();

    public void Dispose() => index.Dispose();

    [Fact]
    public async Task A_loaded_replica_shows_the_posts_of_its_sequence()
    {
        index.Commit(A.Post("one"), A.Post("two", daysAgo: 2));
        using var view = (await index.LoadAsync()).Read(TestIndex.Noon);
        Assert.Equal(new LogPosition("epoch-1", 1), view.Position);
        Assert.Equal(["one", "two"], Slugs(view));
    }

    [Fact]
    public async Task An_entry_of_the_log_forwards_it_and_a_removed_row_is_gone()
    {
        index.Commit(A.Post("one", post => post.Tagged("cbt")));
        var replica = await index.LoadAsync();
        Assert.True(replica.Apply([index.Commit(A.Post("two", post => post.Tagged("cbt"), daysAgo: 3))]));
        Assert.True(replica.Apply([index.Remove(A.Post("one").Key)]));
        using var view = replica.Read(TestIndex.Noon);
        Assert.Equal(["two"], Slugs(view));
        Assert.Equal(3, view.Position.Sequence);
    }

    [Fact]
    public async Task A_gap_in_the_log_changes_nothing()
    {
        var replica = await index.LoadAsync();
        index.Commit(A.Post("one"));
        Assert.False(replica.Apply([index.Commit(A.Post("two"))]));
        using var view = replica.Read(TestIndex.Noon);
        Assert.Empty(Slugs(view));
        Assert.Equal(0, view.Position.Sequence);
    }

    [Fact]
    public async Task Forwarding_and_loading_anew_come_to_the_same_state()
    {
        var replica = await index.LoadAsync();
        for (var i = 0; i < 60; i++)
        {
            var at = i % 7;
            var entry =
                i % 5 == 4
                    ? index.Remove(A.Post($"p{at}").Key)
                    : index.Commit(A.Post($"p{at}", post => post.Tagged($"t{i % 3}", $"t{i % 4}"), daysAgo: i % 11));
            Assert.True(replica.Apply([entry]));
        }

        using var forwarded = replica.Read(TestIndex.Noon);
        using var fresh = new TestIndex { Head = index.Head };
        await fresh.Replica.LoadAsync(index.Head, index.Rows.ToAsyncEnumerable(), Nothing(), default);
        using var loaded = fresh.Replica.Read(TestIndex.Noon);
        foreach (var filter in new[] { null, "tag:t0", "tag:-t1", "tags:[t1,t2]", "primary_tag:t2", "tag:t1+tag:t0" })
        {
            Assert.Equal(Slugs(loaded, filter), Slugs(forwarded, filter));
        }
    }

    /// <summary>On a small temporary disk it would leave no room for long lists.</summary>
    [Fact]
    public async Task Edits_without_end_of_a_small_site_leave_small_files_on_the_disk()
    {
        index.Commit(Enumerable.Range(0, 20).Select(i => A.Post($"p{i}")));
        var replica = await index.LoadAsync();
        for (var i = 0; i < 1_000; i++)
        {
            var text = new string((char)('a' + (i % 26)), 4_000);
            Assert.True(
                replica.Apply([index.Commit(A.Post($"p{i % 20}", post => post with { CustomExcerpt = text }))])
            );
            using var view = replica.Read(TestIndex.Noon);
            Assert.Equal(20, Slugs(view).Count);
        }

        var bytes = new DirectoryInfo(index.Folder).EnumerateFiles().Sum(file => file.Length);
        Assert.InRange(bytes, 1, 4 << 20);
    }

    [Fact]
    public async Task A_load_replays_the_log_that_was_written_meanwhile()
    {
        index.Commit(A.Post("one"));
        var head = index.Head;
        index.Commit(A.Post("one", post => post with { Title = "Changed" }));
        await index.Replica.LoadAsync(head, new[] { A.Post("one") }.ToAsyncEnumerable(), Log(after: 1), default);
        using var view = index.Replica.Read(TestIndex.Noon);
        Assert.Equal("Changed", view.FindBySlug(PostKind.Post, "one")!.Metadata!.Title);
        Assert.Equal(2, view.Position.Sequence);
    }

    [Fact]
    public async Task A_reader_keeps_its_state_while_another_epoch_takes_its_place()
    {
        index.Commit(A.Post("old"));
        var replica = await index.LoadAsync();
        using (var view = replica.Read(TestIndex.Noon))
        {
            await replica.LoadAsync(
                new("epoch-2", 9, true, ""),
                new[] { A.Post("new") }.ToAsyncEnumerable(),
                Nothing(),
                default
            );
            Assert.Equal(["old"], Slugs(view));
        }

        using var after = replica.Read(TestIndex.Noon);
        Assert.Equal(["new"], Slugs(after));
        Assert.Single(Directory.GetFiles(index.Folder, "replica-*.db"));
    }

    [Fact]
    public async Task Time_alone_makes_a_post_appear_and_disappear()
    {
        var start = TestIndex.Noon;
        index.Commit(A.Post("soon", post => post with { Date = start.AddMinutes(1), Expires = start.AddMinutes(2) }));
        var replica = await index.LoadAsync();
        foreach (var (minutes, seen, passed) in new[] { (0, false, 0), (1, true, 1), (2, false, 2) })
        {
            using var view = replica.Read(start.AddMinutes(minutes));
            Assert.Equal(seen, view.FindBySlug(null, "soon") is not null);
            Assert.Equal(seen ? 1 : 0, view.Browse(new PostQuery()).Total);
            Assert.Equal(passed, view.BoundariesPassed());
            Assert.Equal(minutes == 2 ? null : start.AddMinutes(minutes + 1), view.NextBoundary());
        }
    }

    [Fact]
    public async Task Problems_are_listed_whether_or_not_readers_see_the_post()
    {
        index.Commit(
            A.Post("good"),
            A.Post("warned") with
            {
                Warnings = 1,
            },
            A.Post("waiting") with
            {
                State = PostState.Waiting,
            },
            A.Post("broken") with
            {
                State = PostState.Broken,
                Metadata = null,
            }
        );
        using var view = (await index.LoadAsync()).Read(TestIndex.Noon);
        Assert.Equal(
            ["posts/broken.md", "posts/waiting.md", "posts/warned.md"],
            view.Problems().Select(post => post.Path)
        );
    }

    private IAsyncEnumerable<LogEntry> Log(long after) => index.Log.Where(e => e.Sequence > after).ToAsyncEnumerable();

    private static IAsyncEnumerable<LogEntry> Nothing() => Array.Empty<LogEntry>().ToAsyncEnumerable();

    private static List<string> Slugs(View view, string? filter = null) => Find.Slugs(view, filter);
}
