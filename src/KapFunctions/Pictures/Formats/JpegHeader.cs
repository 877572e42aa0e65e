namespace KapFunctions.Pictures.Formats;

/// <summary>Reads a JPEG as far as its first scan: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.</summary>
internal static class JpegHeader
{
    // 64 coefficients of two bytes.
    private const int BlockBytes = 128;

    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        (JpegFrame? frame, var isProgressive) = (null, false);
        for (var at = JpegMarkers.Find(bytes, 2); at >= 0; at = JpegMarkers.Find(bytes, at))
        {
            var marker = bytes[at + 1];
            if (JpegMarkers.IsBare(marker))
            {
                at += 2;
                continue;
            }

            var end = marker is JpegMarkers.Start or JpegMarkers.End ? -1 : JpegMarkers.EndOfSegment(bytes, at);
            if (end < at + 5)
            {
                return null;
            }

            if (marker == JpegMarkers.Scan)
            {
                return frame is null
                    ? null
                    : Of(frame, isProgressive || bytes[at + 4] < frame.Components.Length, bytes);
            }

            if (marker is 0xC0 or 0xC1 or 0xC2)
            {
                isProgressive = marker == 0xC2;
                frame = frame is null ? JpegFrame.Read(bytes[(at + 4)..end], isProgressive: false) : null;
            }

            at = end;
        }

        return null;
    }

    // With several scans, all coefficients are held until the last, and each scan runs through its blocks.
    private static PictureHeader Of(JpegFrame frame, bool hasSeveralScans, ReadOnlySpan<byte> bytes) =>
        new(PictureFormat.Jpeg, frame.Width, frame.Height)
        {
            HeldBytes = hasSeveralScans ? frame.Blocks * BlockBytes : 0,
            BlockReads =
                frame.Blocks * (hasSeveralScans ? bytes.Count((ReadOnlySpan<byte>)[0xFF, JpegMarkers.Scan]) : 1),
        };
}
