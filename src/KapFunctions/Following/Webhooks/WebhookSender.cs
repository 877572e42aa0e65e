using System.Globalization;
using System.Text;
using KapFunctions.Http;
using KapFunctions.Settings;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Following.Webhooks;

/// <summary>Makes one delivery. One that fails is put back, invisible for longer each time, over some eighteen hours;
/// then it is buried where the status shows it, and an editor may have it tried again.</summary>
public sealed class WebhookSender(
    IndexReader index,
    WebhookSignatures signatures,
    WebhookOutbox outbox,
    WebhookStore store,
    WebhookOptions options,
    TimeProvider clock,
    ILogger<WebhookSender> log
) : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    // The schedule that https://www.standardwebhooks.com recommends.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
    ];

    private readonly HttpClient http = PublicHttpClient.Create(options.AllowPrivateTargets, Timeout);

    internal async Task SendAsync(WebhookDelivery delivery, CancellationToken cancellation)
    {
        // Whoever can write into the queue must not choose whom this calls, and a target that was taken out hears no more.
        if (!await IsTargetAsync(delivery.Url, cancellation))
        {
            log.LogInformation("{Type} is not delivered: its target is no more in site.yaml", delivery.Type);
            return;
        }

        if (await TryAsync(delivery, cancellation) is not { } error)
        {
            return;
        }

        log.LogWarning("{Type} was not delivered to {Host}: {Error}", delivery.Type, HostOf(delivery), error);
        var next = WebhookJson.Write(delivery with { Tries = delivery.Tries + 1 });
        await (
            delivery.Tries < Pauses.Length
                ? outbox.SendAsync(next, Pauses[delivery.Tries], cancellation)
                : BuryAsync(delivery, error, cancellation)
        );
    }

    public void Dispose() => http.Dispose();

    private async Task<bool> IsTargetAsync(string url, CancellationToken cancellation) =>
        (await index.ReadSiteAsync(cancellation)).Value?.Settings.Webhooks.Any(target => target.Url == url) == true;

    // What went wrong; null where the target said that it has it.
    private async Task<string?> TryAsync(WebhookDelivery delivery, CancellationToken cancellation)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url);
        request.Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json");
        request.Headers.Add("webhook-id", delivery.EventId);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", signatures.Of(delivery.EventId, timestamp, delivery.Body));
        request.Headers.UserAgent.ParseAdd("KapFunctions");
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return response.IsSuccessStatusCode ? null : $"It answered {(int)response.StatusCode}.";
        }
        catch (HttpRequestException failure)
        {
            return failure.Message;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"It did not answer within {Timeout.TotalSeconds} seconds.";
        }
    }

    private Task BuryAsync(WebhookDelivery delivery, string error, CancellationToken cancellation) =>
        store.BuryAsync(
            new(
                $"{WebhookStore.NameOf(delivery.Url)}-{delivery.EventId}",
                clock.GetUtcNow(),
                error,
                WebhookJson.Write(delivery with { Tries = 0 })
            ),
            cancellation
        );

    // Addresses of webhooks may hold secrets; the host tells enough.
    private static string HostOf(WebhookDelivery delivery) => new Uri(delivery.Url).Host;
}
