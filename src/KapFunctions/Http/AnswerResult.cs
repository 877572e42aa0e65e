using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Conditional requests, HEAD and encodings of finished answers, nothing copied or formatted.</summary>
internal sealed class AnswerResult(Answer answer, Lifetime? lifetime = null, EdgeHeaders? edge = null) : IResult
{
    public Answer Answer => answer;

    /// <summary>Bytes that it holds.</summary>
    public int Size => answer.Size + (edge?.Size ?? 0);

    public Lifetime Lifetime { get; } = lifetime ?? Lifetime.Usual;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var form = answer.FormFor(request.Headers.AcceptEncoding);
        var headers = response.Headers;
        answer.Headers.SetShared(headers);
        headers.ETag = form.ETagText;
        headers.CacheControl = Lifetime.CacheControl;
        edge?.Set(headers);
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
