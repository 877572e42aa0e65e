using System.Net;
using System.Net.Sockets;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Testing;
using Xunit.Abstractions;

namespace KapFunctions.Proof.Tests;

/// <summary>Experiment 16: many clients from the first moment of a start, in a process that may have 256 MB.</summary>
[Collection(nameof(Alone))]
public sealed class StartTests(ITestOutputHelper output)
{
    // An answer that has not begun after five seconds is a 503, as promised: a machine that is busy with other tests, or has
    // one core, cannot begin 200 answers in that time while the process starts.
    private static readonly int Clients = Given.Size(representative: 50, full: 200);
    private const string Ok = "OK";
    private const string MemoryCap = "0x10000000";
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(Given.Size(representative: 5, full: 30));

    [Fact]
    public async Task Once_ready_it_answers_a_crowd_without_an_error_and_within_its_memory()
    {
        var posts = Given.Size(representative: 40, full: 500);
        var account = await SharedAzurite.NewAccountAsync();
        await using var editor = new Instance(account);
        await editor.ReconcileAsync();
        for (var post = 0; post < posts; post++)
        {
            await editor.UploadAsync($"posts/p{post}.md", $"# Post {post}\n\n{new string('x', 5_000)}");
        }

        await editor.ReconcileAsync();
        var url = $"http://127.0.0.1:{FreePort()}";
        using var ending = new CancellationTokenSource();
        var isReady = new TaskCompletionSource();
        using var http = new HttpClient { BaseAddress = new(url) };
        var clients = Enumerable
            .Range(0, Clients)
            .Select(number => ReadAsync(http, number, posts, isReady.Task, ending.Token))
            .ToArray();
        using var site = await RunningSite.BeginAsync(account, url, ("DOTNET_GCHeapHardLimit", MemoryCap));
        await site.WaitUntilReadyAsync();
        isReady.SetResult();

        await Task.Delay(Time);
        await ending.CancelAsync();
        var answers = (await Task.WhenAll(clients)).SelectMany(answers => answers).CountBy(answer => answer).ToList();

        output.WriteLine(string.Join(", ", answers));
        Assert.False(site.HasEnded);
        var (answer, count) = Assert.Single(answers);
        Assert.Equal(Ok, answer);
        Assert.True(count > Clients);
    }

    /// <summary>What a client was answered by requests that it began once the site was ready: that all is well, or the problem.</summary>
    private static async Task<List<string>> ReadAsync(
        HttpClient http,
        int number,
        int posts,
        Task ready,
        CancellationToken ending
    )
    {
        var random = new Random(unchecked(Given.Seed + number));
        var answers = new List<string>();
        while (!ending.IsCancellationRequested)
        {
            var post = random.Next(posts);
            string[] addresses =
            [
                $"/api/posts/p{post}",
                $"/api/posts/p{post}/html",
                $"/p{post}/",
                "/api/posts?page=2",
                "/",
            ];
            var counts = ready.IsCompleted;
            try
            {
                using var reply = await http.GetAsync(addresses[random.Next(addresses.Length)], CancellationToken.None);
                if (counts)
                {
                    answers.Add(
                        reply.IsSuccessStatusCode ? Ok : await reply.Content.ReadAsStringAsync(CancellationToken.None)
                    );
                }
            }
            catch (HttpRequestException) when (!counts)
            {
                // It does not listen yet.
                await Task.Delay(20, CancellationToken.None);
            }
        }

        return answers;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
