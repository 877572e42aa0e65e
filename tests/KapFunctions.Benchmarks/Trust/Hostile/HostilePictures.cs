using System.Buffers.Binary;
using KapFunctions.Testing;

namespace KapFunctions.Benchmarks.Trust.Hostile;

/// <summary>Pictures whose header claims more than they are, which hold many frames, or which broke on their way.</summary>
internal static class HostilePictures
{
    private const int MostFrames = 20_000;
    private const int MostPixels = 4_000;

    public static (string Name, byte[] Bytes) Make(Dice dice)
    {
        var side = dice.Size(MostPixels);
        var (ending, bytes) = dice.Below(9) switch
        {
            0 => ("png", TestPicture.PngThatClaims(dice.Size(int.MaxValue), dice.Size(int.MaxValue))),
            1 => ("jpg", Claiming(TestPicture.Jpeg(64, 64), dice)),
            2 => ("webp", TestPicture.AnimatedWebp(dice.Size(400), dice.Size(400))),
            3 => ("gif", ManyFrames(dice)),
            4 => ("jpg", TestPicture.SidewaysJpeg(side, dice.Size(MostPixels))),
            5 => ("png", TestPicture.Png(side, dice.Size(MostPixels))),
            6 => ("jpg", TestPicture.Jpeg(side, dice.Size(MostPixels))),
            7 => ("webp", ManyWebpFrames(dice)),
            _ => (
                "svg",
                System.Text.Encoding.UTF8.GetBytes(
                    "<svg xmlns='http://www.w3.org/2000/svg'>" + dice.Nested("<g>", dice.Noise(1_000), "</g>", 50_000)
                )
            ),
        };
        return (
            dice.Often(10) ? dice.Of(["png", "jpg", "gif", "webp"]) : ending,
            dice.Often(40) ? dice.Damaged(bytes) : bytes
        );
    }

    /// <summary>The start of frame says how large a JPEG is: height and width, two bytes each.</summary>
    private static byte[] Claiming(byte[] jpeg, Dice dice)
    {
        var at = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        if (at >= 0)
        {
            BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(at + 5), (ushort)dice.Size(ushort.MaxValue));
            BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(at + 7), (ushort)dice.Size(ushort.MaxValue));
        }

        return jpeg;
    }

    private static byte[] ManyFrames(Dice dice)
    {
        var gif = TestPicture.AnimatedGif();
        BinaryPrimitives.WriteUInt16LittleEndian(gif.AsSpan(6), (ushort)dice.Size(ushort.MaxValue));
        BinaryPrimitives.WriteUInt16LittleEndian(gif.AsSpan(8), (ushort)dice.Size(ushort.MaxValue));
        byte[] frame = [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
        return [.. gif[..^1], .. Enumerable.Repeat(frame, dice.Size(MostFrames)).SelectMany(bytes => bytes), 0x3B];
    }

    private static byte[] ManyWebpFrames(Dice dice)
    {
        var two = TestPicture.AnimatedWebp(dice.Size(2_000), dice.Size(2_000));
        var first = two.AsSpan().IndexOf("ANMF"u8);
        var frame = two[first..(first + (two.Length - first) / 2)];
        byte[] many =
        [
            .. two[..first],
            .. Enumerable.Repeat(frame, dice.Size(MostFrames / 10)).SelectMany(bytes => bytes),
        ];
        BinaryPrimitives.WriteInt32LittleEndian(many.AsSpan(4), many.Length - 8);
        return many;
    }
}
