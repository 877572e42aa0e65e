using KapFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Health;

/// <summary>Says that all is well, to whoever probes.</summary>
public sealed class HealthResult : IResult
{
    /// <summary>All is well.</summary>
    public static readonly HealthResult Ok = new();

    private HealthResult() { }

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext) =>
        new DataResult<Health>(new("ok"), HealthJson.Default.Health).ExecuteAsync(httpContext);
}

/// <summary>The answer to a probe.</summary>
public sealed record Health(string Status);
