using KapFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Preview;

/// <summary>Sends what is not public: no cache keeps it, and no link in it tells where the reader came from.</summary>
public sealed class PreviewResult(Answer answer) : IResult
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        SecurityHeaders.ForApi(response.Headers);
        response.Headers.CacheControl = "private, no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex";
        response.ContentType = answer.ContentType;
        var bytes = answer.FormFor(default).Bytes;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }
}
