using System.Buffers.Binary;

namespace KapFunctions.Pictures.Formats;

/// <summary>What a picture says of itself before its pixels. It is read before any decoder is asked, since those count
/// frames by running through all of them, and a few kilobytes can claim any number of pixels. Width and height are the
/// file's, in pixels.</summary>
internal sealed record PictureHeader(PictureFormat Format, int Width, int Height)
{
    /// <summary>Whether it has several frames, or may have: a GIF tells only with the last one.</summary>
    public bool IsMoving { get; init; }

    /// <summary>Memory that decoding takes beside the pixels that it gives, in bytes.</summary>
    public long HeldBytes { get; init; }

    /// <summary>Blocks of a JPEG that decoding runs through, those of all scans together.</summary>
    public long BlockReads { get; init; }

    /// <summary>Null where the bytes begin none of the formats that are decoded.</summary>
    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        var header = PictureFormats.Of(bytes) switch
        {
            PictureFormat.Jpeg => JpegHeader.Read(bytes),
            PictureFormat.Png => PngHeader.Read(bytes),
            PictureFormat.Webp => WebpHeader.Read(bytes),
            PictureFormat.Gif => ReadGif(bytes),
            _ => null,
        };
        return header is { Width: > 0, Height: > 0 } ? header : null;
    }

    private static PictureHeader? ReadGif(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 10)
        {
            return null;
        }

        var width = BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]);
        var height = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        return new(PictureFormat.Gif, width, height) { IsMoving = true, HeldBytes = (long)width * height * 4 };
    }
}
