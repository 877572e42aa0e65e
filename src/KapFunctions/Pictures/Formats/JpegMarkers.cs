using System.Buffers.Binary;

namespace KapFunctions.Pictures.Formats;

/// <summary>Where the segments of a JPEG stand: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1.1.</summary>
internal static class JpegMarkers
{
    public const byte Start = 0xD8;
    public const byte End = 0xD9;
    public const byte Scan = 0xDA;

    /// <summary>Negative where there is no marker; what stands before one belongs to nothing.</summary>
    public static int Find(ReadOnlySpan<byte> bytes, int at)
    {
        for (; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] == 0xFF && bytes[at + 1] is not (0 or 0xFF))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Restart markers outside scans, and one of arithmetic coding: they have no length, and say nothing
    /// here.</summary>
    public static bool IsBare(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD7);

    /// <summary>Negative where the file ends first.</summary>
    public static int EndOfSegment(ReadOnlySpan<byte> bytes, int at)
    {
        var length = at + 4 <= bytes.Length ? BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]) : 0;
        return length >= 2 && at + 2 + length <= bytes.Length ? at + 2 + length : -1;
    }
}
