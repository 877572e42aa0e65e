using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KapFunctions.Http;

/// <summary>
/// Streams an answer that is too large to be kept, from a file that goes with it. Its ETag is made of the bytes as for any
/// other; compressed on its way, it has another, since the compressed form follows from the plain one.
/// </summary>
/// <param name="file">The answer's bytes, in JSON.</param>
/// <param name="tag">The tag of the bytes, without quotation marks.</param>
public sealed class LargeAnswerResult(FileStream file, string tag) : IResult
{
    /// <summary>The headers of its kind.</summary>
    public AnswerHeaders Headers { get; init; } = AnswerHeaders.Data;

    /// <summary>How long it may be kept by others.</summary>
    public Lifetime Lifetime { get; init; } = Lifetime.Usual;

    /// <summary>The same with other headers, or another lifetime; only one of the two is sent.</summary>
    public LargeAnswerResult With(AnswerHeaders? headers = null, Lifetime? lifetime = null) =>
        new(file, tag) { Headers = headers ?? Headers, Lifetime = lifetime ?? Lifetime };

    /// <inheritdoc />
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
