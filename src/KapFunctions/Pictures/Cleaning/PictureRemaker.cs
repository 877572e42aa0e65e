using KapFunctions.Content.Links;
using SkiaSharp;

namespace KapFunctions.Pictures.Cleaning;

/// <summary>Makes a picture anew of what a decoder reads: smaller, and nothing but pixels.</summary>
internal static class PictureRemaker
{
    /// <summary>The most that it is wide or high, in pixels.</summary>
    public const int MaxSide = 1920;

    // Where compression is not seen, at this size.
    private const int Quality = 85;

    // Decoding takes memory, so one is made at a time.
    private static readonly Lock Turn = new();

    /// <summary>Null where no decoder reads the picture, which is read as far as needed, and closed.</summary>
    public static byte[]? Make(string path, Stream picture)
    {
        lock (Turn)
        {
            using var codec = SKCodec.Create(picture);
            return codec is { Info: { Width: > 0, Height: > 0 } } ? Make(path, codec) : null;
        }
    }

    /// <summary>The file's own type where that can be written, else one that browsers show.</summary>
    public static string TypeOf(string path) =>
        FormatOf(path) switch
        {
            SKEncodedImageFormat.Jpeg => "image/jpeg",
            SKEncodedImageFormat.Png => "image/png",
            _ => "image/webp",
        };

    private static byte[]? Make(string path, SKCodec codec)
    {
        var (width, height) = Orientation.ShownSizeOf(codec);
        var scale = Math.Min(1, (float)MaxSide / Math.Max(width, height));
        using var decoded = PictureScaler.Decode(codec, scale, takesPart: true);
        if (decoded is null)
        {
            return null;
        }

        var shown = new SKSizeI(Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)));
        using var turned = PictureScaler.Turn(decoded, codec.EncodedOrigin, shown);
        using var encoded = turned.Encode(FormatOf(path), Quality);
        return encoded?.ToArray();
    }

    private static SKEncodedImageFormat FormatOf(string path) =>
        MediaTypes.Of(path) switch
        {
            "image/jpeg" => SKEncodedImageFormat.Jpeg,
            "image/png" => SKEncodedImageFormat.Png,
            _ => SKEncodedImageFormat.Webp,
        };
}
