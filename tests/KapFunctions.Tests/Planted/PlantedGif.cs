namespace KapFunctions.Tests.Planted;

/// <summary>GIF pictures with extensions of every kind, between frames too.</summary>
internal static class PlantedGif
{
    private const int ClearCode = 4;
    private const int EndCode = 5;
    private const int Side = 8;

    /// <summary>A picture, and the same with what nobody may see.</summary>
    public static (byte[] Plain, byte[] Planted) Make(Planter planter)
    {
        var random = planter.Random;
        byte[] colors = [.. Enumerable.Range(0, 12).Select(_ => (byte)random.Next(256))];
        var parts = new List<byte[]> { Blocks(0xFF, [.. "NETSCAPE2.0"u8], [1, 0, 0]) };
        for (var frame = random.Next(1, 4); frame > 0; frame--)
        {
            parts.Add(Blocks(0xF9, [(byte)(random.Next(2) << 2), 10, 0, 0]));
            parts.Add(Frame(random));
        }

        return (
            [.. Head(), .. parts.SelectMany(part => part), 0x3B],
            [.. Head(), .. Planted(), 0x3B, .. planter.Text("behind-the-end")]
        );

        byte[] Head() => [.. "GIF89a"u8, Side, 0, Side, 0, 0x91, 0, 0, .. colors];

        IEnumerable<byte> Planted() => parts.SelectMany(part => (byte[])[.. Draw(planter), .. part, .. Draw(planter)]);
    }

    private static byte[] Draw(Planter planter) =>
        planter.Random.Next(6) switch
        {
            0 => Blocks(0xFE, planter.Text("comment"), planter.Text("comment")),
            1 => Blocks(0xFF, [.. "XMP DataXMP"u8], planter.Text("xmp")),
            2 => Blocks(0xFF, [.. "PLANTED 1.0"u8], planter.Text("application")),
            3 => Blocks(0xFF, [.. "NETSCAPE2.0"u8], [1, 0, 0], planter.Text("loop")),
            4 => Blocks(0x99, planter.Text("unknown")),
            _ => [],
        };

    private static byte[] Blocks(byte label, params byte[][] blocks) =>
        [0x21, label, .. blocks.SelectMany(block => (byte[])[(byte)block.Length, .. block]), 0];

    /// <summary>Pixels without compression: codes of three bits, cleared before they would grow.</summary>
    private static byte[] Frame(Random random)
    {
        var (bits, count) = (new List<bool>(), 0);
        for (var pixel = 0; pixel < Side * Side; pixel++)
        {
            if (count++ % 2 == 0)
            {
                Write(ClearCode);
            }

            Write(random.Next(4));
        }

        Write(EndCode);
        byte[] data = [.. bits.Chunk(8).Select(chunk => (byte)chunk.Select((bit, at) => bit ? 1 << at : 0).Sum())];
        return [0x2C, 0, 0, 0, 0, Side, 0, Side, 0, 0, 2, (byte)data.Length, .. data, 0];

        void Write(int code) => bits.AddRange(Enumerable.Range(0, 3).Select(bit => (code >> bit & 1) == 1));
    }
}
