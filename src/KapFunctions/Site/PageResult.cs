using System.Text;
using KapFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Site;

/// <summary>Sends a page that says that something is not there, or not yet; no cache keeps it.</summary>
internal sealed class PageResult(int status, string html, AnswerHeaders headers) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        headers.SetContent(response.Headers);
        response.Headers.CacheControl = "no-store";
        response.StatusCode = status;
        return ResponseBody.SendAsync(httpContext, SitePages.ContentType, Encoding.UTF8.GetBytes(html));
    }
}
