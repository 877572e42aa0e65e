using System.Text;
using Azure.Storage.Queues;
using KapFunctions.Standalone.Hosting;
using KapFunctions.Standalone.Tests.Functions;
using KapFunctions.Storage.Account;
using KapFunctions.Testing;

namespace KapFunctions.Standalone.Tests;

public sealed class QueueTriggerTests : IAsyncLifetime
{
    private readonly Recorder recorder = new();
    private string account = null!;
    private QueueClient orders = null!;
    private QueueClient poison = null!;
    private StandaloneHost host = null!;

    public async Task InitializeAsync()
    {
        account = await SharedAzurite.NewAccountAsync();
        var queues = StorageClients.FromConnectionString(account).Queues;
        orders = queues.GetQueueClient("orders");
        poison = queues.GetQueueClient("orders-poison");
        host = await TestHost.StartAsync(typeof(QueueFunctions), recorder, account);
        await orders.CreateAsync();
    }

    public Task DisposeAsync() => host.DisposeAsync().AsTask();

    [Fact]
    public async Task A_message_arrives_decoded_and_leaves_the_queue()
    {
        await orders.SendMessageAsync(Base64("grüß dich"));
        await recorder.NextAsync("grüß dich");
        await host.StopAsync();

        Assert.Equal(0, (await orders.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task A_message_that_fails_five_times_moves_to_the_poison_queue()
    {
        await orders.SendMessageAsync(Base64("bad one"));

        Assert.Equal(Base64("bad one"), await Queues.NextAsync(poison));
        Assert.Equal(5, recorder.CountOf("bad one"));
    }

    [Fact]
    public async Task Plain_text_moves_to_the_poison_queue_undelivered()
    {
        await orders.SendMessageAsync("no base64!");

        Assert.Equal("no base64!", await Queues.NextAsync(poison));
        Assert.Equal(0, recorder.CountOf("no base64!"));
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
