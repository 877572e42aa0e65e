using System.Text.Json;
using System.Text.Json.Serialization;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;

namespace KapFunctions.Following.Webhooks;

/// <summary>What a target is told, in the form of https://www.standardwebhooks.com.</summary>
/// <param name="Id">The same for every try and for every target, so that who hears it twice knows.</param>
/// <param name="Type">Such as <c>post.published</c>.</param>
/// <param name="Timestamp">When it happened, in UTC.</param>
/// <param name="Data">What happened.</param>
public sealed record WebhookEvent(
    [property: JsonIgnore] string Id,
    string Type,
    DateTimeOffset Timestamp,
    WebhookData Data
);

/// <summary>What happened, with the fields that its type has.</summary>
/// <param name="Cursor">The place in the log, for <c>/api/changes?since=</c>.</param>
/// <param name="Path">The file; only told of problems, whose readers are editors.</param>
/// <param name="Id">The post's id.</param>
/// <param name="Slug">The post's slug, or the one it had.</param>
/// <param name="FormerSlug">For a move, the slug that now leads to <paramref name="Slug"/>.</param>
/// <param name="Problem">The problem that was opened or closed.</param>
public sealed record WebhookData(
    string Cursor,
    string? Path = null,
    string? Id = null,
    string? Slug = null,
    string? FormerSlug = null,
    Problem? Problem = null
);

/// <summary>A message of the queue: one delivery, or, without one, the word that the log went on.</summary>
public sealed record WebhookMessage(WebhookDelivery? Delivery);

/// <summary>One event on its way to one target.</summary>
/// <param name="Url">The target.</param>
/// <param name="EventId">The event's id.</param>
/// <param name="Type">The event's type.</param>
/// <param name="Body">What is sent, to the byte, since it is signed.</param>
/// <param name="Tries">How many have failed.</param>
public sealed record WebhookDelivery(string Url, string EventId, string Type, string Body, int Tries = 0);

/// <summary>How webhooks are written.</summary>
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
