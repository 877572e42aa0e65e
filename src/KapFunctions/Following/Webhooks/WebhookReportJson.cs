using System.Text.Json.Serialization;

namespace KapFunctions.Following.Webhooks;

/// <summary>How editors are told of webhooks: names in snake case, and null where there is nothing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(RetryRequest))]
[JsonSerializable(typeof(WebhookStatus))]
internal sealed partial class WebhookReportJson : JsonSerializerContext;
