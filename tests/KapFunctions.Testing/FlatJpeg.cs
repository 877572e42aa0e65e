using System.Numerics;

namespace KapFunctions.Testing;

/// <summary>Photographs of one colour, of any size and with any number of channels: each block is its mean and nothing more.</summary>
internal static class FlatJpeg
{
    /// <summary>As printers want it, with Adobe's mark: red.</summary>
    public static byte[] Cmyk(int width, int height) => Make(width, height, [255, 0, 0, 255], [0xEE, .. Adobe]);

    /// <summary>As cameras make it: red.</summary>
    public static byte[] Red(int width, int height) => Make(width, height, [76, 85, 255], []);

    private static byte[] Adobe => [0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0];

    private static byte[] Make(int width, int height, byte[] color, byte[] marker)
    {
        var channels = Enumerable.Range(1, color.Length).Select(id => (byte)id).ToArray();
        var written = new List<byte> { 0xFF, 0xD8 };
        if (marker.Length > 0)
        {
            written.AddRange([0xFF, .. marker]);
        }

        // Steps of eight, so that a coefficient is a level.
        written.AddRange([0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)8, 64)]);
        written.AddRange([0xFF, 0xC0, 0, (byte)(8 + 3 * color.Length), 8]);
        written.AddRange([(byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, (byte)color.Length]);
        written.AddRange(channels.SelectMany(id => (byte[])[id, 0x11, 0]));
        // Nine sizes of means, each with a code of four bits; of all else only "nothing follows", with one of one bit.
        written.AddRange([0xFF, 0xC4, 0, 28, 0x00, 0, 0, 0, 9, .. new byte[12], 0, 1, 2, 3, 4, 5, 6, 7, 8]);
        written.AddRange([0xFF, 0xC4, 0, 20, 0x10, 1, .. new byte[15], 0]);
        written.AddRange([0xFF, 0xDA, 0, (byte)(6 + 2 * color.Length), (byte)color.Length]);
        written.AddRange(channels.SelectMany(id => (byte[])[id, 0x00]));
        written.AddRange([0, 63, 0]);
        WriteBlocks(written, (long)((width + 7) / 8) * ((height + 7) / 8), color);
        written.AddRange([0xFF, 0xD9]);
        return [.. written];
    }

    private static void WriteBlocks(List<byte> written, long blocks, byte[] color)
    {
        var (bits, count) = (0UL, 0);
        void Write(uint value, int length)
        {
            (bits, count) = ((bits << length) | value, count + length);
            for (; count >= 8; count -= 8)
            {
                var next = (byte)(bits >> (count - 8));
                written.Add(next);
                if (next == 0xFF)
                {
                    written.Add(0);
                }
            }
        }

        for (var block = 0L; block < blocks; block++)
        {
            foreach (var level in color)
            {
                var difference = block == 0 ? level - 128 : 0;
                var size = 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(difference));
                Write((uint)size, 4);
                Write((uint)(difference < 0 ? difference + (1 << size) - 1 : difference), size);
                Write(0, 1);
            }
        }

        Write(0x7F, 7);
    }
}
