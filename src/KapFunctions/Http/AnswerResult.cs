using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace KapFunctions.Http;

/// <summary>Sends a finished answer: conditional requests, HEAD and encodings in one place, nothing copied.</summary>
/// <param name="answer">What is sent.</param>
/// <param name="changesAt">When time alone will change it; null where nothing is scheduled.</param>
public sealed class AnswerResult(Answer answer, DateTimeOffset? changesAt = null) : IResult
{
    /// <summary>
    /// Browsers ask each time, which costs them a 304; caches in front may keep an answer this long, and say it is stale
    /// while they fetch the next. Always sent, since caches without a word keep things for days.
    /// </summary>
    private const int SharedSeconds = 10;

    private static readonly string CacheControl = CacheControlFor(SharedSeconds);

    /// <summary>What is sent.</summary>
    public Answer Answer => answer;

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var form = answer.FormFor(request.Headers.AcceptEncoding);
        var headers = response.Headers;
        headers.ETag = form.ETagText;
        headers.CacheControl = CacheControlAt(httpContext);
        headers.Vary = "Accept-Encoding";
        SecurityHeaders.Set(headers, answer.Policy);
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

    private string CacheControlAt(HttpContext context)
    {
        if (changesAt is not { } change)
        {
            return CacheControl;
        }

        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        var seconds = (change - clock.GetUtcNow()).TotalSeconds;
        return seconds < SharedSeconds ? CacheControlFor((int)Math.Max(0, seconds)) : CacheControl;
    }

    private static string CacheControlFor(int sharedSeconds) => $"public, max-age=0, s-maxage={sharedSeconds}";
}
