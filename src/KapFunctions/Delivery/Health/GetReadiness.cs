using KapFunctions.Http;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Health;

/// <summary>GET /api/health/ready: the index is loaded, so readers can be sent here.</summary>
public sealed class GetReadiness(Freshness freshness)
{
    /// <summary>Goes on answering 200 while storage is away: what is loaded can still be served.</summary>
    [Function(nameof(GetReadiness))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health/ready")] HttpRequest request,
        CancellationToken cancellation
    ) => await freshness.IsReadyAsync(cancellation) ? HealthResult.Ok : Problems.NotReady();
}
