using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace KapFunctions.Http;

/// <summary>
/// A finished answer, kept in memory: its bytes, and their compressed forms once somebody asks for them.
/// Each form has a strong ETag of its own, made of its bytes.
/// </summary>
public sealed class Answer(
    string contentType,
    byte[] body,
    DateTimeOffset? lastModified = null,
    AnswerHeaders? headers = null
)
{
    /// <summary>Below this many bytes compression saves no packet.</summary>
    private const int MinCompressed = 1024;

    private readonly Lazy<AnswerForm> plain = new(() => AnswerForm.Of(body, encoding: null));
    private readonly Lazy<AnswerForm> brotli = new(() =>
        Compressed(body, PreferredEncoding.Brotli, to => new BrotliStream(to, CompressionLevel.Optimal))
    );
    private readonly Lazy<AnswerForm> gzip = new(() =>
        Compressed(body, PreferredEncoding.Gzip, to => new GZipStream(to, CompressionLevel.Optimal))
    );

    /// <summary>The media type, with its charset.</summary>
    public string ContentType => contentType;

    /// <summary>The headers of its kind.</summary>
    public AnswerHeaders Headers { get; } = headers ?? AnswerHeaders.Data;

    /// <summary>When what it shows last changed; null where that has no meaning.</summary>
    public DateTimeOffset? LastModified => lastModified;

    /// <summary>The same as the header writes it.</summary>
    public string? LastModifiedText { get; } = lastModified is { } at ? HeaderUtilities.FormatDate(at) : null;

    /// <summary>Bytes that it holds, compressed forms included as if all were made.</summary>
    public int Size => body.Length * 2;

    /// <summary>The same bytes with other headers.</summary>
    public Answer With(AnswerHeaders others) => new(contentType, body, lastModified, others);

    /// <summary>The form that suits a caller's Accept-Encoding.</summary>
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

/// <summary>One form of an answer.</summary>
/// <param name="Bytes">What goes over the wire.</param>
/// <param name="Encoding">The Content-Encoding; null for plain bytes.</param>
/// <param name="ETag">A strong tag of the bytes.</param>
public sealed record AnswerForm(byte[] Bytes, string? Encoding, EntityTagHeaderValue ETag)
{
    /// <summary>The tag as the header writes it.</summary>
    public string ETagText { get; } = ETag.ToString();

    internal static AnswerForm Of(byte[] bytes, string? encoding) =>
        new(bytes, encoding, new($"\"{TagOf(SHA256.HashData(bytes))}\""));

    /// <summary>The tag that stands for bytes with the SHA-256 <paramref name="hash"/>.</summary>
    internal static string TagOf(ReadOnlySpan<byte> hash) => Convert.ToHexStringLower(hash[..12]);
}
