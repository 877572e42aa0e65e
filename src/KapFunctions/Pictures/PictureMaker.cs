using SkiaSharp;

namespace KapFunctions.Pictures;

/// <summary>Makes smaller pictures of one: turned as they are to be seen, and nothing but pixels. One is decoded at a
/// time in a process, since that takes memory.</summary>
internal static class PictureMaker
{
    private static readonly Lock Turn = new();

    // Enough for less than half: what is larger is averaged before.
    private static readonly SKSamplingOptions Sampling = new(SKFilterMode.Linear);

    /// <summary>One of each size, of which the first is the largest; null where the picture is broken behind its header,
    /// or takes too much. It is closed meanwhile.</summary>
    public static IReadOnlyList<byte[]>? Make(
        OpenPicture picture,
        IReadOnlyList<SKSizeI> sizes,
        SKEncodedImageFormat format,
        int quality,
        bool takesPart
    )
    {
        lock (Turn)
        {
            using var pixels = picture.Decode(sizes[0], takesPart);
            picture.Dispose();
            if (pixels is null)
            {
                return null;
            }

            var made = new List<byte[]>();
            foreach (var size in sizes)
            {
                var isTurned = Orientation.IsTurned(picture.Origin);
                pixels.Average((int)(pixels.Covered.Width / (isTurned ? size.Height : size.Width)));
                using var drawn = Draw(pixels, picture.Origin, size);
                using var encoded = drawn.Encode(format, quality);
                if (encoded is null)
                {
                    return null;
                }

                made.Add(encoded.ToArray());
            }

            return made;
        }
    }

    private static SKBitmap Draw(Pixels pixels, SKEncodedOrigin origin, SKSizeI shown)
    {
        using var map = pixels.Map();
        using var image = SKImage.FromPixels(map);
        var drawn = new SKBitmap(map.Info.WithSize(shown));
        using var canvas = new SKCanvas(drawn);
        canvas.Clear(SKColors.Transparent);
        canvas.SetMatrix(Orientation.MatrixOf(origin, shown.Width, shown.Height));
        var (width, height) = Orientation.IsTurned(origin) ? (shown.Height, shown.Width) : (shown.Width, shown.Height);
        canvas.DrawImage(image, SKRect.Create(pixels.Covered), SKRect.Create(width, height), Sampling);
        return drawn;
    }
}
