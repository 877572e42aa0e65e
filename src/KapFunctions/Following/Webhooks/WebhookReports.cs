using System.Text.Json;
using KapFunctions.Http;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Queues;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Following.Webhooks;

/// <summary>How far a target was told.</summary>
/// <param name="Url">The target.</param>
/// <param name="Cursor">The place in the log; null before the first look.</param>
/// <param name="Behind">Entries that it has not been told of; null where its log was lost.</param>
public sealed record WebhookTargetStatus(string Url, string? Cursor, long? Behind);

/// <summary>A delivery that was given up.</summary>
/// <param name="Id">What a retry names.</param>
/// <param name="Url">The target.</param>
/// <param name="Type">The event's type.</param>
/// <param name="FailedAt">When the last try failed.</param>
/// <param name="Error">Why.</param>
public sealed record FailedDelivery(string Id, string Url, string Type, DateTimeOffset FailedAt, string Error);

/// <summary>How webhooks stand.</summary>
/// <param name="HasKey">Whether a key signs; without one nothing is sent.</param>
/// <param name="Targets">The targets of <c>site.yaml</c>.</param>
/// <param name="Failed">Deliveries that were given up.</param>
public sealed record WebhookStatus(
    bool HasKey,
    IReadOnlyList<WebhookTargetStatus> Targets,
    IReadOnlyList<FailedDelivery> Failed
);

/// <summary>Which delivery to try again.</summary>
public sealed record RetryRequest(string? Id);

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

    /// <summary>The status as an answer.</summary>
    public async Task<IResult> ShowAsync(CancellationToken cancellation) =>
        new DataResult<WebhookStatus>(await ReadAsync(cancellation), WebhookReportJson.Default.WebhookStatus);

    /// <summary>How webhooks stand.</summary>
    public async Task<WebhookStatus> ReadAsync(CancellationToken cancellation)
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

    /// <summary>Puts a delivery that was given up back into the queue.</summary>
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
