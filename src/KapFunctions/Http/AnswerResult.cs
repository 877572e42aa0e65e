using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KapFunctions.Http;

/// <summary>Sends a finished answer: conditional requests, HEAD and encodings in one place, nothing copied.</summary>
public sealed class AnswerResult(Answer answer) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var form = answer.FormFor(request.Headers.AcceptEncoding);
        var headers = response.Headers;
        headers.ETag = form.ETagText;
        headers.CacheControl = answer.CacheControl;
        headers.Vary = "Accept-Encoding";
        SecurityHeaders.ForApi(headers);
        if (answer.LastModified is { } lastModified)
        {
            headers.LastModified = HeaderUtilities.FormatDate(lastModified);
        }

        response.StatusCode = Preconditions.StatusFor(request, form.ETag, answer.LastModified);
        if (response.StatusCode != StatusCodes.Status200OK)
        {
            return Task.CompletedTask;
        }

        headers.ContentEncoding = form.Encoding;
        response.ContentType = answer.ContentType;
        response.ContentLength = form.Bytes.Length;
        return HttpMethods.IsHead(request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(form.Bytes, httpContext.RequestAborted).AsTask();
    }
}
