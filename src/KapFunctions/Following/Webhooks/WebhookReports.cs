using System.Text.Json;
using KapFunctions.Http;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Queues;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Following.Webhooks;

/// <summary>How far a target was told. <c>Behind</c> counts entries of the log; null where the log was lost.</summary>
internal sealed record WebhookTargetStatus(string Url, string? Cursor, long? Behind);

internal sealed record FailedDelivery(string Id, string Url, string Type, DateTimeOffset FailedAt, string Error);

/// <summary>How webhooks stand. Without a key that signs, nothing is sent.</summary>
internal sealed record WebhookStatus(
    bool HasKey,
    IReadOnlyList<WebhookTargetStatus> Targets,
    IReadOnlyList<FailedDelivery> Failed
);

internal sealed record RetryRequest(string? Id);

/// <summary>Shows editors how webhooks stand, and tries again what was given up.</summary>
public sealed class WebhookReports(
    IndexReader index,
    WebhookStore store,
    WebhookOutbox outbox,
    WebhookSignatures signatures
)
{
    private const int MaxRequestBytes = 4096;
    private const int MaxFailed = 200;

    public async Task<IResult> ShowAsync(CancellationToken cancellation) =>
        new DataResult<WebhookStatus>(await ReadAsync(cancellation), WebhookReportJson.Default.WebhookStatus);

    internal async Task<WebhookStatus> ReadAsync(CancellationToken cancellation)
    {
        var head = await index.ReadHeadAsync(cancellation);
        var site = (await index.ReadSiteAsync(cancellation)).Value ?? new();
        var targets = new List<WebhookTargetStatus>();
        foreach (var target in site.Settings.Webhooks)
        {
            var cursor = (await store.ReadCursorAsync(target.Url, cancellation)).Value;
            var behind =
                head is not null && cursor?.IsKnownTo(head) == true ? head.Sequence - cursor.Sequence : (long?)null;
            targets.Add(new(target.Url, cursor?.ToString(), behind));
        }

        var failed = await store.ReadDeadAsync(cancellation).Take(MaxFailed).Select(Show).ToListAsync(cancellation);
        return new(signatures.HasKey, targets, failed);
    }

    public async Task<IResult> RetryAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (asked, problem) = await RequestBody.ReadAsync(
            request,
            WebhookReportJson.Default.RetryRequest,
            MaxRequestBytes,
            cancellation
        );
        if (problem is not null)
        {
            return problem;
        }

        if (asked!.Id is not { Length: > 0 and < 200 } id || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return Problems.InvalidParameter("id", "must be the id of a failed delivery.");
        }

        if (await store.FindDeadAsync(id, cancellation) is not { } dead)
        {
            return Problems.DeliveryNotFound();
        }

        await outbox.SendAsync(dead.Message, TimeSpan.Zero, cancellation);
        await store.ForgetDeadAsync(id, cancellation);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static FailedDelivery Show(DeadDelivery dead)
    {
        var delivery = JsonSerializer.Deserialize(dead.Message, WebhookJson.Default.WebhookMessage)?.Delivery;
        return new(dead.Id, delivery?.Url ?? "", delivery?.Type ?? "", dead.FailedAt, dead.Error);
    }
}
