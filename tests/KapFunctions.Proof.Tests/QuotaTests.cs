using System.Net.Http.Headers;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Query.Posts;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Rendered;
using KapFunctions.Testing;
using KapFunctions.Testing.Faults;

namespace KapFunctions.Proof.Tests;

/// <summary>An account that may hold no more refuses every write from some moment on, and answers every read.</summary>
public sealed class QuotaTests
{
    private const string Path = "posts/a.md";

    /// <summary>A publish writes its source, its body and one transaction.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Reached_in_the_middle_of_a_publish_the_old_text_stays_until_there_is_room_for_the_new_one(
        int writesBefore
    )
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await using var editor = new Instance(account.DirectConnectionString);
        await instance.ReconcileAsync();
        await instance.PublishAsync(Path, "old text");
        await editor.UploadAsync(Path, "new text");

        account.Plan = Full(writesBefore);
        await Record.ExceptionAsync(() => instance.LookAtAsync(Path));

        Assert.Contains(await ReadTextAsync(instance), (string[])["old text", "new text"]);
        account.Mend();
        await instance.ReconcileAsync();
        Assert.Equal("new text", await ReadTextAsync(instance));
        await IndexAudit.CheckAsync(instance);
    }

    [Fact]
    public async Task Whoever_saves_while_it_is_reached_hears_that_it_was_not_saved_and_readers_notice_nothing()
    {
        await using var account = await Given.NewAccountAsync();
        await using var site = await TestSite.StartAsync(account.ConnectionString);
        Assert.Equal(200, (await SaveAsync(site, "old text")).Status);
        account.Plan = Full(writesBefore: 0);

        var refused = await SaveAsync(site, "new text");

        Assert.Equal(503, refused.Status);
        Assert.Contains("old text", (await site.GetAsync("/api/posts/a/html")).Body);
        Assert.Equal(200, (await site.GetAsync("/api/posts")).Status);
        account.Mend();
        Assert.Equal(200, (await SaveAsync(site, "new text")).Status);
        Assert.Contains("new text", (await site.GetAsync("/api/posts/a/html")).Body);
    }

    private static FaultPlan Full(int writesBefore)
    {
        var seen = 0;
        return new(seed: 0, rate: 1, Fault.Forbidden)
        {
            Of = call => IsWrite(call) && Interlocked.Increment(ref seen) > writesBefore,
        };
    }

    // What a publish writes: leases and messages of the queues that are taken care of beside it take no part.
    private static bool IsWrite(StorageCall call) =>
        call.Method is not ("GET" or "HEAD" or "DELETE")
        && (
            call.Target.Contains("/content/", StringComparison.Ordinal)
            || call.Target.Contains("/rendered/good/", StringComparison.Ordinal)
            || call.Target.Contains("/rendered/bodies/", StringComparison.Ordinal)
            || call.Target.Contains("$batch", StringComparison.Ordinal)
        );

    private static async Task<string> ReadTextAsync(Instance reader)
    {
        using var view = await reader.ReadAsync();
        var body = await reader.Get<RenderedStore>().ReadBodyAsync(view.FindByPath(Path)!.Body!, default);
        return body!.PlainText.Trim();
    }

    private static async Task<Reply> SaveAsync(TestSite site, string text)
    {
        var blob = site.Storage.Content.GetBlobClient(Path);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/editor/files?path={Path}")
        {
            Content = new StringContent(text),
        };
        if ((await blob.ExistsAsync()).Value)
        {
            var version = (await blob.GetPropertiesAsync()).Value.ETag.ToString("H");
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(version));
        }
        else
        {
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        }

        return await site.SendAsync(request, ("x-functions-key", TestSite.FunctionKey));
    }
}
