using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using KapFunctions.Pictures.Formats;

namespace KapFunctions.Pictures.Cleaning;

/// <summary>Keeps the chunks of a PNG that say how it looks and how it moves, texts that say whose it is, and the
/// camera's orientation. Others go, private ones among them, and so does what follows the end.</summary>
internal static class PngCleaner
{
    // A chunk's length, type and checksum.
    private const int FrameBytes = 12;

    // Longer is no copyright, and has room for much else; in bytes.
    private const int MaxTextBytes = 4096;

    public static Pieces? Clean(ReadOnlyMemory<byte> picture)
    {
        var bytes = picture.Span;
        var (kept, notes) = (new Pieces(picture), new KeptNotes());
        kept.Keep(0, PngHeader.Signature.Length);
        int? place = null;
        for (var at = PngHeader.Signature.Length; ChunkAt(picture, at) is { } chunk; at = chunk.End)
        {
            if (at == PngHeader.Signature.Length != (chunk.Type == "IHDR") || !IsUnderstood(chunk))
            {
                return null;
            }

            if (chunk.Type == "IDAT")
            {
                place ??= kept.Reserve();
            }

            if (IsKept(chunk))
            {
                kept.Keep(at, chunk.End);
            }
            else
            {
                Read(kept, notes, chunk);
            }

            if (chunk.Type == "IEND")
            {
                kept.Fill(place ?? kept.Reserve(), notes.ToExif() is { } exif ? ChunkOf("eXIf"u8, exif) : default);
                return place is null ? null : kept;
            }
        }

        return null;
    }

    private static Chunk? ChunkAt(ReadOnlyMemory<byte> picture, int at)
    {
        if (picture.Length - at < FrameBytes)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(picture.Span[at..]);
        return length <= picture.Length - at - FrameBytes
            ? new(
                Encoding.Latin1.GetString(picture.Span.Slice(at + 4, 4)),
                picture.Slice(at + 8, (int)length),
                at + FrameBytes + (int)length
            )
            : null;
    }

    // A capital letter says that a picture cannot be shown without the chunk: nobody shows one with a chunk unknown.
    private static bool IsUnderstood(Chunk chunk) => chunk.Type[0] is >= 'a' and <= 'z' || IsKept(chunk);

    // What decides about pixels, colours and motion, at the lengths that the format allows.
    private static bool IsKept(Chunk chunk) =>
        (chunk.Type, chunk.Data.Length) switch
        {
            ("IHDR", 13) or ("IEND", 0) => true,
            ("PLTE", <= 768) => true,
            ("IDAT" or "fdAT" or "iCCP", _) => true,
            ("acTL", 8) or ("fcTL", 26) => true,
            ("tRNS", <= 256) or ("bKGD", <= 6) or ("sBIT", <= 4) => true,
            ("gAMA", 4) or ("cHRM", 32) or ("sRGB", 1) or ("cICP", 4) => true,
            ("mDCV" or "mDCv", 24) or ("cLLI" or "cLLi", 8) => true,
            ("pHYs", 9) => true,
            _ => false,
        };

    private static void Read(Pieces kept, KeptNotes notes, Chunk chunk)
    {
        var data = chunk.Data.Span;
        switch (chunk.Type)
        {
            case "eXIf":
                notes.ReadExif(data);
                break;
            case "tEXt" or "zTXt" when data.StartsWith("Copyright\0"u8) && data.Length <= MaxTextBytes:
                kept.Add(ChunkOf(Encoding.Latin1.GetBytes(chunk.Type), data));
                break;
            case "iTXt"
                when data.StartsWith("Copyright\0"u8)
                    && data.Length <= MaxTextBytes
                    && TextStart(data) is > 0 and var text:
                // The language and a keyword in it are left empty: they are texts, too.
                kept.Add(ChunkOf("iTXt"u8, [.. data[..12], 0, 0, .. data[text..]]));
                break;
            case "iTXt" when data.StartsWith("XML:com.adobe.xmp\0\0"u8) && TextStart(data) is > 0 and var packet:
                notes.ReadXmp(data[packet..]);
                break;
        }
    }

    // Behind a keyword, two bytes about compression, a language and a translated keyword; 0 where broken.
    private static int TextStart(ReadOnlySpan<byte> data)
    {
        var at = data.IndexOf((byte)0) + 3;
        for (var field = 0; field < 2; field++)
        {
            var length = at < data.Length ? data[at..].IndexOf((byte)0) : -1;
            if (length < 0)
            {
                return 0;
            }

            at += length + 1;
        }

        return at;
    }

    private static byte[] ChunkOf(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[data.Length + FrameBytes];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        var sum = Crc32.HashToUInt32(chunk.AsSpan(4, data.Length + 4));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), sum);
        return chunk;
    }

    private readonly record struct Chunk(string Type, ReadOnlyMemory<byte> Data, int End);
}
