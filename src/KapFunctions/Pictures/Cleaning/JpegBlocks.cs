using System.Buffers.Binary;
using KapFunctions.Pictures.Formats;

namespace KapFunctions.Pictures.Cleaning;

/// <summary>Reads the coded data of a JPEG block by block, without decoding what they show, to tell where the last one
/// ends: text can hide between that and the next marker. https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annexes F and
/// G.</summary>
internal sealed class JpegBlocks
{
    private readonly JpegTables tables = new();
    private JpegFrame? frame;
    private int restart;
    private long reads;

    /// <summary>Takes from a segment what scans are read by; false where it is broken.</summary>
    public bool Read(byte marker, ReadOnlySpan<byte> body)
    {
        switch (marker)
        {
            case 0xC0 or 0xC1 or 0xC2:
                // One with a second frame is of a kind that no browser shows.
                var isFirst = frame is null;
                frame = JpegFrame.Read(body, isProgressive: marker == 0xC2);
                return isFirst && frame is not null;
            case 0xC4:
                return tables.Read(body);
            case 0xDD:
                restart = BinaryPrimitives.ReadUInt16BigEndian(body);
                return true;
            default:
                return true;
        }
    }

    /// <summary>Keeps what blocks and restart markers take of the data from <paramref name="at"/> on; false where they
    /// are broken.</summary>
    public bool Keep(Pieces kept, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> header, int at)
    {
        if (JpegScan.Read(header, frame, tables) is not { } scan || (reads += scan.Blocks) > JpegFrame.MaxBlockReads)
        {
            return false;
        }

        for (var (done, number) = (0, 0); ; number++)
        {
            var bits = new JpegBits(bytes, at);
            var until = restart == 0 ? scan.Units : Math.Min(scan.Units, done + restart);
            scan.EmptyBlocks = 0;
            for (; done < until && !bits.IsBroken; done++)
            {
                ReadUnit(ref bits, scan, done);
            }

            if (bits.IsBroken)
            {
                return false;
            }

            kept.Keep(at, bits.At);
            if (done == scan.Units)
            {
                return true;
            }

            at = JpegMarkers.Find(bytes, bits.At);
            if (at < 0 || bytes[at + 1] != 0xD0 + number % 8)
            {
                return false;
            }

            kept.Keep(at, at + 2);
            at += 2;
        }
    }

    // The blocks of one unit: one alone, or of each component as many as it is sampled finer.
    private static void ReadUnit(ref JpegBits bits, JpegScan scan, int unit)
    {
        var (row, column) = Math.DivRem(unit, scan.UnitsWide);
        foreach (var part in scan.Parts)
        {
            var (component, known) = (part.Component, part.Component.Known);
            var (wide, high) = scan.Parts.Length == 1 ? (1, 1) : (component.Wide, component.High);
            for (var i = 0; i < wide * high; i++)
            {
                if (known is null)
                {
                    ReadSequential(ref bits, part);
                    continue;
                }

                var at = (row * high + i / wide) * component.BlocksWide + column * wide + i % wide;
                ReadProgressive(ref bits, scan, part, ref known[at]);
            }
        }
    }

    private static void ReadSequential(ref JpegBits bits, JpegPart part)
    {
        bits.Read(bits.Read(part.Dc!));
        for (var k = 1; k < 64; )
        {
            var (run, size) = Math.DivRem(bits.Read(part.Ac!), 16);
            if (size == 0 && run < 15)
            {
                return;
            }

            bits.Read(size);
            k += run + 1;
        }
    }

    private static void ReadProgressive(ref JpegBits bits, JpegScan scan, JpegPart part, ref ulong known)
    {
        if (scan.First == 0)
        {
            bits.Read(scan.IsRefined ? 1 : bits.Read(part.Dc!));
            return;
        }

        var k = scan.First;
        while (scan.EmptyBlocks == 0 && k <= scan.Last)
        {
            var (run, size) = Math.DivRem(bits.Read(part.Ac!), 16);
            if (size == 0 && run < 15)
            {
                scan.EmptyBlocks = (1 << run) + bits.Read(run);
                break;
            }

            bits.Read(size);
            k = SkipZeros(ref bits, scan, known, k, run);
            if (size > 0 && k <= scan.Last)
            {
                known |= 1UL << k;
            }

            k++;
        }

        if (scan.EmptyBlocks > 0)
        {
            SkipZeros(ref bits, scan, known, k, int.MaxValue);
            scan.EmptyBlocks--;
        }
    }

    // Where so many zeros end; each coefficient among them that an earlier scan told of has a bit more.
    private static int SkipZeros(ref JpegBits bits, JpegScan scan, ulong known, int k, int zeros)
    {
        for (; k <= scan.Last; k++)
        {
            if (scan.IsRefined && (known >> k & 1) != 0)
            {
                bits.Read(1);
            }
            else if (zeros-- == 0)
            {
                return k;
            }
        }

        return k;
    }
}
