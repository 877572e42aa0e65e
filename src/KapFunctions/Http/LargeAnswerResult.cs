using System.Buffers;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KapFunctions.Http;

/// <summary>Streams an answer that is too large to be kept in memory. Its ETag is made of the bytes; the form that is
/// compressed on its way has another, which follows from it.</summary>
internal sealed class LargeAnswerResult(LargeAnswerFile file, string tag) : IResult, IDisposable
{
    private const int BufferBytes = 64 << 10;

    public AnswerHeaders Headers { get; init; } = AnswerHeaders.Data;

    public Lifetime Lifetime { get; init; } = Lifetime.Usual;

    public EdgeHeaders? Edge { get; init; }

    /// <summary>The same with other headers, or another lifetime; only one of the two is sent.</summary>
    public LargeAnswerResult With(AnswerHeaders? headers = null, Lifetime? lifetime = null, EdgeHeaders? edge = null) =>
        new(file, tag)
        {
            Headers = headers ?? Headers,
            Lifetime = lifetime ?? Lifetime,
            Edge = edge ?? Edge,
        };

    /// <summary>The same for another reader; null where its file has gone.</summary>
    public LargeAnswerResult? TryShare() => file.TryShare() ? With() : null;

    /// <summary>For one that is not sent.</summary>
    public void Dispose() => file.Dispose();

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var bytes = file;
        var (request, response) = (httpContext.Request, httpContext.Response);
        var encoding = PreferredEncoding.Of(request.Headers.AcceptEncoding);
        var etag = new EntityTagHeaderValue(encoding is null ? $"\"{tag}\"" : $"\"{tag}-{encoding}\"");
        Headers.SetShared(response.Headers);
        response.Headers.ETag = etag.ToString();
        response.Headers.CacheControl = Lifetime.CacheControl;
        Edge?.Set(response.Headers);
        response.StatusCode = Preconditions.StatusFor(request, etag, lastModified: null);
        if (response.StatusCode != StatusCodes.Status200OK)
        {
            return;
        }

        Headers.SetContent(response.Headers);
        response.Headers.ContentEncoding = encoding;
        await ResponseBody.SendAsync(
            httpContext,
            JsonAnswer.ContentType,
            encoding is null ? file.Length : null,
            (to, cancellation) => SendAsync(encoding, to, cancellation)
        );
    }

    private async Task SendAsync(string? encoding, Stream to, CancellationToken cancellation)
    {
        if (encoding is null)
        {
            await CopyAsync(to, cancellation);
            return;
        }

        await using Stream compressor =
            encoding == PreferredEncoding.Brotli
                ? new BrotliStream(to, CompressionLevel.Fastest, leaveOpen: true)
                : new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true);
        await CopyAsync(compressor, cancellation);
    }

    // Each reader has a place of its own in the file that all of them share.
    private async Task CopyAsync(Stream to, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            for (var at = 0L; at < file.Length; )
            {
                var read = await RandomAccess.ReadAsync(file.Handle, buffer, at, cancellation);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
                at += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
