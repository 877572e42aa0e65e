using KapFunctions.Pictures.Formats;

namespace KapFunctions.Pictures.Cleaning;

/// <summary>Keeps of a JPEG what decoding needs, the colour profile, and the camera's orientation and copyright. What
/// blocks are coded in is kept byte for byte; what stands behind the last one of a scan goes, and what follows the end
/// of the picture (other pictures, films of telephones).</summary>
internal static class JpegCleaner
{
    // A JFIF header without a thumbnail: https://www.w3.org/Graphics/JPEG/jfif3.pdf
    private const int JfifBytes = 14;

    // Adobe's note of how colours are coded: https://www.itu.int/rec/T-REC-T.872, 6.5.3
    private const int AdobeBytes = 12;

    public static Pieces? Clean(ReadOnlyMemory<byte> picture)
    {
        var bytes = picture.Span;
        var (kept, notes, blocks) = (new Pieces(picture), new KeptNotes(), new JpegBlocks());
        kept.Keep(0, 2);
        int? place = null;
        var hasScan = false;
        for (var at = JpegMarkers.Find(bytes, 2); at >= 0; at = JpegMarkers.Find(bytes, at))
        {
            var marker = bytes[at + 1];
            if (marker == JpegMarkers.End)
            {
                kept.Keep(at, at + 2);
                kept.Fill(place ?? kept.Reserve(), SegmentOf(notes));
                return hasScan ? kept : null;
            }

            if (JpegMarkers.IsBare(marker))
            {
                at += 2;
                continue;
            }

            var end = JpegMarkers.EndOfSegment(bytes, at);
            if (end < 0 || !IsKnown(marker, end - at - 2) || !blocks.Read(marker, bytes[(at + 4)..end]))
            {
                return null;
            }

            var segment = new Segment(marker, at, end, picture[(at + 4)..end]);
            var isFirstJfif = place is null && segment.IsJfif;
            place ??= isFirstJfif ? null : kept.Reserve();
            Keep(kept, notes, segment);
            place ??= kept.Reserve();
            at = end;
            if (marker == JpegMarkers.Scan)
            {
                hasScan = true;
                at = EndOfScan(bytes, end);
                if (at < 0 || !blocks.Keep(kept, bytes[..at], segment.Body.Span, end))
                {
                    return null;
                }
            }
        }

        return null;
    }

    // Where coded data end: at a marker that is neither a restart nor a coded 0xFF. Negative where the file ends first.
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (at >= 0 && bytes[at..].IndexOf((byte)0xFF) is >= 0 and var next)
        {
            at += next;
            var after = at;
            while (after < bytes.Length && bytes[after] == 0xFF)
            {
                after++;
            }

            if (after == bytes.Length)
            {
                return -1;
            }

            if (bytes[after] is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at = after + 1;
        }

        return -1;
    }

    // Whether decoders know the segment, at this length: text can hide in what they skip.
    private static bool IsKnown(byte marker, int length) =>
        marker switch
        {
            0xC8 or JpegMarkers.Start => false,
            0xCC => length <= 2 + 2 * 32,
            0xDC or 0xDD => length == 4,
            >= 0xC0 and <= 0xCF or 0xDB or JpegMarkers.Scan => true,
            >= 0xE0 and <= 0xEF or 0xFE => true,
            _ => false,
        };

    private static void Keep(Pieces kept, KeptNotes notes, Segment segment)
    {
        switch (segment.Marker)
        {
            case < 0xE0:
                kept.Keep(segment.At, segment.End);
                break;
            case 0xE0 when segment.IsJfif && segment.Body.Length >= JfifBytes:
                kept.Add(Rewritten(segment, [.. segment.Body.Span[..(JfifBytes - 2)], 0, 0]));
                break;
            case 0xE1:
                notes.ReadExifSegment(segment.Body.Span);
                notes.ReadXmpSegment(segment.Body.Span);
                break;
            case 0xE2 when segment.Body.Span.StartsWith("ICC_PROFILE\0"u8):
                kept.Keep(segment.At, segment.End);
                break;
            case 0xED:
                notes.ReadPhotoshopSegment(segment.Body.Span);
                break;
            case 0xEE when segment.Body.Span.StartsWith("Adobe"u8) && segment.Body.Length >= AdobeBytes:
                kept.Add(Rewritten(segment, segment.Body.Span[..AdobeBytes]));
                break;
        }
    }

    private static byte[] SegmentOf(KeptNotes notes) =>
        notes.ToExif() is { } exif ? Rewritten(0xE1, [.. KeptNotes.ExifPrefix, .. exif]) : [];

    private static byte[] Rewritten(Segment segment, ReadOnlySpan<byte> body) => Rewritten(segment.Marker, body);

    private static byte[] Rewritten(byte marker, ReadOnlySpan<byte> body) =>
        [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private readonly record struct Segment(byte Marker, int At, int End, ReadOnlyMemory<byte> Body)
    {
        public bool IsJfif => Marker == 0xE0 && Body.Span.StartsWith("JFIF\0"u8);
    }
}
