using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Sends an answer to somebody with a key: no cache keeps it, and an unchanged one still costs a 304.</summary>
public sealed class PrivateAnswer(Answer answer) : IResult
{
    /// <summary>The caller may keep it and must ask each time.</summary>
    public const string CacheControl = "private, no-cache";

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var form = answer.FormFor(request.Headers.AcceptEncoding);
        SecurityHeaders.ForApi(response.Headers);
        response.Headers.ETag = form.ETagText;
        response.Headers.CacheControl = CacheControl;
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
