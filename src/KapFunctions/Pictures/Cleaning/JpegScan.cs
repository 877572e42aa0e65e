using KapFunctions.Pictures.Formats;

namespace KapFunctions.Pictures.Cleaning;

/// <summary>What coded data tell of: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.3. <c>First</c> and <c>Last</c>
/// are coefficients of each block; those that are refined were told of before, less exactly.</summary>
internal sealed record JpegScan(JpegPart[] Parts, int First, int Last, bool IsRefined)
{
    public int UnitsWide { get; private init; }

    public int Units { get; private init; }

    public long Blocks =>
        Parts.Length == 1 ? Units : (long)Units * Parts.Sum(part => part.Component.Wide * part.Component.High);

    /// <summary>Blocks that have no more coefficients, of which one code told.</summary>
    public int EmptyBlocks { get; set; }

    public static JpegScan? Read(ReadOnlySpan<byte> header, JpegFrame? frame, JpegTables tables)
    {
        if (frame is null || header.Length < 6 || header.Length != 4 + 2 * header[0] || header[0] > 4)
        {
            return null;
        }

        var parts = new JpegPart[header[0]];
        for (var i = 0; i < parts.Length; i++)
        {
            var (id, codes) = (header[1 + 2 * i], header[2 + 2 * i]);
            if (Array.Find(frame.Components, one => one.Id == id) is not { } component)
            {
                return null;
            }

            parts[i] = new(component, tables.Dc(codes >> 4), tables.Ac(codes & 15));
        }

        var units = frame.UnitsOf(parts.Length == 1 ? parts[0].Component : null);
        var scan = new JpegScan(parts, header[^3], header[^2], header[^1] >> 4 > 0)
        {
            UnitsWide = units.Wide,
            Units = units.Wide * units.High,
        };
        return scan.IsSound(frame.IsProgressive) ? scan : null;
    }

    private bool IsSound(bool isProgressive)
    {
        if (!isProgressive)
        {
            return Array.TrueForAll(Parts, part => part is { Dc: not null, Ac: not null });
        }

        return First == 0
            ? Last == 0 && (IsRefined || Array.TrueForAll(Parts, part => part.Dc is not null))
            : First <= Last && Last < 64 && Parts is [{ Ac: not null }];
    }
}

/// <summary>A component of a scan, with the codes of its first coefficient and of the others.</summary>
internal readonly record struct JpegPart(JpegComponent Component, JpegCodes? Dc, JpegCodes? Ac);
