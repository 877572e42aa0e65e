using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Ghost;

/// <summary>Sends an answer with the headers that Ghost's clients expect.</summary>
internal sealed class GhostResult(IResult inner) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.OnStarting(AddHeadersAsync, httpContext.Response);
        return inner.ExecuteAsync(httpContext);
    }

    private static Task AddHeadersAsync(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        headers["Content-Version"] = GhostVersion.Header;
        headers.Vary = "Accept-Version, Accept-Encoding";
        return Task.CompletedTask;
    }
}
