using System.Buffers.Binary;

namespace KapFunctions.Pictures.Formats;

/// <summary>Blocks of 8 × 8: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.2 and A.2.</summary>
internal sealed class JpegFrame
{
    /// <summary>Most blocks that are read of all scans together: a few bytes may claim many empty ones. Some
    /// photographs of 100 million pixels have 25 million.</summary>
    public const long MaxBlockReads = 1 << 25;

    // The most, about 170 million pixels: each takes 8 bytes while a progressive picture is read.
    private const int MaxBlocks = 1 << 23;

    private readonly int wide;
    private readonly int high;

    private JpegFrame(int width, int height, JpegComponent[] components)
    {
        (Width, Height, Components) = (width, height, components);
        (wide, high) = (components.Max(one => one.Wide), components.Max(one => one.High));
    }

    public int Width { get; }

    public int Height { get; }

    public JpegComponent[] Components { get; }

    public bool IsProgressive => Components[0].Known is not null;

    public long Blocks { get; private set; }

    /// <summary>The frame that a segment tells of; null where it is broken, or too large to be read.</summary>
    public static JpegFrame? Read(ReadOnlySpan<byte> body, bool isProgressive)
    {
        if (body.Length < 6 || body.Length != 6 + 3 * body[5] || body[5] is 0 or > 4)
        {
            return null;
        }

        var components = new JpegComponent[body[5]];
        for (var i = 0; i < components.Length; i++)
        {
            var (id, sampling) = (body[6 + 3 * i], body[7 + 3 * i]);
            components[i] = new(id, sampling >> 4, sampling & 15);
            if (components[i] is { Wide: < 1 or > 4 } or { High: < 1 or > 4 })
            {
                return null;
            }
        }

        var height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
        var frame = new JpegFrame(width, height, components);
        return width > 0 && height > 0 && frame.Lay(isProgressive) ? frame : null;
    }

    /// <summary>The units of a scan: of all components together, or of one alone.</summary>
    public (int Wide, int High) UnitsOf(JpegComponent? alone) =>
        alone is null
            ? (Part(Width, 8 * wide), Part(Height, 8 * high))
            : (Part(Part(Width * alone.Wide, wide), 8), Part(Part(Height * alone.High, high), 8));

    private bool Lay(bool isProgressive)
    {
        var (unitsWide, unitsHigh) = UnitsOf(null);
        Blocks = Components.Sum(one => (long)unitsWide * one.Wide * unitsHigh * one.High);
        if (Blocks > MaxBlocks)
        {
            return false;
        }

        foreach (var one in Components)
        {
            one.BlocksWide = unitsWide * one.Wide;
            one.Known = isProgressive ? new ulong[one.BlocksWide * unitsHigh * one.High] : null;
        }

        return true;
    }

    private static int Part(int whole, int parts) => (whole + parts - 1) / parts;
}

/// <summary>Brightness or a colour: how many of its blocks, across and down, are in a unit.</summary>
internal sealed record JpegComponent(byte Id, int Wide, int High)
{
    public int BlocksWide { get; set; }

    /// <summary>Bits of the coefficients that are not 0 so far; null where one scan tells them all.</summary>
    public ulong[]? Known { get; set; }
}
