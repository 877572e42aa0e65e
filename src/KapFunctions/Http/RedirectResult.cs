using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Redirects are remembered only briefly, so that no loop can live in a browser.</summary>
internal sealed class RedirectResult(string location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        SecurityHeaders.ForApi(response.Headers);
        response.Headers.CacheControl = "public, max-age=60";
        response.Headers.Location = location;
        response.StatusCode = StatusCodes.Status301MovedPermanently;
        return Task.CompletedTask;
    }
}
