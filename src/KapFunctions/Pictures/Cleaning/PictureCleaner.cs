using KapFunctions.Pictures.Formats;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.TemporaryFiles;

namespace KapFunctions.Pictures.Cleaning;

/// <summary>What readers get in the place of a file below <c>media/</c>. Without bytes that is the file itself, or with
/// a fault nothing; bytes with a fault were made anew.</summary>
internal readonly record struct PublicPicture(byte[]? Bytes, PictureFault Fault)
{
    public bool IsWithheld => Fault != PictureFault.None && Bytes is null;
}

/// <summary>Takes out of pictures what cameras and programs wrote into them: where they were taken, whose the camera
/// is, its serial number, remarks, small pictures. Nothing is decoded, and the pixels stay as they are, byte for byte;
/// so do orientation, colour profile and copyright. What cannot be taken apart is made anew, or kept back.</summary>
internal static class PictureCleaner
{
    /// <summary>As many first bytes of a file tell whether it is a picture.</summary>
    public const int StartBytes = 12;

    // The most that a picture may have to be made anew, in bytes: 100 MiB. Some decoders hold all of them.
    private const int MaxLargeBytes = 100 << 20;

    /// <summary>Whether a file is one that is cleaned: by what it holds, or since its name promises so.</summary>
    public static bool Concerns(string path, ReadOnlySpan<byte> start) =>
        PictureFormats.Of(start) != PictureFormat.None || PictureFormats.IsPromisedBy(path);

    public static PublicPicture Clean(string path, byte[] file)
    {
        if (!Concerns(path, file))
        {
            return default;
        }

        var pieces = PictureFormats.Of(file) switch
        {
            PictureFormat.Jpeg => JpegCleaner.Clean(file),
            PictureFormat.Png => PngCleaner.Clean(file),
            PictureFormat.Webp => WebpCleaner.Clean(file),
            PictureFormat.Gif => GifCleaner.Clean(file),
            _ => null,
        };
        return pieces is null
            ? new(PictureRemaker.Make(path, file), PictureFault.Broken)
            : new(pieces.ToArrayUnlessSame(), PictureFault.None);
    }

    /// <summary>What readers get of a picture that is too large to be held in memory.</summary>
    public static async Task<PublicPicture> CleanLargeAsync(string path, Stream file, CancellationToken cancellation)
    {
        if (file.Length > MaxLargeBytes)
        {
            return new(Bytes: null, PictureFault.TooLarge);
        }

        // A decoder reads from native code, in which a failure of storage would end the process.
        await using var aside = TemporaryFile.Create();
        await file.CopyToAsync(aside, cancellation);
        aside.Position = 0;
        return new(PictureRemaker.Make(path, aside), PictureFault.TooLarge);
    }
}
