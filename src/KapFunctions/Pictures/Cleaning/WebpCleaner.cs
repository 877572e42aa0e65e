using System.Buffers.Binary;

namespace KapFunctions.Pictures.Cleaning;

/// <summary>Keeps of a WebP its pixels, how it moves, the colour profile, and the camera's orientation and copyright.
/// Chunks that nobody knows go, inside frames too, and so does what follows the end.</summary>
internal static class WebpCleaner
{
    private const int HeaderBytes = 12;
    private const int ChunkHeadBytes = 8;
    private const int ExtendedBytes = 10;

    // Bytes of a frame before the chunks inside it: where it stands, its size, how long it is seen.
    private const int FrameHeadBytes = 16;

    private const byte HasExif = 0x08;
    private const byte HasXmp = 0x04;

    // Fills an odd length up.
    private static readonly byte[] Zero = [0];

    public static Pieces? Clean(ReadOnlyMemory<byte> picture)
    {
        var length = picture.Length < HeaderBytes ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(picture.Span[4..]);
        if (length < HeaderBytes - 8 || length > (uint)picture.Length - 8)
        {
            return null;
        }

        var (kept, notes) = (new Pieces(picture), new KeptNotes());
        var header = kept.Reserve();
        int? extended = null;
        var flags = default(ReadOnlyMemory<byte>);
        var hasPixels = false;
        var end = (int)length + 8;
        for (var at = HeaderBytes; at < end; )
        {
            if (ChunkAt(picture, at, end) is not { } chunk)
            {
                return null;
            }

            hasPixels |= chunk.IsPixels || chunk.Is("ANMF"u8);
            if (chunk.Is("VP8X"u8) && extended is null && chunk.Data.Length == ExtendedBytes)
            {
                (extended, flags) = (kept.Reserve(), chunk.Data);
            }
            else if (chunk.Is("VP8X"u8) || !Keep(kept, notes, picture, chunk))
            {
                return null;
            }

            at = chunk.End;
        }

        if (extended is { } place)
        {
            byte[]? exif = notes.ToExif() is { } said
                ? [.. notes.HasPrefix ? KeptNotes.ExifPrefix : [], .. said]
                : null;
            kept.Fill(place, ChunkOf("VP8X"u8, WithFlags(flags.Span, exif is not null)));
            kept.Add(exif is null ? default : ChunkOf("EXIF"u8, exif));
        }

        kept.Fill(header, HeaderOf(kept.Length));
        return hasPixels ? kept : null;
    }

    private static Chunk? ChunkAt(ReadOnlyMemory<byte> picture, int at, int end)
    {
        if (end - at < ChunkHeadBytes)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(picture.Span[(at + 4)..]);
        if (length > (uint)(end - at - ChunkHeadBytes))
        {
            return null;
        }

        // A byte fills an odd length up; some writers leave it out at the very end.
        var after = at + ChunkHeadBytes + (int)length;
        return new(at, Math.Min(end, after + (int)(length & 1)), picture.Slice(at, ChunkHeadBytes + (int)length));
    }

    private static bool Keep(Pieces kept, KeptNotes notes, ReadOnlyMemory<byte> picture, Chunk chunk)
    {
        if (chunk.Is("ANMF"u8))
        {
            return KeepFrame(kept, picture, chunk);
        }

        if (chunk.Is("ICCP"u8) || chunk.Is("ANIM"u8) || chunk.Is("ALPH"u8) || chunk.IsPixels)
        {
            KeepWhole(kept, picture.Span, chunk);
        }
        else if (chunk.Is("EXIF"u8))
        {
            // Some writers put the prefix of JPEG before it, which not every reader heeds: it stays as it is.
            notes.ReadExifSegment(chunk.Data.Span);
            notes.ReadExif(chunk.Data.Span);
        }
        else if (chunk.Is("XMP "u8))
        {
            notes.ReadXmp(chunk.Data.Span);
        }

        return true;
    }

    // Keeps a chunk, whose odd length is filled up with a zero and nothing else.
    private static void KeepWhole(Pieces kept, ReadOnlySpan<byte> bytes, Chunk chunk)
    {
        var end = chunk.At + ChunkHeadBytes + chunk.Data.Length;
        var isFilled = chunk.End > end && bytes[end] == 0;
        kept.Keep(chunk.At, isFilled ? chunk.End : end);
        if (!isFilled && (chunk.Data.Length & 1) == 1)
        {
            kept.Add(Zero);
        }
    }

    // Keeps a frame with what it draws alone; false where its structure is broken.
    private static bool KeepFrame(Pieces kept, ReadOnlyMemory<byte> picture, Chunk frame)
    {
        if (frame.Data.Length < FrameHeadBytes)
        {
            return false;
        }

        var head = kept.Reserve();
        var before = kept.Length;
        var at = frame.At + ChunkHeadBytes + FrameHeadBytes;
        var end = frame.At + ChunkHeadBytes + frame.Data.Length;
        kept.Keep(at - FrameHeadBytes, at);
        while (at < end)
        {
            if (ChunkAt(picture, at, end) is not { } chunk)
            {
                return false;
            }

            if (chunk.Is("ALPH"u8) || chunk.Is("VP8 "u8) || chunk.Is("VP8L"u8))
            {
                KeepWhole(kept, picture.Span, chunk);
            }

            at = chunk.End;
        }

        kept.Fill(head, HeadOf("ANMF"u8, kept.Length - before));
        return true;
    }

    private static byte[] WithFlags(ReadOnlySpan<byte> extended, bool hasExif)
    {
        var flags = (byte)(extended[0] & ~(HasExif | HasXmp) | (hasExif ? HasExif : 0));
        // Three bytes that nothing is to stand in follow.
        return [flags, 0, 0, 0, .. extended[4..]];
    }

    private static byte[] HeaderOf(int chunks) => [.. HeadOf("RIFF"u8, chunks + 4), .. "WEBP"u8];

    private static byte[] ChunkOf(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data) =>
        [.. HeadOf(type, data.Length), .. data, .. new byte[data.Length & 1]];

    private static byte[] HeadOf(ReadOnlySpan<byte> type, int length)
    {
        var head = new byte[ChunkHeadBytes];
        type.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), length);
        return head;
    }

    private readonly record struct Chunk(int At, int End, ReadOnlyMemory<byte> Bytes)
    {
        public ReadOnlyMemory<byte> Data => Bytes[ChunkHeadBytes..];

        public bool IsPixels => Is("VP8 "u8) || Is("VP8L"u8);

        public bool Is(ReadOnlySpan<byte> type) => Bytes.Span.StartsWith(type);
    }
}
