using System.Net;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Query.Posts;
using KapFunctions.Storage.Rendered;
using KapFunctions.Testing.Faults;
using Xunit.Abstractions;

namespace KapFunctions.Proof.Tests;

/// <summary>Experiments 1 and 2: a real process killed at each storage call of a publish and of a delete.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const string Path = "posts/a.md";
    private const string OtherPath = "posts/other.md";

    /// <summary>A start looks at everything once; it is over when no such look came for this long.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private static readonly string[] CallsOfPublishing =
    [
        "/content/posts/",
        "/rendered/bodies/",
        "/rendered/good/",
        "/content-events/messages",
        "post%3A",
        "claim%3A",
        "identity%3A",
        "waiting%3A",
        "$batch",
    ];

    /// <summary>A publish makes at most eight calls; the one behind the last shows what a kill after it leaves.</summary>
    public static TheoryData<int> Calls => [.. Given.IsFull ? Enumerable.Range(1, 9) : [3, 6]];

    public static TheoryData<int> CallsOfDeletion => [.. Given.IsFull ? Enumerable.Range(1, 6) : [4]];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Killed_at_a_call_of_a_publish_readers_see_the_whole_old_or_the_whole_new_post(int call)
    {
        await using var account = await Given.NewAccountAsync();
        await using var editor = await BeginAsync(account);
        await KillAtAsync(account, call, () => editor.UploadAsync(Path, "---\nslug: a\n---\nnew text"));

        var text = await ReadTextAsync(editor);
        Assert.True(text is "old text" or "new text", text);
        await RestartAsync(account, editor, site => ContainsAsync(site, "/api/posts/a/html", "new text"));

        await IndexAudit.CheckAsync(editor);
        Assert.Equal("new text", await ReadTextAsync(editor));
    }

    [Theory]
    [MemberData(nameof(CallsOfDeletion))]
    public async Task Killed_at_a_call_of_a_delete_the_post_goes_and_does_not_come_back(int call)
    {
        await using var account = await Given.NewAccountAsync();
        await using var editor = await BeginAsync(account);
        await KillAtAsync(account, call, () => editor.DeleteAsync(Path));

        await RestartAsync(account, editor, site => StaysGoneAsync(site, "/api/posts/a"));

        Assert.Equal([OtherPath], (await IndexAudit.CheckAsync(editor)).Keys);
    }

    private static async Task<Instance> BeginAsync(FaultyAccount account)
    {
        var editor = new Instance(account.DirectConnectionString);
        await editor.PublishAsync(Path, "---\nslug: a\n---\nold text");
        await editor.PublishAsync(OtherPath, "# Another post");
        await editor.ReconcileAsync();
        return editor;
    }

    private async Task KillAtAsync(FaultyAccount account, int number, Func<Task> edit)
    {
        var killed = new TaskCompletionSource<StorageCall?>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var site = await RunningSite.StartAsync(account.ConnectionString);
        await WaitUntilQuietAsync(account);
        var seen = 0;
        account.BeforeForwarding = call =>
        {
            if (IsOfPublishing(call) && Interlocked.Increment(ref seen) == number)
            {
                account.Plan = new(seed: 0, rate: 1, Fault.Reset);
                site.Kill();
                killed.SetResult(call);
            }

            return Task.CompletedTask;
        };
        await edit();
        var at = await Task.WhenAny(killed.Task, Task.Delay(TimeSpan.FromSeconds(4)));
        output.WriteLine(at == killed.Task ? $"killed at {await killed.Task}" : $"killed after {seen} calls, all done");
        site.Kill();
        account.Mend();
        await Leases.BreakAsync(new Instance(account.DirectConnectionString));
    }

    private static async Task WaitUntilQuietAsync(FaultyAccount account)
    {
        var (last, now) = (-1, 0);
        while (last != now)
        {
            await Task.Delay(Quiet);
            (last, now) = (now, account.Calls.Count(IsOfPublishing));
        }
    }

    private static bool IsOfPublishing(StorageCall call) =>
        !(call.Method == "GET" && call.Target.Contains("/messages", StringComparison.Ordinal))
        && !call.Target.Contains("ge%20%27post%3A", StringComparison.Ordinal)
        && CallsOfPublishing.Any(part => call.Target.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static async Task RestartAsync(FaultyAccount account, Instance editor, Func<RunningSite, Task> converges)
    {
        using var site = await RunningSite.StartAsync(account.ConnectionString);
        await converges(site);
        site.Kill();
        await Leases.BreakAsync(editor);
    }

    private static async Task<string?> ReadTextAsync(Instance reader)
    {
        using var view = await reader.ReadAsync();
        var post = view.FindByPath(Path);
        var body = await reader.Get<RenderedStore>().ReadBodyAsync(post!.Body!, default);
        return body?.PlainText.Trim();
    }

    private static async Task ContainsAsync(RunningSite site, string path, string text)
    {
        while (!(await site.Http.GetStringAsync(path)).Contains(text, StringComparison.Ordinal))
        {
            await Task.Delay(20);
        }
    }

    /// <summary>Once it is gone it stays so: no 200 behind a 404 or 410.</summary>
    private static async Task StaysGoneAsync(RunningSite site, string path)
    {
        while ((await site.Http.GetAsync(path)).StatusCode is not HttpStatusCode.Gone)
        {
            await Task.Delay(20);
        }

        for (var again = 0; again < 20; again++)
        {
            Assert.Equal(HttpStatusCode.Gone, (await site.Http.GetAsync(path)).StatusCode);
            await Task.Delay(20);
        }
    }
}
