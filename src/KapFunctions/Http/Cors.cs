using KapFunctions.Settings;
using KapFunctions.Telemetry;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Lets pages of other origins read what everybody may read, and nothing else: no cookies, no keys, no
/// editor's routes. https://fetch.spec.whatwg.org/#http-cors-protocol</summary>
internal sealed class Cors(CorsOptions options)
{
    /// <summary>What pages of other origins may read besides the body.</summary>
    public const string Exposed = $"Content-Version, ETag, Location, Retry-After, {CorrelationId.Header}";

    private const string Methods = "GET, HEAD, OPTIONS";

    // Longest that Chromium keeps a preflight, in seconds.
    private const string PreflightSeconds = "7200";

    private static readonly PathString[] OwnOriginOnly = ["/api/editor", "/desk"];

    /// <summary>The answer to an OPTIONS request; null for any other.</summary>
    public static IResult? Preflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) ? new PreflightResult() : null;

    public void AddHeaders(HttpContext context)
    {
        var (request, headers) = (context.Request, context.Response.Headers);
        if (Array.Exists(OwnOriginOnly, path => request.Path.StartsWithSegments(path)))
        {
            return;
        }

        if (options.Origins is { } origins)
        {
            // A cache must not give one origin's answer to another.
            headers.Vary = "Origin";
            var origin = request.Headers.Origin.ToString();
            if (!origins.Contains(origin, StringComparer.Ordinal))
            {
                return;
            }

            headers.AccessControlAllowOrigin = origin;
        }
        else
        {
            headers.AccessControlAllowOrigin = "*";
        }

        headers.AccessControlExposeHeaders = Exposed;
    }

    // Tells a browser what it may ask, before it asks.
    private sealed class PreflightResult : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            SecurityHeaders.ForApi(response.Headers);
            response.Headers.Allow = Methods;
            response.Headers.AccessControlAllowMethods = Methods;
            response.Headers.AccessControlAllowHeaders = "*";
            response.Headers.AccessControlMaxAge = PreflightSeconds;
            response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }
    }
}
