using System.Text.Json;
using System.Text.Json.Serialization;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;

namespace KapFunctions.Following.Webhooks;

/// <summary>What a target is told, in the form of https://www.standardwebhooks.com. <c>Id</c> is the same for every try
/// and every target, so that who hears it twice knows.</summary>
internal sealed record WebhookEvent(
    [property: JsonIgnore] string Id,
    string Type,
    DateTimeOffset Timestamp,
    WebhookData Data
);

/// <summary>The fields depend on the type; <c>By</c> is who wrote or deleted the file, where something says so. A path is told only with problems, whose readers are editors.</summary>
internal sealed record WebhookData(
    string Cursor,
    string? Path = null,
    string? Id = null,
    string? Slug = null,
    string? FormerSlug = null,
    Problem? Problem = null,
    IReadOnlyList<string>? Tags = null,
    string? By = null
);

/// <summary>A message of the queue: one delivery, or, without one, the word that the log went on.</summary>
internal sealed record WebhookMessage(WebhookDelivery? Delivery);

/// <summary>One event on its way to one target. The body is kept to the byte, since it is signed.</summary>
internal sealed record WebhookDelivery(string Url, string EventId, string Type, string Body, int Tries = 0);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(WebhookEvent))]
[JsonSerializable(typeof(WebhookMessage))]
internal sealed partial class WebhookJson : JsonSerializerContext
{
    public static string BodyOf(WebhookEvent told) => JsonSerializer.Serialize(told, Default.WebhookEvent);

    public static string Write(WebhookDelivery? delivery) =>
        JsonSerializer.Serialize(new(delivery), Default.WebhookMessage);
}
