using KapFunctions.Pictures.Formats;
using SkiaSharp;

namespace KapFunctions.Pictures;

/// <summary>Makes smaller forms of pictures, in WebP and sRGB: turned as they are to be seen, never larger than they
/// are, and without their metadata, which may say where somebody lives.</summary>
internal static class PictureScaler
{
    /// <summary>Grows whenever the same picture would give other bytes.</summary>
    public const int Version = 2;

    // Where WebP stops looking worse than the original to most people.
    private const int Quality = 80;

    /// <summary>Widths that are made, in pixels: few, so that each is made once and caches keep it.</summary>
    public static IReadOnlyList<int> Widths { get; } = [320, 640, 960, 1280, 1920];

    /// <summary>Those that are made of a picture of this width: the smaller ones, and one that holds it as wide as it
    /// is.</summary>
    public static IReadOnlyList<int> WidthsOf(int own) =>
        [.. Widths.Where((_, index) => index == 0 || Widths[index - 1] < own)];

    public static SKSizeI LargestOf(SKSizeI shown) => Fit(shown, Widths[^1]);

    /// <summary>The picture in these widths, of which the first is the largest; null where it is broken, moves, or
    /// takes too much.</summary>
    public static IReadOnlyList<byte[]>? Scale(byte[] file, IReadOnlyList<int> widths)
    {
        if (PictureHeader.Read(file) is not { IsMoving: false } header)
        {
            return null;
        }

        using var picture = OpenPicture.Open(file, header);
        return picture is null
            ? null
            : PictureMaker.Make(
                picture,
                [.. widths.Select(width => Fit(picture.Shown, width))],
                SKEncodedImageFormat.Webp,
                Quality,
                takesPart: false
            );
    }

    private static SKSizeI Fit(SKSizeI shown, int width)
    {
        var fitting = Math.Min(width, shown.Width);
        return new(fitting, Math.Max(1, (int)Math.Round((double)shown.Height * fitting / shown.Width)));
    }
}
