using KapFunctions.Proof.Tests.Support;
using KapFunctions.Query.Posts;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using KapFunctions.Testing.Faults;
using Xunit.Abstractions;

namespace KapFunctions.Proof.Tests;

/// <summary>Experiments 3, 4 and 5: while storage fails, hangs, cuts off or drops replies, nothing is lost and no body is wrong.</summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    private const int Posts = 6;

    private static readonly double[] Rates = Given.IsFull ? [0.01, 0.1, 0.5] : [0.1];

    public static TheoryData<Fault, double> Faults
    {
        get
        {
            var data = new TheoryData<Fault, double>();
            Fault[] kinds =
            [
                Fault.Unavailable,
                Fault.ServerError,
                Fault.Reset,
                Fault.PartialBody,
                Fault.DropReply,
                Fault.Delay,
            ];
            foreach (var kind in kinds)
            {
                Array.ForEach(Rates, rate => data.Add(kind, rate));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Edits_under_faults_end_in_the_last_source_and_no_reader_sees_a_wrong_body(
        Fault fault,
        double rate
    )
    {
        output.WriteLine($"KAP_SEED={Given.Seed}");
        await using var account = await Given.NewAccountAsync();
        await using var editor = new Instance(account.DirectConnectionString);
        await using var instance = new Instance(account.ConnectionString);
        await instance.ReconcileAsync();
        (await instance.ReadAsync()).Dispose();
        account.Plan = new(Given.Seed, rate, fault) { Delay = TimeSpan.FromMilliseconds(20) };

        for (var version = 1; version <= 3; version++)
        {
            for (var post = 0; post < Posts; post++)
            {
                await editor.UploadAsync($"posts/p{post}.md", $"# Post {post}\n\nversion {version} of p{post}");
                await TryAsync(() => instance.LookAtAsync($"posts/p{post}.md"));
                await TryAsync(() => AssertNoWrongBodyAsync(instance));
            }
        }

        account.Mend();
        await Leases.BreakAsync(editor);
        await instance.ReconcileAsync();

        var rows = await IndexAudit.CheckAsync(instance);
        Assert.Equal(Posts, rows.Count);
        foreach (var row in rows.Values)
        {
            var body = await instance.Get<RenderedStore>().ReadBodyAsync(row.Body!, default);
            Assert.Contains($"version 3 of {row.Metadata!.Slug}", body!.PlainText);
        }
    }

    [Fact]
    public async Task A_write_whose_reply_was_dropped_is_found_done_and_counts_once()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.PublishAsync("posts/first.md", "# First");
        account.BeforeForwarding = call =>
        {
            account.Plan = call.Target.Contains("$batch", StringComparison.Ordinal)
                ? new(seed: 0, rate: 1, Fault.DropReply)
                : FaultPlan.Calm;
            return Task.CompletedTask;
        };
        await instance.UploadAsync("posts/a.md", "# A");
        await TryAsync(() => instance.LookAtAsync("posts/a.md"));
        account.Mend();

        await instance.LookAtAsync("posts/a.md");

        var posts = await IndexAudit.CheckAsync(instance);
        Assert.Equal(PostState.Published, posts["posts/a.md"].State);
        Assert.Equal(2, (await instance.Index.ReadHeadAsync(default))!.Sequence);
    }

    /// <summary>Whatever is online belongs to its own post, and is whole.</summary>
    private static async Task AssertNoWrongBodyAsync(Instance instance)
    {
        using var view = await instance.ReadAsync();
        for (var post = 0; post < Posts; post++)
        {
            if (view.FindByPath($"posts/p{post}.md") is { Body: { } name })
            {
                var body = await instance.Get<RenderedStore>().ReadBodyAsync(name, default);
                Assert.EndsWith($" of p{post}", body?.PlainText.TrimEnd() ?? $" of p{post}");
            }
        }
    }

    /// <summary>A failure is storage's; a broken promise is ours.</summary>
    private static async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is not Xunit.Sdk.XunitException)
        {
            // The trigger would try again; the reconcile does.
        }
    }
}
