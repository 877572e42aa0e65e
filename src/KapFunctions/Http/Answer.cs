using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace KapFunctions.Http;

/// <summary>A finished answer, kept in memory: its bytes, and their compressed forms once somebody asks for them. Each
/// form has a strong ETag of its own, made of its bytes.</summary>
/// <param name="packed">The body as Brotli, where somebody had the time to make it smaller than an answer can wait for.</param>
internal sealed class Answer(
    string contentType,
    byte[] body,
    DateTimeOffset? lastModified = null,
    AnswerHeaders? headers = null,
    byte[]? packed = null,
    bool isKeptForGood = false
)
{
    // Below this many bytes compression saves no packet.
    private const int MinCompressed = 1024;

    // What is kept for good is made a tenth smaller, which takes milliseconds, once; the rest is soon made anew.
    private const int QuickBrotli = 4;
    private const int ThoroughBrotli = 9;

    private readonly Lazy<AnswerForm> plain = new(() => AnswerForm.Of(body, encoding: null));
    private readonly Lazy<AnswerForm> brotli = new(() =>
        packed is not null
            ? AnswerForm.Of(packed, PreferredEncoding.Brotli)
            : Compressed(
                body,
                PreferredEncoding.Brotli,
                to => new BrotliStream(
                    to,
                    new BrotliCompressionOptions { Quality = isKeptForGood ? ThoroughBrotli : QuickBrotli }
                )
            )
    );
    private readonly Lazy<AnswerForm> gzip = new(() =>
        Compressed(body, PreferredEncoding.Gzip, to => new GZipStream(to, CompressionLevel.Optimal))
    );

    public string ContentType => contentType;

    public AnswerHeaders Headers { get; } = headers ?? AnswerHeaders.Data;

    public DateTimeOffset? LastModified => lastModified;

    public string? LastModifiedText { get; } = lastModified is { } at ? HeaderUtilities.FormatDate(at) : null;

    /// <summary>Bytes that it holds, compressed forms included as if all were made.</summary>
    public int Size => body.Length * 2;

    public Answer With(AnswerHeaders others) => new(contentType, body, lastModified, others, packed, isKeptForGood);

    public AnswerForm FormFor(string? acceptEncoding)
    {
        var encoding = body.Length < MinCompressed ? null : PreferredEncoding.Of(acceptEncoding);
        return encoding switch
        {
            PreferredEncoding.Brotli => brotli.Value,
            PreferredEncoding.Gzip => gzip.Value,
            _ => plain.Value,
        };
    }

    private static AnswerForm Compressed(byte[] body, string encoding, Func<Stream, Stream> compressor)
    {
        using var compressed = new MemoryStream();
        using (var stream = compressor(compressed))
        {
            stream.Write(body);
        }

        return AnswerForm.Of(compressed.ToArray(), encoding);
    }
}

/// <summary>One form of an answer; <c>Encoding</c> is null for plain bytes.</summary>
internal sealed record AnswerForm(byte[] Bytes, string? Encoding, EntityTagHeaderValue ETag)
{
    public string ETagText { get; } = ETag.ToString();

    internal static AnswerForm Of(byte[] bytes, string? encoding) =>
        new(bytes, encoding, new($"\"{TagOf(SHA256.HashData(bytes))}\""));

    internal static string TagOf(ReadOnlySpan<byte> hash) => Convert.ToHexStringLower(hash[..12]);
}
