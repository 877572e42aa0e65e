using System.IO.Compression;

namespace KapFunctions.Storage.Files;

/// <summary>What was packed for the way by whoever uploaded it (<c>Content-Encoding</c>), and lies in storage like that.</summary>
internal static class PackedContent
{
    private const int PieceBytes = 64 << 10;

    /// <summary>Other values are names of character sets, mostly, and say nothing of the bytes.</summary>
    public static bool Is(string? coding) => CodingOf(coding) is not null;

    /// <summary>As many bytes as there are, and at most one more than <paramref name="most"/>; null where they are not packed as
    /// they say.</summary>
    public static async Task<byte[]?> ReadAsync(Stream packed, string coding, int most, CancellationToken cancellation)
    {
        await using var plain = Open(packed, coding);
        using var read = new MemoryStream();
        var piece = new byte[PieceBytes];
        try
        {
            while (read.Length <= most)
            {
                var wanted = (int)Math.Min(piece.Length, most + 1 - read.Length);
                var length = await plain.ReadAsync(piece.AsMemory(0, wanted), cancellation);
                if (length == 0)
                {
                    break;
                }

                read.Write(piece, 0, length);
            }

            return read.ToArray();
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException)
        {
            // The second is Brotli's.
            return null;
        }
    }

    private static Stream Open(Stream packed, string coding) =>
        CodingOf(coding) switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "deflate" => new ZLibStream(packed, CompressionMode.Decompress),
            _ => new GZipStream(packed, CompressionMode.Decompress),
        };

    private static string? CodingOf(string? coding) =>
        coding?.Trim().ToLowerInvariant() is ("gzip" or "x-gzip" or "br" or "deflate") and var known ? known : null;
}
