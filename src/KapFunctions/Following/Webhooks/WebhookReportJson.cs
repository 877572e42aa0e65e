using System.Text.Json.Serialization;

namespace KapFunctions.Following.Webhooks;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(RetryRequest))]
[JsonSerializable(typeof(WebhookStatus))]
internal sealed partial class WebhookReportJson : JsonSerializerContext;
