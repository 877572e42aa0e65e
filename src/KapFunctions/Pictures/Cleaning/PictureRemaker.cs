using KapFunctions.Content.Links;
using KapFunctions.Pictures.Formats;
using SkiaSharp;

namespace KapFunctions.Pictures.Cleaning;

/// <summary>Makes a picture anew of what a decoder reads: smaller, and nothing but pixels.</summary>
internal static class PictureRemaker
{
    /// <summary>The most that it is wide or high, in pixels.</summary>
    public const int MaxSide = 1920;

    // Where compression is not seen, at this size.
    private const int Quality = 85;

    // First bytes of a PNG, which tell all that is asked of it here.
    private const int StartBytes = 64;

    /// <summary>Null where no decoder reads the picture, or it takes too much.</summary>
    public static byte[]? Make(string path, byte[] file)
    {
        if (PictureHeader.Read(file) is not { } header)
        {
            return null;
        }

        using var picture = OpenPicture.Open(file, header);
        return Make(path, picture);
    }

    /// <summary>The same of one that is too large to be read as a whole, if decoding does not need that.</summary>
    public static byte[]? Make(string path, FileStream file)
    {
        var start = new byte[StartBytes];
        file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (PictureHeader.Read(start) is { Format: PictureFormat.Png } header)
        {
            using var picture = OpenPicture.Open(file, header);
            return Make(path, picture);
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return Make(path, bytes);
    }

    /// <summary>The file's own type where that can be written, else one that browsers show.</summary>
    public static string TypeOf(string path) =>
        FormatOf(path) switch
        {
            SKEncodedImageFormat.Jpeg => "image/jpeg",
            SKEncodedImageFormat.Png => "image/png",
            _ => "image/webp",
        };

    private static byte[]? Make(string path, OpenPicture? picture)
    {
        if (picture is null)
        {
            return null;
        }

        var (width, height) = (picture.Shown.Width, picture.Shown.Height);
        var scale = Math.Min(1, (float)MaxSide / Math.Max(width, height));
        var size = new SKSizeI(Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)));
        return PictureMaker.Make(picture, [size], FormatOf(path), Quality, takesPart: true)?[0];
    }

    private static SKEncodedImageFormat FormatOf(string path) =>
        MediaTypes.Of(path) switch
        {
            "image/jpeg" => SKEncodedImageFormat.Jpeg,
            "image/png" => SKEncodedImageFormat.Png,
            _ => SKEncodedImageFormat.Webp,
        };
}
