using SkiaSharp;

namespace KapFunctions.Tests.Planted;

/// <summary>Pictures of a few hundred pixels that no two draws make alike.</summary>
internal static class PlainPicture
{
    /// <summary>A picture in one of the formats that are written here, in either of two colour spaces.</summary>
    public static byte[] Encode(Random random, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(SizeOf(random));
        for (var y = 0; y < bitmap.Height; y++)
        {
            for (var x = 0; x < bitmap.Width; x++)
            {
                var alpha = format == SKEncodedImageFormat.Jpeg ? 255 : random.Next(128, 256);
                bitmap.SetPixel(x, y, new((byte)(x * 9), (byte)(y * 7), (byte)random.Next(256), (byte)alpha));
            }
        }

        using var encoded = bitmap.Encode(format, random.Next(40, 101));
        return encoded.ToArray();
    }

    private static SKImageInfo SizeOf(Random random)
    {
        var color =
            random.Next(2) == 0
                ? SKColorSpace.CreateSrgb()
                : SKColorSpace.CreateRgb(SKColorSpaceTransferFn.Srgb, SKColorSpaceXyz.DisplayP3);
        return new(random.Next(1, 40), random.Next(1, 40), SKColorType.Rgba8888, SKAlphaType.Unpremul, color);
    }
}
