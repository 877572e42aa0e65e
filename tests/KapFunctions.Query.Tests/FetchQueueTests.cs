using KapFunctions.Query.Replicas;

namespace KapFunctions.Query.Tests;

/// <summary>Who reads a body from storage next.</summary>
public sealed class FetchQueueTests
{
    [Fact]
    public async Task A_single_post_goes_before_a_list_and_a_list_before_the_search()
    {
        var queue = new FetchQueue(1);
        await queue.EnterAsync(FetchPriority.Search, default);
        var search = queue.EnterAsync(FetchPriority.Search, default);
        var list = queue.EnterAsync(FetchPriority.List, default);
        var post = queue.EnterAsync(FetchPriority.Post, default);
        using var gone = new CancellationTokenSource();
        var left = queue.EnterAsync(FetchPriority.Post, gone.Token);
        await gone.CancelAsync();

        queue.Release();
        await post;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.False(list.IsCompleted);
        queue.Release();
        await list;
        Assert.False(search.IsCompleted);
        queue.Release();
        await search;
    }

    [Fact]
    public async Task A_crowd_of_single_posts_holds_up_no_list_and_no_search()
    {
        var queue = new FetchQueue(1);
        await queue.EnterAsync(FetchPriority.Post, default);
        var list = queue.EnterAsync(FetchPriority.List, default);
        var search = queue.EnterAsync(FetchPriority.Search, default);
        var crowd = Enumerable.Range(0, 40).Select(_ => queue.EnterAsync(FetchPriority.Post, default)).ToArray();

        var listsTurn = await TurnsUntilAsync(list);
        var searchsTurn = listsTurn + await TurnsUntilAsync(search);

        Assert.Equal((4, 16), (listsTurn, searchsTurn));
        Assert.Equal(14, crowd.Count(post => post.IsCompleted));

        async Task<int> TurnsUntilAsync(Task turn)
        {
            for (var turns = 0; ; turns++)
            {
                if (turn.IsCompleted)
                {
                    return turns;
                }

                var before = Waiting();
                queue.Release();
                while (Waiting() == before)
                {
                    await Task.Yield();
                }
            }
        }

        int Waiting() => crowd.Append(list).Append(search).Count(task => !task.IsCompleted);
    }
}
