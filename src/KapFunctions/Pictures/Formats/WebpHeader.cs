using System.Buffers.Binary;

namespace KapFunctions.Pictures.Formats;

/// <summary>Reads the first chunk of a WebP: https://developers.google.com/speed/webp/docs/riff_container</summary>
internal static class WebpHeader
{
    private const int ChunkAt = 12;
    private const byte Moves = 0x02;

    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        var data = bytes[Math.Min(bytes.Length, ChunkAt + 8)..];
        return bytes[ChunkAt..] switch
        {
            var chunk when chunk.StartsWith("VP8X"u8) && data.Length >= 10 => Of(
                1 + ReadUInt24(data[4..]),
                1 + ReadUInt24(data[7..]),
                (data[0] & Moves) != 0
            ),
            var chunk when chunk.StartsWith("VP8 "u8) && data.Length >= 10 => Of(
                BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF,
                isMoving: false
            ),
            var chunk when chunk.StartsWith("VP8L"u8) && data.Length >= 5 => OfLossless(
                BinaryPrimitives.ReadUInt32LittleEndian(data[1..])
            ),
            _ => null,
        };
    }

    private static PictureHeader OfLossless(uint sizes) =>
        Of(1 + (int)(sizes & 0x3FFF), 1 + (int)(sizes >> 14 & 0x3FFF), isMoving: false);

    // Lossless pixels are held until the last, whatever size is asked for; so is transparency.
    private static PictureHeader Of(int width, int height, bool isMoving) =>
        new(PictureFormat.Webp, width, height) { HeldBytes = (long)width * height * 4, IsMoving = isMoving };

    private static int ReadUInt24(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
