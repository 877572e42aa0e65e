using System.Runtime.InteropServices;
using KapFunctions.Pictures.Formats;
using SkiaSharp;

namespace KapFunctions.Pictures;

/// <summary>A picture before it is decoded: what that takes is known from its header.</summary>
internal sealed class OpenPicture : IDisposable
{
    /// <summary>Most memory that a picture takes, in bytes, its file and what is made of it included. With what
    /// decoders take for themselves it stays below 200 MB.</summary>
    public const long MaxBytes = 184_000_000;

    /// <summary>Most pixels of one smaller form: as many are compressed in about a second.</summary>
    public const int MaxGivenPixels = 7_000_000;

    // The largest side that WebP can have, in pixels.
    private const int MaxGivenSide = 16_383;

    private GCHandle pin;
    private readonly SKData? data;
    private readonly SKCodec codec;
    private readonly PictureHeader header;
    private readonly long fileBytes;

    private OpenPicture(PictureHeader header, SKCodec codec, long fileBytes, SKData? data, GCHandle pin)
    {
        (this.header, this.codec, this.fileBytes, this.data, this.pin) = (header, codec, fileBytes, data, pin);
        var (width, height) = Orientation.ShownSizeOf(codec);
        (Shown, Origin) = (new(width, height), codec.EncodedOrigin);
    }

    /// <summary>Its size as it is shown.</summary>
    public SKSizeI Shown { get; }

    public SKEncodedOrigin Origin { get; }

    /// <summary>Null where no decoder takes it. The file is read where it lies.</summary>
    public static OpenPicture? Open(byte[] file, PictureHeader header)
    {
        var pin = GCHandle.Alloc(file, GCHandleType.Pinned);
        var data = SKData.Create(pin.AddrOfPinnedObject(), file.Length);
        if (Matching(SKCodec.Create(data), header) is { } codec)
        {
            return new(header, codec, file.Length, data, pin);
        }

        data.Dispose();
        pin.Free();
        return null;
    }

    /// <summary>Of a picture that is decoded while it is read, as a PNG is. Reading must not fail: a decoder cannot
    /// hear of it.</summary>
    public static OpenPicture? Open(FileStream file, PictureHeader header) =>
        Matching(SKCodec.Create(file), header) is { } codec ? new(header, codec, fileBytes: 0, null, default) : null;

    /// <summary>Whether there is memory and time enough to make forms of it, the largest of this size.</summary>
    public bool CanGive(SKSizeI largest)
    {
        var decoded = BytesOf(SizeFor(largest));
        var given = BytesOf(largest);
        // First what is decoded, then what is left of it beside the form, which its compression holds three times.
        var needed = fileBytes + Math.Max(header.HeldBytes + decoded, Math.Min(decoded, 4 * given) + 4 * given);
        return needed <= MaxBytes
            && given <= 4L * MaxGivenPixels
            && Math.Max(largest.Width, largest.Height) <= MaxGivenSide
            && header.BlockReads <= JpegFrame.MaxBlockReads;
    }

    /// <summary>Pixels enough for a form of this size; null where there are none. <paramref name="takesPart"/> takes
    /// what can be read of a damaged picture.</summary>
    public Pixels? Decode(SKSizeI largest, bool takesPart)
    {
        if (!CanGive(largest))
        {
            return null;
        }

        using var color = SKColorSpace.CreateSrgb();
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        var size = SizeFor(largest);
        var pixels = new Pixels(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, alpha, color));
        using var map = pixels.Map();
        if (IsEnough(codec.GetPixels(map.Info, map.GetPixels()), takesPart))
        {
            return pixels;
        }

        pixels.Dispose();
        return null;
    }

    public void Dispose()
    {
        codec.Dispose();
        data?.Dispose();
        if (pin.IsAllocated)
        {
            pin.Free();
        }
    }

    // What the header says decides what is allowed, so a decoder that reads it otherwise is not asked.
    private static SKCodec? Matching(SKCodec? codec, PictureHeader header)
    {
        if (codec?.Info is { } info && info.Width == header.Width && info.Height == header.Height)
        {
            return codec;
        }

        codec?.Dispose();
        return null;
    }

    // In the file's own direction. JPEG is decoded in eighths, and asked for one still twice as large as needed; WebP
    // in any size; the others as they are.
    private SKSizeI SizeFor(SKSizeI largest) =>
        header.Format switch
        {
            PictureFormat.Jpeg => codec.GetScaledDimensions(Math.Min(1, 2f * largest.Width / Shown.Width)),
            PictureFormat.Webp => Orientation.IsTurned(Origin) ? new(largest.Height, largest.Width) : largest,
            _ => codec.Info.Size,
        };

    private static bool IsEnough(SKCodecResult result, bool takesPart) =>
        result == SKCodecResult.Success
        || (takesPart && result is SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput);

    private static long BytesOf(SKSizeI size) => (long)size.Width * size.Height * 4;
}
