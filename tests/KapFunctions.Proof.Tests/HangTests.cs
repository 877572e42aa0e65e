using System.Diagnostics;
using System.Net;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Storage.Account;
using KapFunctions.Testing;
using KapFunctions.Testing.Faults;
using Xunit.Abstractions;

namespace KapFunctions.Proof.Tests;

/// <summary>Experiment 4 as readers see it: whatever storage does, an answer comes within five seconds and is whole.</summary>
public sealed class HangTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);
    private static readonly int[] Honest = [200, 301, 404, 410, 503];

    [Fact]
    public async Task While_storage_hangs_every_request_is_answered_within_five_seconds()
    {
        await using var account = await Given.NewAccountAsync();
        var editor = StorageClients.FromConnectionString(account.DirectConnectionString);
        await using var site = await TestSite.StartAsync(account.ConnectionString);
        await UploadAsync(editor, "posts/read.md", "# Read before");
        await UploadAsync(editor, "posts/cold.md", "# Never read");
        await UploadAsync(editor, "media/a.png", "picture");
        await site.WaitAsync("/api/posts/read/html", HttpStatusCode.OK);
        await site.WaitAsync("/api/posts/cold", _ => true);
        await site.WaitAsync("/api/posts?fields=slug", reply => reply.Body.Contains("cold"));
        account.Plan = new(Given.Seed, rate: 1, Fault.Hang);

        string[] addresses =
        [
            "/api/posts/read/html",
            "/api/posts/cold/html",
            "/api/posts?limit=all",
            "/api/changes",
            "/api/changes?since=epoch.1",
            "/media/a.png",
            "/api/posts/read/source",
            "/api/health/ready",
            "/api/editor/status",
            "/api/editor/problems",
            "/read/",
            "/",
        ];
        var statuses = await Task.WhenAll(addresses.Select(address => ReadAsync(site, address)));

        output.WriteLine(string.Join('\n', addresses.Zip(statuses)));
        Assert.Equal(200, statuses[0].Status);
        Assert.All(statuses, one => Assert.True(one.Took < Bound, $"{one}"));
        Assert.All(statuses, one => Assert.Contains(one.Status, Honest));
        Assert.Equal(503, statuses[3].Status);

        account.Mend();
        await site.WaitAsync("/api/posts/cold/html", HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(Fault.PartialBody)]
    [InlineData(Fault.Reset)]
    [InlineData(Fault.Delay)]
    public async Task Answers_made_while_storage_cuts_off_are_whole_or_no_200(Fault fault)
    {
        output.WriteLine($"KAP_SEED={Given.Seed}");
        const string End = "the very last words";
        var posts = Given.Size(representative: 12, full: 100);
        await using var account = await Given.NewAccountAsync();
        var editor = StorageClients.FromConnectionString(account.DirectConnectionString);
        await using var site = await TestSite.StartAsync(account.ConnectionString);
        var text = string.Concat(Enumerable.Repeat("Some text. ", 2_000)) + End;
        for (var post = 0; post < posts; post++)
        {
            await UploadAsync(editor, $"posts/p{post}.md", $"# Post {post}\n\n{text}");
        }

        await site.WaitAsync("/api/posts?fields=slug&limit=all", reply => Count(reply) == posts);
        // Who published them has them still.
        await using var reader = await TestSite.StartAsync(account.ConnectionString);
        await reader.WaitAsync("/api/posts?fields=slug&limit=all", reply => Count(reply) == posts);
        account.Plan = new(Given.Seed, rate: 0.4, fault) { Delay = TimeSpan.FromMilliseconds(100) };

        var replies = await Task.WhenAll(
            Enumerable.Range(0, posts).Select(post => ReadAsync(reader, $"/api/posts/p{post}/html"))
        );

        Assert.All(replies, one => Assert.True(one.Took < Bound, $"{one.Took}"));
        Assert.All(
            replies,
            one => Assert.True(one.Status == 503 || (one.Status == 200 && one.Body.Contains(End)), $"{one.Status}")
        );
        account.Mend();
    }

    private static int Count(Reply reply) => reply.Status == 200 ? reply.Json.GetProperty("posts").GetArrayLength() : 0;

    private static async Task<Timed> ReadAsync(TestSite site, string address)
    {
        var started = Stopwatch.GetTimestamp();
        var reply = await site.GetAsync(address, ("x-functions-key", TestSite.FunctionKey));
        return new(reply.Status, Stopwatch.GetElapsedTime(started), reply.Body);
    }

    private static async Task UploadAsync(StorageClients editor, string path, string text) =>
        await editor.Content.GetBlobClient(path).UploadAsync(BinaryData.FromString(text), overwrite: true);

    private sealed record Timed(int Status, TimeSpan Took, string Body)
    {
        public override string ToString() => $"{Status} in {Took.TotalMilliseconds:0} ms";
    }
}
