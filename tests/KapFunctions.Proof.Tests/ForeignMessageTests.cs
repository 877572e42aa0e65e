using System.Net;
using System.Text;
using Azure.Storage.Queues;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Storage.Account;
using KapFunctions.Testing;

namespace KapFunctions.Proof.Tests;

/// <summary>Somebody fills the queues with what is no event: a thousand messages, or in the whole matrix a hundred thousand.</summary>
public sealed class ForeignMessageTests
{
    private const int AtOnce = 32;

    private static readonly int Messages = Given.Size(representative: 1_000, full: 100_000);

    [Theory]
    [InlineData(StorageNames.ContentEventsQueue)]
    [InlineData(StorageNames.WebhookQueue)]
    public async Task What_is_published_and_taken_down_meanwhile_waits_for_none_of_them(string queue)
    {
        var account = await SharedAzurite.NewAccountAsync();
        var storage = StorageClients.FromConnectionString(account);
        await storage.CreateMissingAsync();
        await FillAsync(storage.Queues.GetQueueClient(queue));
        await using var site = await TestSite.StartAsync(account);

        await site.UploadAsync("posts/a.md", "# A");
        await site.WaitAsync("/api/posts/a", HttpStatusCode.OK);
        await site.DeleteAsync("posts/a.md");
        await site.WaitAsync("/api/posts/a", HttpStatusCode.Gone);

        Assert.Equal(
            200,
            (await site.GetAsync("/api/editor/status", ("x-functions-key", TestSite.FunctionKey))).Status
        );
        Assert.Equal(200, (await site.GetAsync("/api/health/ready")).Status);
    }

    // Some cannot even be decoded, others can and make no sense.
    private static Task FillAsync(QueueClient queue) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, Messages),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, cancellation) =>
                await queue.SendMessageAsync(
                    number % 2 == 0 ? "no base64!" : Convert.ToBase64String(Encoding.UTF8.GetBytes($"[{number}]")),
                    cancellation
                )
        );
}
