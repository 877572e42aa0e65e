using System.Buffers.Binary;
using System.Diagnostics;
using FsCheck;
using FsCheck.Xunit;
using KapFunctions.Pictures;
using KapFunctions.Pictures.Cleaning;
using KapFunctions.Pictures.Formats;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using SkiaSharp;

namespace KapFunctions.Tests;

/// <summary>What a picture takes is known before it is decoded, from its header.</summary>
public sealed class PictureBoundsTests
{
    [Fact]
    public void Nobody_counts_the_frames_of_a_picture_that_moves()
    {
        var moving = Moving(400_000);
        var started = Stopwatch.GetTimestamp();

        Assert.Equal(default, PictureCleaner.Clean("media/a.webp", moving));
        Assert.Equal((1, 1, false), Of(PictureFacts.Read(moving)));
        Assert.Equal(PictureFault.Broken, PictureCleaner.Clean("media/a.webp", moving[..^9]).Fault);

        // Counting them, one after another from the first, takes minutes.
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 20);
    }

    [Fact]
    public void What_moves_is_told_by_the_header_of_each_format()
    {
        byte[] movingPng = [.. TestPicture.Png(20, 10)[..33], .. Chunk("acTL"u8, new byte[8])];

        Assert.True(PictureHeader.Read(movingPng)!.IsMoving);
        Assert.True(PictureHeader.Read(Moving(2))!.IsMoving);
        Assert.True(PictureHeader.Read(TestPicture.AnimatedGif())!.IsMoving);
        Assert.False(PictureHeader.Read(TestPicture.Png(20, 10))!.IsMoving);
        Assert.False(PictureHeader.Read(TestPicture.Jpeg(20, 10))!.IsMoving);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, 100)]
    [InlineData(SKEncodedImageFormat.Png, 100)]
    [InlineData(SKEncodedImageFormat.Webp, 80)]
    [InlineData(SKEncodedImageFormat.Webp, 100)]
    public void A_header_is_read_as_decoders_read_it(SKEncodedImageFormat format, int quality)
    {
        foreach (var (width, height) in (ReadOnlySpan<(int, int)>)[(1, 1), (17, 300), (1025, 3), (640, 480)])
        {
            using var bitmap = new SKBitmap(width, height);
            using var encoded = bitmap.Encode(format, quality);

            var header = PictureHeader.Read(encoded.AsSpan());

            Assert.Equal((width, height, false), (header!.Width, header.Height, header.IsMoving));
        }
    }

    [Theory]
    [InlineData(8000, 5000, false, true)]
    [InlineData(8000, 6000, false, false)]
    [InlineData(8000, 5000, true, false)]
    [InlineData(4000, 3000, true, true)]
    [InlineData(1000, 9000, false, false)]
    [InlineData(20, 20_000, false, false)]
    public void A_graphic_is_made_smaller_where_its_pixels_and_what_is_made_of_them_find_room(
        int width,
        int height,
        bool isInterlaced,
        bool canScale
    )
    {
        var picture = TestPicture.PngThatClaims(width, height);
        picture[28] = isInterlaced ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(
            picture.AsSpan(29),
            System.IO.Hashing.Crc32.HashToUInt32(picture.AsSpan(12, 17))
        );

        Assert.Equal((width, height, canScale), Of(PictureFacts.Read(picture)));
    }

    [Theory]
    [InlineData(12_000, 9_000, false, 1, true)]
    [InlineData(12_000, 9_000, true, 1, false)]
    [InlineData(6_000, 4_000, true, 10, true)]
    [InlineData(6_000, 4_000, true, 200, false)]
    public void A_photograph_is_made_smaller_where_its_coefficients_find_room_and_its_scans_time(
        int width,
        int height,
        bool isProgressive,
        int scans,
        bool canScale
    ) =>
        Assert.Equal(
            (width, height, canScale),
            Of(PictureFacts.Read(JpegThatClaims(width, height, isProgressive, scans)))
        );

    [Fact]
    public void A_picture_made_anew_keeps_to_the_same_bounds()
    {
        var graphic = TestPicture.PngThatClaims(9000, 6000)[..^20];
        var photograph = JpegThatClaims(6_000, 4_000, isProgressive: true, scans: 200)[..^2];

        Assert.Equal(new(null, PictureFault.Broken), PictureCleaner.Clean("media/a.png", graphic));
        Assert.Equal(new(null, PictureFault.Broken), PictureCleaner.Clean("media/a.jpg", photograph));
    }

    [Property]
    public void Each_pixel_that_is_left_is_the_mean_of_those_it_stands_for(byte wide, byte high, byte fewer, int seed)
    {
        var (width, height, times) = (1 + wide % 40, 1 + high % 40, 1 + fewer % 7);
        var random = new System.Random(seed);
        using var pixels = new Pixels(new SKImageInfo(width, height, SKColorType.Rgba8888));
        using var whole = pixels.Map();
        random.NextBytes(whole.GetPixelSpan());
        var before = whole.GetPixelSpan().ToArray();

        pixels.Average(times);

        using var left = pixels.Map();
        Assert.Equal(((width + times - 1) / times, (height + times - 1) / times), (left.Width, left.Height));
        Assert.Equal((float)width / times, pixels.Covered.Width, 0.001f);
        for (var at = 0; at < left.BytesSize; at++)
        {
            var (y, x, channel) = (at / 4 / left.Width, at / 4 % left.Width, at % 4);
            var mean = (
                from row in Enumerable.Range(y * times, times).Where(row => row < height)
                from column in Enumerable.Range(x * times, times).Where(column => column < width)
                select (int)before[(row * width + column) * 4 + channel]
            ).Average();
            Assert.InRange(left.GetPixelSpan()[at], mean - 0.5001, mean + 0.5001);
        }
    }

    private static (int, int, bool) Of(PictureFacts? facts) => (facts!.Width, facts.Height, facts.CanScale);

    // Frames of one pixel.
    private static byte[] Moving(int frames)
    {
        byte[] frame = [.. Chunk16("ANMF"u8, [.. new byte[12], 10, 0, 0, 0, .. Chunk16("VP8L"u8, Lossless)])];
        var moving = new MemoryStream();
        moving.Write([.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. Chunk16("VP8X"u8, [2, .. new byte[9]])]);
        moving.Write(Chunk16("ANIM"u8, new byte[6]));
        for (var number = 0; number < frames; number++)
        {
            moving.Write(frame);
        }

        var bytes = moving.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        return bytes;
    }

    private static byte[] Lossless
    {
        get
        {
            using var bitmap = new SKBitmap(1, 1);
            using var pixmap = bitmap.PeekPixels();
            using var encoded = pixmap.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 0))!;
            var whole = encoded.AsSpan();
            var data = whole[(whole.IndexOf("VP8L"u8) + 4)..];
            return data.Slice(4, BinaryPrimitives.ReadInt32LittleEndian(data)).ToArray();
        }
    }

    // As much of a photograph as is read before its blocks, and scans that hold none.
    private static byte[] JpegThatClaims(int width, int height, bool isProgressive, int scans)
    {
        byte[] tables = [.. TestPicture.Jpeg(16, 16)];
        var frame = tables.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        tables[frame + 1] = isProgressive ? (byte)0xC2 : (byte)0xC0;
        BinaryPrimitives.WriteUInt16BigEndian(tables.AsSpan(frame + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(tables.AsSpan(frame + 7), (ushort)width);
        var more = Enumerable.Repeat<byte[]>([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0], scans - 1).SelectMany(scan => scan);
        return [.. tables[..^2], .. more, 0xFF, 0xD9];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] typed = [.. type, .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, System.IO.Hashing.Crc32.HashToUInt32(typed));
        return [.. length, .. typed, .. sum];
    }

    private static byte[] Chunk16(ReadOnlySpan<byte> type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        return [.. type, .. length, .. data, .. new byte[data.Length & 1]];
    }
}
