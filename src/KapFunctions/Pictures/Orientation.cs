using SkiaSharp;

namespace KapFunctions.Pictures;

/// <summary>How a camera was held, as the picture's metadata say it.</summary>
internal static class Orientation
{
    /// <summary>Whether rows of the file are columns of the picture.</summary>
    public static bool IsTurned(SKEncodedOrigin origin) =>
        origin
            is SKEncodedOrigin.LeftTop
                or SKEncodedOrigin.RightTop
                or SKEncodedOrigin.RightBottom
                or SKEncodedOrigin.LeftBottom;

    /// <summary>Width and height of a picture as it is shown, in pixels.</summary>
    public static (int Width, int Height) ShownSizeOf(SKCodec codec) =>
        IsTurned(codec.EncodedOrigin) ? (codec.Info.Height, codec.Info.Width) : (codec.Info.Width, codec.Info.Height);

    /// <summary>Takes the file's pixels to where they are shown, in a picture of this size as it is shown.</summary>
    public static SKMatrix MatrixOf(SKEncodedOrigin origin, int width, int height) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => Matrix(-1, 0, width, 0, 1, 0),
            SKEncodedOrigin.BottomRight => Matrix(-1, 0, width, 0, -1, height),
            SKEncodedOrigin.BottomLeft => Matrix(1, 0, 0, 0, -1, height),
            SKEncodedOrigin.LeftTop => Matrix(0, 1, 0, 1, 0, 0),
            SKEncodedOrigin.RightTop => Matrix(0, -1, width, 1, 0, 0),
            SKEncodedOrigin.RightBottom => Matrix(0, -1, width, -1, 0, height),
            SKEncodedOrigin.LeftBottom => Matrix(0, 1, 0, -1, 0, height),
            _ => SKMatrix.Identity,
        };

    private static SKMatrix Matrix(float xx, float xy, float x, float yx, float yy, float y) =>
        new(xx, xy, x, yx, yy, y, 0, 0, 1);
}
