using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Sends a finished answer: conditional requests, HEAD and encodings in one place, nothing copied or formatted.</summary>
/// <param name="answer">What is sent.</param>
/// <param name="lifetime">How long it may be kept; null for a few seconds.</param>
public sealed class AnswerResult(Answer answer, Lifetime? lifetime = null) : IResult
{
    /// <summary>What is sent.</summary>
    public Answer Answer => answer;

    /// <summary>How long it may be kept.</summary>
    public Lifetime Lifetime { get; } = lifetime ?? Lifetime.Usual;

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var form = answer.FormFor(request.Headers.AcceptEncoding);
        var headers = response.Headers;
        answer.Headers.SetShared(headers);
        headers.ETag = form.ETagText;
        headers.CacheControl = Lifetime.CacheControl;
        response.StatusCode = Preconditions.StatusFor(request, form.ETag, answer.LastModified);
        switch (response.StatusCode)
        {
            case StatusCodes.Status304NotModified:
                // Which headers other origins may read stands in the copy that the caller has.
                headers.AccessControlExposeHeaders = default;
                return Task.CompletedTask;
            case not StatusCodes.Status200OK:
                return Task.CompletedTask;
        }

        answer.Headers.SetContent(headers);
        headers.LastModified = answer.LastModifiedText;
        headers.ContentEncoding = form.Encoding;
        return ResponseBody.SendAsync(httpContext, answer.ContentType, form.Bytes);
    }
}
