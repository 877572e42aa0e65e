using System.Buffers.Binary;

namespace KapFunctions.Pictures.Formats;

/// <summary>Reads a PNG as far as its first pixels: https://www.w3.org/TR/png-3/#11IHDR</summary>
internal static class PngHeader
{
    // The signature, and IHDR with its length, type and checksum.
    private const int Bytes = 33;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Bytes || !bytes[12..].StartsWith("IHDR"u8))
        {
            return null;
        }

        var width = BinaryPrimitives.ReadInt32BigEndian(bytes[16..]);
        var height = BinaryPrimitives.ReadInt32BigEndian(bytes[20..]);
        var (depth, isInterlaced) = (bytes[24], bytes[28] != 0);
        // Interlaced, the rows of all passes are held as the file has them: at most four samples of 8 or 16 bits.
        var held = isInterlaced ? (long)width * height * (depth == 16 ? 8 : 4) : 0;
        return new(PictureFormat.Png, width, height) { HeldBytes = held, IsMoving = IsMoving(bytes) };
    }

    // A chunk before the first pixels tells.
    private static bool IsMoving(ReadOnlySpan<byte> bytes)
    {
        for (var at = Bytes; at + 8 <= bytes.Length && !bytes[(at + 4)..].StartsWith("IDAT"u8); )
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (bytes[(at + 4)..].StartsWith("acTL"u8))
            {
                return true;
            }

            if (length > bytes.Length - at - 12)
            {
                return false;
            }

            at += 12 + (int)length;
        }

        return false;
    }
}
