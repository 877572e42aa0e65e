using System.Text.Json.Serialization;
using KapFunctions.Delivery.Health;
using KapFunctions.Delivery.Posts;
using KapFunctions.Editor;
using KapFunctions.Editor.Preview;
using KapFunctions.Editor.Status;
using KapFunctions.Following.Changes;
using KapFunctions.Following.Webhooks;

namespace KapFunctions.Http;

/// <summary>How our own JSON is written: names in snake case, as Ghost's.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(ArchiveList))]
[JsonSerializable(typeof(ChangePage))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(PreviewLink))]
[JsonSerializable(typeof(PreviewRendering))]
[JsonSerializable(typeof(PreviewRequest))]
[JsonSerializable(typeof(ProblemList))]
[JsonSerializable(typeof(RetryRequest))]
[JsonSerializable(typeof(SiteStatus))]
[JsonSerializable(typeof(WebhookStatus))]
internal sealed partial class HttpJson : JsonSerializerContext;
