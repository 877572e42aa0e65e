using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace KapFunctions.Testing;

/// <summary>Pictures as cameras, tools and attackers make them.</summary>
internal static class TestPicture
{
    /// <summary>What a camera writes beside a picture and no reader may see.</summary>
    public const string Secret = "48.137,11.575 home";

    /// <summary>A photograph: red above, blue below.</summary>
    public static byte[] Jpeg(int width, int height) => Encode(width, height, SKEncodedImageFormat.Jpeg);

    /// <summary>A graphic: red above, blue below.</summary>
    public static byte[] Png(int width, int height) => Encode(width, height, SKEncodedImageFormat.Png);

    /// <summary>A photograph taken with the camera turned to the side (EXIF orientation 6), with a note of where.</summary>
    public static byte[] SidewaysJpeg(int width, int height)
    {
        var picture = Jpeg(width, height);
        byte[] entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0];
        byte[] exif =
        [
            .. "Exif\0\0MM\0*"u8,
            .. new byte[] { 0, 0, 0, 8, 0, 1 },
            .. entry,
            .. new byte[4],
            .. Encoding.ASCII.GetBytes(Secret),
        ];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
        return [.. picture[..2], 0xFF, 0xE1, .. length, .. exif, .. picture[2..]];
    }

    /// <summary>A graphic whose header claims other dimensions than its pixels have.</summary>
    public static byte[] PngThatClaims(int width, int height)
    {
        var picture = Png(8, 8);
        BinaryPrimitives.WriteInt32BigEndian(picture.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(picture.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(
            picture.AsSpan(29),
            System.IO.Hashing.Crc32.HashToUInt32(picture.AsSpan(12, 17))
        );
        return picture;
    }

    /// <summary>A drawing that moves: two frames of one pixel.</summary>
    public static byte[] AnimatedGif()
    {
        byte[] frame = [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
        return [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, .. frame, .. frame, 0x3B];
    }

    /// <summary>A photograph that moves: two frames.</summary>
    public static byte[] AnimatedWebp(int width, int height)
    {
        var still = Encode(width, height, SKEncodedImageFormat.Webp);
        byte[] size = [.. Number(width - 1), .. Number(height - 1)];
        byte[] frame = [.. new byte[6], .. size, .. Number(100), 0, .. still[12..]];
        byte[] moving =
        [
            .. "WEBP"u8,
            .. Chunk("VP8X"u8, [2, 0, 0, 0, .. size]),
            .. Chunk("ANIM"u8, new byte[6]),
            .. Chunk("ANMF"u8, frame),
            .. Chunk("ANMF"u8, frame),
        ];
        return Chunk("RIFF"u8, moving);
    }

    /// <summary>Three bytes, the lowest first.</summary>
    private static byte[] Number(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        return [.. name, .. length, .. content, .. new byte[content.Length % 2]];
    }

    private static byte[] Encode(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, width, height / 2f, red);
        using var encoded = bitmap.Encode(format, 90);
        return encoded.ToArray();
    }
}
