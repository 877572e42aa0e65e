using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Health;

/// <summary>GET /api/health/live: the process answers.</summary>
public sealed class GetLiveness
{
    [Function(nameof(GetLiveness))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health/live")] HttpRequest request
    ) => HealthResult.Ok;
}
