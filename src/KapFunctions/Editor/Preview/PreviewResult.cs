using KapFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Preview;

/// <summary>Sends what is not public: no cache keeps it, and no link in it tells where the reader came from.</summary>
internal sealed class PreviewResult(Answer answer) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        answer.Headers.SetContent(headers);
        headers.CacheControl = "private, no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        return ResponseBody.SendAsync(httpContext, answer.ContentType, answer.FormFor(default).Bytes);
    }
}
