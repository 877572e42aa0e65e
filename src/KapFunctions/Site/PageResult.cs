using System.Text;
using KapFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Site;

/// <summary>Sends a page that says that something is not there, or not yet; no cache keeps it.</summary>
internal sealed class PageResult(int status, string html, AnswerHeaders headers) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        headers.SetContent(response.Headers);
        response.Headers.CacheControl = "no-store";
        response.StatusCode = status;
        response.ContentType = SitePages.ContentType;
        var bytes = Encoding.UTF8.GetBytes(html);
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
