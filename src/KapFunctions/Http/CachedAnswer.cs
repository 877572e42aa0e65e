using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Sends an answer that is not the public's to cache for a while: one for key holders, or one that never changes.</summary>
/// <param name="answer">What is sent.</param>
/// <param name="cacheControl">One of the values here.</param>
public sealed class CachedAnswer(Answer answer, string cacheControl) : IResult
{
    /// <summary>The caller alone may keep it, and must ask each time, which costs a 304.</summary>
    public const string Private = "private, no-cache";

    /// <summary>Everybody may keep it for good: its address names its content.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var form = answer.FormFor(request.Headers.AcceptEncoding);
        SecurityHeaders.ForApi(response.Headers);
        response.Headers.ETag = form.ETagText;
        response.Headers.CacheControl = cacheControl;
        response.Headers.Vary = "Accept-Encoding";
        response.StatusCode = Preconditions.StatusFor(request, form.ETag, answer.LastModified);
        if (response.StatusCode != StatusCodes.Status200OK)
        {
            return Task.CompletedTask;
        }

        response.Headers.ContentEncoding = form.Encoding;
        response.ContentType = answer.ContentType;
        response.ContentLength = form.Bytes.Length;
        return HttpMethods.IsHead(request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(form.Bytes, httpContext.RequestAborted).AsTask();
    }
}
