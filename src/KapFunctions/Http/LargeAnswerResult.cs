using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KapFunctions.Http;

/// <summary>Streams an answer that is too large to be kept, from a file that goes with it. Its ETag is made of the
/// bytes; the form that is compressed on its way has another, which follows from it.</summary>
internal sealed class LargeAnswerResult(FileStream file, string tag) : IResult
{
    public AnswerHeaders Headers { get; init; } = AnswerHeaders.Data;

    public Lifetime Lifetime { get; init; } = Lifetime.Usual;

    /// <summary>The same with other headers, or another lifetime; only one of the two is sent.</summary>
    public LargeAnswerResult With(AnswerHeaders? headers = null, Lifetime? lifetime = null) =>
        new(file, tag) { Headers = headers ?? Headers, Lifetime = lifetime ?? Lifetime };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var bytes = file;
        var (request, response) = (httpContext.Request, httpContext.Response);
        var encoding = PreferredEncoding.Of(request.Headers.AcceptEncoding);
        var etag = new EntityTagHeaderValue(encoding is null ? $"\"{tag}\"" : $"\"{tag}-{encoding}\"");
        Headers.SetShared(response.Headers);
        response.Headers.ETag = etag.ToString();
        response.Headers.CacheControl = Lifetime.CacheControl;
        response.StatusCode = Preconditions.StatusFor(request, etag, lastModified: null);
        if (response.StatusCode != StatusCodes.Status200OK)
        {
            return;
        }

        Headers.SetContent(response.Headers);
        response.Headers.ContentEncoding = encoding;
        bytes.Position = 0;
        await ResponseBody.SendAsync(
            httpContext,
            JsonAnswer.ContentType,
            encoding is null ? bytes.Length : null,
            (to, cancellation) => SendAsync(bytes, encoding, to, cancellation)
        );
    }

    private static async Task SendAsync(Stream bytes, string? encoding, Stream to, CancellationToken cancellation)
    {
        if (encoding is null)
        {
            await bytes.CopyToAsync(to, cancellation);
            return;
        }

        await using Stream compressor =
            encoding == PreferredEncoding.Brotli
                ? new BrotliStream(to, CompressionLevel.Fastest, leaveOpen: true)
                : new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true);
        await bytes.CopyToAsync(compressor, cancellation);
    }
}
