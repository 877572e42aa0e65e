using KapFunctions.Telemetry;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>A problem document; never cached. <c>Type</c> is a URN that names the kind of problem.</summary>
internal sealed record ProblemResult(int Status, string Type, string Title, string Detail) : IResult
{
    /// <summary>When to ask again where something is away for a moment.</summary>
    public const string RetrySeconds = "2";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        SecurityHeaders.ForApi(headers);
        headers.CacheControl = "no-store";
        if (Status == StatusCodes.Status503ServiceUnavailable)
        {
            headers.RetryAfter = RetrySeconds;
        }

        return Results
            .Problem(
                Detail,
                httpContext.Request.Path,
                Status,
                Title,
                Type,
                [new("correlation_id", CorrelationId.Of(httpContext))]
            )
            .ExecuteAsync(httpContext);
    }
}
