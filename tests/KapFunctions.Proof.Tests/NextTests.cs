using Azure;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Storage.Files;
using KapFunctions.Testing;

namespace KapFunctions.Proof.Tests;

/// <summary>Putting a next version live, cut off at each storage call: nothing is lost, and a repeat or the reconcile finishes it.</summary>
public sealed class NextTests
{
    private const string Live = "posts/a.md";
    private const string Next = "next/posts/a.md";

    /// <summary>It makes fewer calls; the last one shows that.</summary>
    private const int MostCalls = 12;

    public static TheoryData<int, bool> Cuts
    {
        get
        {
            var cuts = new TheoryData<int, bool>();
            foreach (var calls in Enumerable.Range(0, MostCalls))
            {
                cuts.Add(calls, true);
                cuts.Add(calls, false);
            }
            return cuts;
        }
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task Cut_off_at_any_call_it_is_finished_by_a_repeat_or_by_the_reconcile(int calls, bool repeats)
    {
        await using var account = await Given.NewAccountAsync();
        await using var editor = new Instance(account.DirectConnectionString);
        await using var instance = new Instance(account.ConnectionString);
        await editor.ReconcileAsync();
        await editor.PublishAsync(Live, "---\nslug: a\n---\nold");
        var files = editor.Get<NextFiles>();
        var live = (await files.ReadLiveAsync(Live, default))!.Value.ETag;
        var text = BinaryData.FromString("---\nslug: a\n---\nnew").ToArray();
        var next = (await files.WriteAsync(Live, text, live, replaced: null, written: null, default)).ETag!;
        await editor.ReconcileAsync();

        account.CutAfter(calls);
        var isDone = await TryAsync(instance, next);
        account.Mend();

        var there = (await files.ReadLiveAsync(Live, default))!.Value.Text;
        var isLive = there.AsSpan().SequenceEqual(text);
        Assert.True(isLive || await files.ReadAsync(Live, default) is not null);
        Assert.True(isLive || !isDone);
        if (repeats)
        {
            Assert.Equal(
                NextOutcome.Done,
                (
                    await instance.Get<NextPublisher>().PublishAsync(Live, next, over: null, written: null, default)
                ).Outcome
            );
        }
        else
        {
            await editor.ReconcileAsync();
        }

        Assert.Equal(isLive || repeats, await files.ReadAsync(Live, default) is null);
        await editor.ReconcileAsync();
        var row = (await editor.Index.ReadPostAsync(Live, default)).Value!;
        Assert.Equal((await files.ReadLiveAsync(Live, default))!.Value.ETag.Trim('"'), row.OnlineETag!.Trim('"'));
        Assert.Null((await editor.Index.ReadPostAsync(Next, default)).ETag);
        Assert.True(calls < MostCalls - 1 || isDone);
    }

    [Fact]
    public async Task The_reconcile_leaves_next_versions_alone_that_nobody_published_whatever_became_of_their_live_files()
    {
        await using var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.ReconcileAsync();
        var files = instance.Get<NextFiles>();
        foreach (var path in new[] { "posts/edited.md", "posts/gone.md", "posts/same.md" })
        {
            await instance.PublishAsync(path, "# Old");
            var live = (await files.ReadLiveAsync(path, default))!.Value.ETag;
            await files.WriteAsync(path, "# Old"u8.ToArray(), live, replaced: null, written: null, default);
        }
        await instance.UploadAsync("posts/edited.md", "# Edited");
        await instance.DeleteAsync("posts/gone.md");
        await instance.UploadAsync("next/posts/strange.md", "# By another tool");
        await instance.UploadAsync("next/media/a.png", "no next version");

        await instance.ReconcileAsync();

        Assert.Equal(4, (await files.ListAsync(10, default)).Count);
        await instance.Storage.Index.DeleteAsync();
        await instance.ReconcileAsync();
        Assert.Equal(3, (await files.ListAsync(10, default)).Count(file => file.Base is not null));
        Assert.Single(await files.ListAsync(1, default));
    }

    private static async Task<bool> TryAsync(Instance instance, string next)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            var (outcome, _) = await instance
                .Get<NextPublisher>()
                .PublishAsync(Live, next, over: null, written: null, patience.Token);
            return outcome == NextOutcome.Done;
        }
        catch (Exception failure)
            when (failure is RequestFailedException or AggregateException or OperationCanceledException)
        {
            return false;
        }
    }
}
