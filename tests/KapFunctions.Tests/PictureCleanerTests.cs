using System.Globalization;
using System.Text;
using KapFunctions.Pictures.Cleaning;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using KapFunctions.Tests.Planted;
using SkiaSharp;
using Xunit.Abstractions;

namespace KapFunctions.Tests;

/// <summary>
/// What cameras and programs wrote into pictures goes; what they show stays. <c>KAP_PICTURES</c> says of how many pictures,
/// <c>KAP_SEED</c> of which, and <c>KAP_PICTURES_FOLDER</c> where to leave them for other programs to look at.
/// </summary>
public sealed class PictureCleanerTests(ITestOutputHelper output)
{
    private static readonly int Seed = Setting("KAP_SEED", Random.Shared.Next());

    private static readonly int Count = Setting("KAP_PICTURES", 400);

    private static readonly string? Folder = Environment.GetEnvironmentVariable("KAP_PICTURES_FOLDER");

    [Fact]
    public void No_word_that_was_planted_is_left_and_every_picture_shows_what_it_showed()
    {
        output.WriteLine($"KAP_SEED={Seed} KAP_PICTURES={Count}");
        Parallel.For(0, Count, number => Check(number, PlantedPicture.Make(Seed, number)));
    }

    [Fact]
    public void A_picture_that_says_nothing_is_served_as_it_is()
    {
        for (var number = 0; number < 40; number++)
        {
            var plain = PlantedPicture.Make(Seed, number).Plain;

            // What writers of the plain pictures leave in them goes as well; what is left of that is clean.
            var clean = PictureCleaner.Clean("media/plain", plain).Bytes ?? plain;
            Assert.Null(PictureCleaner.Clean("media/plain", clean).Bytes);
        }

        Assert.Equal(default, PictureCleaner.Clean("media/a.gif", TestPicture.AnimatedGif()));
        Assert.Equal(default, PictureCleaner.Clean("media/a.jpg", TestPicture.Jpeg(20, 10)));
        Assert.Equal(default, PictureCleaner.Clean("media/a.png", TestPicture.Png(20, 10)));
        Assert.Equal(default, PictureCleaner.Clean("media/talk.mp3", [.. "ID3"u8, .. new byte[100]]));
    }

    [Fact]
    public void A_picture_cut_off_anywhere_is_whole_or_made_anew_or_kept_back_and_says_nothing()
    {
        for (var number = 0; number < 60; number++)
        {
            var planted = PlantedPicture.Make(Seed, number);
            var random = new Random(Seed + number);
            var cut = planted.Planted[..random.Next(planted.Planted.Length)];

            AssertSaysNothing(number, cut, PictureCleaner.Clean("media/a" + planted.Ending, cut));
        }
    }

    [Fact]
    public void A_picture_with_bytes_changed_at_random_never_throws()
    {
        for (var number = 0; number < 200; number++)
        {
            var planted = PlantedPicture.Make(Seed, number);
            var (random, bytes) = (new Random(Seed + number), planted.Planted);
            for (var change = 0; change < 6; change++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var clean = PictureCleaner.Clean("media/a" + planted.Ending, bytes);
            Assert.True(clean.Fault == PictureFault.Broken || (clean.Bytes ?? bytes).Length <= bytes.Length + 200);
        }
    }

    private static void Check(int number, PlantedPicture picture)
    {
        var clean = PictureCleaner.Clean("media/named-otherwise.mp3", picture.Planted);
        var bytes = clean.Bytes ?? picture.Planted;
        Keep(number, picture, bytes);

        Assert.True(clean.Fault == PictureFault.None, $"picture {number} was not read");
        AssertSaysNothing(number, picture.Planted, clean);
        Assert.Null(PictureCleaner.Clean("media/a", bytes).Bytes);
        Assert.Equal(Shown(picture.Planted), Shown(bytes));
        if (picture is { Rights: { } rights, Ending: not ".gif" })
        {
            Assert.True(
                bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(rights)) >= 0,
                $"picture {number} lost its rights"
            );
        }
    }

    private static void AssertSaysNothing(int number, byte[] planted, PublicPicture clean)
    {
        var bytes = clean.IsWithheld ? [] : clean.Bytes ?? planted;
        foreach (var encoding in (Encoding[])[Encoding.ASCII, Encoding.Unicode])
        {
            var at = bytes.AsSpan().IndexOf(encoding.GetBytes(Planter.Mark));
            Assert.True(at < 0, $"picture {number} says a planted word at {at}");
        }
    }

    /// <summary>What is seen: each frame to the last pixel, how it is turned, its colours, and for how long.</summary>
    private static string Shown(byte[] picture)
    {
        using var codec = SKCodec.Create(new MemoryStream(picture));
        var info = codec.Info.WithColorType(SKColorType.Rgba8888);
        var shown = new StringBuilder($"{codec.EncodedFormat} {codec.EncodedOrigin} {codec.RepetitionCount} ");
        shown.Append(CultureInfo.InvariantCulture, $"{picture.AsSpan().IndexOf("acTL"u8) >= 0} ");
        shown.Append(CultureInfo.InvariantCulture, $"{codec.Info.ColorSpace?.ToProfile()?.GetHashCode() is not null} ");
        for (var frame = 0; frame < Math.Max(1, codec.FrameCount); frame++)
        {
            using var bitmap = new SKBitmap();
            Assert.True(bitmap.TryAllocPixels(info, SKBitmapAllocFlags.ZeroPixels));
            Assert.Equal(SKCodecResult.Success, codec.GetPixels(info, bitmap.GetPixels(), new SKCodecOptions(frame)));
            var milliseconds = codec.FrameCount > 0 ? codec.FrameInfo[frame].Duration : 0;
            shown.Append(CultureInfo.InvariantCulture, $"{milliseconds} {Convert.ToHexString(bitmap.GetPixelSpan())} ");
        }

        return shown.ToString();
    }

    private static void Keep(int number, PlantedPicture picture, byte[] clean)
    {
        if (Folder is not null)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllBytes(Path.Combine(Folder, $"{number}-planted{picture.Ending}"), picture.Planted);
            File.WriteAllBytes(Path.Combine(Folder, $"{number}-clean{picture.Ending}"), clean);
        }
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value)
            ? value
            : usual;
}
