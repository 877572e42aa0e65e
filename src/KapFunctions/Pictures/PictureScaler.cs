using SkiaSharp;

namespace KapFunctions.Pictures;

/// <summary>Makes smaller forms of pictures, in WebP and sRGB: turned as they are to be seen, never larger than they
/// are, and without their metadata, which may say where somebody lives.</summary>
internal static class PictureScaler
{
    /// <summary>Grows whenever the same picture would give other bytes.</summary>
    public const int Version = 1;

    // Where WebP stops looking worse than the original to most people.
    private const int Quality = 80;

    /// <summary>Widths that are made, in pixels: few, so that each is made once and caches keep it.</summary>
    public static IReadOnlyList<int> Widths { get; } = [320, 640, 960, 1280, 1920];

    private static readonly SKSamplingOptions Sampling = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <summary>The picture at most <paramref name="width"/> pixels wide; null where it is broken, moves, or is too
    /// large.</summary>
    public static byte[]? Scale(ReadOnlySpan<byte> bytes, int width)
    {
        if (PictureFacts.Read(bytes) is not { CanScale: true } facts)
        {
            return null;
        }

        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        var shown = Fit(facts, width);
        using var decoded = Decode(codec, (float)shown.Width / facts.Width, takesPart: false);
        if (decoded is null)
        {
            return null;
        }

        using var turned = Turn(decoded, codec.EncodedOrigin, shown);
        using var encoded = turned.Encode(SKEncodedImageFormat.Webp, Quality);
        return encoded?.ToArray();
    }

    private static SKSizeI Fit(PictureFacts facts, int width)
    {
        var fitting = Math.Min(width, facts.Width);
        return new(fitting, Math.Max(1, (int)Math.Round((double)facts.Height * fitting / facts.Width)));
    }

    /// <summary>Null where there are no pixels, or more than are decoded; <paramref name="takesPart"/> takes what can
    /// be read of a damaged picture. A format that can give a smaller picture at once is asked for one still twice as
    /// large as needed.</summary>
    internal static SKBitmap? Decode(SKCodec codec, float scale, bool takesPart)
    {
        var size = codec.GetScaledDimensions(Math.Min(1, 2 * scale));
        if ((long)size.Width * size.Height > PictureFacts.MaxPixels)
        {
            return null;
        }

        using var color = SKColorSpace.CreateSrgb();
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, alpha, color);
        var bitmap = new SKBitmap();
        if (
            bitmap.TryAllocPixels(info, SKBitmapAllocFlags.ZeroPixels)
            && IsEnough(codec.GetPixels(info, bitmap.GetPixels()), takesPart)
        )
        {
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }

    private static bool IsEnough(SKCodecResult result, bool takesPart) =>
        result == SKCodecResult.Success
        || (takesPart && result is SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput);

    internal static SKBitmap Turn(SKBitmap decoded, SKEncodedOrigin origin, SKSizeI shown)
    {
        var turned = new SKBitmap(decoded.Info.WithSize(shown));
        using var canvas = new SKCanvas(turned);
        using var image = SKImage.FromBitmap(decoded);
        canvas.Clear(SKColors.Transparent);
        canvas.SetMatrix(Orientation.MatrixOf(origin, shown.Width, shown.Height));
        var (width, height) = Orientation.IsTurned(origin) ? (shown.Height, shown.Width) : (shown.Width, shown.Height);
        canvas.DrawImage(image, SKRect.Create(width, height), Sampling);
        return turned;
    }
}
