using KapFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Site;

/// <summary>Sends a file of the theme, whose name is made of its content, so that it is kept for good.</summary>
internal sealed class AssetResult(Answer asset) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.OnStarting(KeepForGoodAsync, httpContext.Response);
        return new AnswerResult(asset).ExecuteAsync(httpContext);
    }

    private static Task KeepForGoodAsync(object response)
    {
        ((HttpResponse)response).Headers.CacheControl = "public, max-age=31536000, immutable";
        return Task.CompletedTask;
    }
}
