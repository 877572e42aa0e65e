using KapFunctions.Proof.Tests.Support;
using KapFunctions.Storage.Index;
using KapFunctions.Testing.Faults;

namespace KapFunctions.Proof.Tests;

/// <summary>Two looks that cross at the worst moment: one is stopped in the middle while the other does all of its work.</summary>
public sealed class RaceTests
{
    private const string Path = "posts/a.md";

    [Fact]
    public async Task A_slow_look_at_a_file_does_not_bring_it_back_that_was_published_and_deleted_meanwhile()
    {
        await using var account = await Given.NewAccountAsync();
        await using var editor = await StartAsync(account);
        await using var slow = new Instance(account.ConnectionString);
        // It is not even new: history knows the path from before.
        await editor.PublishAsync(Path, "# A");
        await editor.DeleteAsync(Path);
        await editor.LookAtAsync(Path);
        await editor.UploadAsync(Path, "# A again");

        await StoppedAsync(
            account,
            call => call.Target.Contains("/rendered/bodies/", StringComparison.Ordinal),
            async () =>
            {
                await editor.LookAtAsync(Path);
                await editor.DeleteAsync(Path);
                await editor.LookAtAsync(Path);
            },
            () => slow.LookAtAsync(Path)
        );

        Assert.Empty(await IndexAudit.CheckAsync(editor));
    }

    [Fact]
    public async Task Nor_does_one_whose_deletion_was_looked_at_before_anybody_had_published_it()
    {
        await using var account = await Given.NewAccountAsync();
        await using var editor = await StartAsync(account);
        await using var slow = new Instance(account.ConnectionString);
        await editor.UploadAsync(Path, "# A");

        await StoppedAsync(
            account,
            call => call.Target.Contains("/rendered/bodies/", StringComparison.Ordinal),
            async () =>
            {
                await editor.DeleteAsync(Path);
                await editor.LookAtAsync(Path);
            },
            () => slow.LookAtAsync(Path)
        );

        Assert.Empty(await IndexAudit.CheckAsync(editor));
    }

    [Fact]
    public async Task Who_waits_for_another_slug_by_now_is_not_given_the_one_that_it_wanted()
    {
        await using var account = await Given.NewAccountAsync();
        await using var editor = await StartAsync(account);
        await using var slow = new Instance(account.ConnectionString);
        await editor.PublishAsync("posts/holder.md", "---\nslug: one\n---\nText");
        await editor.PublishAsync("posts/other.md", "---\nslug: two\n---\nText");
        await editor.PublishAsync("posts/waits.md", "---\nslug: one\n---\nText");
        await editor.DeleteAsync("posts/holder.md");
        var key = Uri.EscapeDataString(IndexKeys.Post("posts/waits.md"));

        await StoppedAsync(
            account,
            call => call.Target.Contains(key, StringComparison.OrdinalIgnoreCase),
            () => editor.PublishAsync("posts/waits.md", "---\nslug: two\n---\nText"),
            () => slow.LookAtAsync("posts/holder.md")
        );

        var rows = await IndexAudit.CheckAsync(editor);
        Assert.Equal("two", rows["posts/waits.md"].WantedSlug);
    }

    private static async Task<Instance> StartAsync(FaultyAccount account)
    {
        var editor = new Instance(account.DirectConnectionString);
        await editor.ReconcileAsync();
        return editor;
    }

    /// <summary>Runs <paramref name="slow"/>, and <paramref name="meanwhile"/> before its first call that is the one.</summary>
    private static async Task StoppedAsync(
        FaultyAccount account,
        Func<StorageCall, bool> isTheOne,
        Func<Task> meanwhile,
        Func<Task> slow
    )
    {
        var stopped = 0;
        account.BeforeForwarding = call =>
            isTheOne(call) && Interlocked.Exchange(ref stopped, 1) == 0 ? meanwhile() : Task.CompletedTask;
        await slow();
        Assert.Equal(1, stopped);
    }
}
