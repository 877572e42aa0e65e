using KapFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Health;

internal sealed class HealthResult : IResult
{
    public static readonly HealthResult Ok = new();

    private HealthResult() { }

    public Task ExecuteAsync(HttpContext httpContext) =>
        new DataResult<Health>(new("ok"), HealthJson.Default.Health).ExecuteAsync(httpContext);
}

internal sealed record Health(string Status);
