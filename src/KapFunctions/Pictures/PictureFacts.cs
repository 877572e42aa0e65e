using SkiaSharp;

namespace KapFunctions.Pictures;

/// <summary>What the header of a picture says; nothing is decoded for it. Width and height are in pixels, as the
/// picture is shown. Smaller forms are made of photographs and graphics, not of what moves, nor beyond <see
/// cref="MaxPixels"/>.</summary>
internal sealed record PictureFacts(int Width, int Height, bool CanScale)
{
    /// <summary>Most pixels that are decoded: at four bytes each, 160 MB. A few kilobytes can claim to be a hundred
    /// times that, so what the header says is looked at before anything is decoded.</summary>
    public const int MaxPixels = 40_000_000;

    private static readonly SKEncodedImageFormat[] Scalable =
    [
        SKEncodedImageFormat.Jpeg,
        SKEncodedImageFormat.Png,
        SKEncodedImageFormat.Webp,
    ];

    public static PictureFacts? Read(ReadOnlySpan<byte> bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        return codec is { Info: { Width: > 0, Height: > 0 } } ? Of(codec, bytes) : null;
    }

    private static PictureFacts Of(SKCodec codec, ReadOnlySpan<byte> bytes)
    {
        var (width, height) = Orientation.ShownSizeOf(codec);
        var isStill = codec.FrameCount <= 1 && !IsAnimatedPng(codec, bytes);
        return new(
            width,
            height,
            isStill && Scalable.Contains(codec.EncodedFormat) && (long)width * height <= MaxPixels
        );
    }

    // A codec that knows nothing of animation sees one still picture; a chunk before the first pixels tells.
    private static bool IsAnimatedPng(SKCodec codec, ReadOnlySpan<byte> bytes) =>
        codec.EncodedFormat == SKEncodedImageFormat.Png
        && bytes.IndexOf("acTL"u8) is >= 0 and var animation
        && animation < bytes.IndexOf("IDAT"u8);
}
