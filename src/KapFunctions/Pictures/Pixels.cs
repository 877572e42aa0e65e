using System.Runtime.InteropServices;
using SkiaSharp;

namespace KapFunctions.Pictures;

/// <summary>Decoded pixels of four bytes, which are made fewer where they lie: a second picture beside them, or a chain
/// of ever smaller ones, would take as much memory again.</summary>
internal sealed class Pixels : IDisposable
{
    private const int PixelBytes = 4;

    private SKImageInfo info;
    private nint address;

    public Pixels(SKImageInfo info)
    {
        (this.info, Covered) = (info, info.Size);
        address = Marshal.AllocHGlobal((nint)info.BytesSize64);
        using var map = Map();
        map.GetPixelSpan().Clear();
    }

    /// <summary>What the picture covers of them: the last row and column may stand for less than the others.</summary>
    public SKSize Covered { get; private set; }

    public SKPixmap Map() => new(info, address);

    /// <summary>Makes one pixel of so many across and down, their mean, and gives back the memory of the
    /// others.</summary>
    public void Average(int times)
    {
        if (times < 2)
        {
            return;
        }

        var smaller = info.WithSize(Parts(info.Width, times), Parts(info.Height, times));
        using (var map = Map())
        {
            Average(map.GetPixelSpan(), info.Width * PixelBytes, smaller.Width * PixelBytes, times);
        }

        info = smaller;
        Covered = new(Covered.Width / times, Covered.Height / times);
        address = Marshal.ReAllocHGlobal(address, (nint)info.BytesSize64);
    }

    public void Dispose()
    {
        Marshal.FreeHGlobal(address);
        address = 0;
    }

    // No row is written before it was read, as rows get fewer and shorter.
    private static void Average(Span<byte> pixels, int rowBytes, int smallerBytes, int times)
    {
        var sums = new int[smallerBytes];
        var rows = pixels.Length / rowBytes;
        for (var (row, to) = (0, 0); row < rows; to += smallerBytes)
        {
            Array.Clear(sums);
            var first = row;
            for (; row < Math.Min(rows, first + times); row++)
            {
                Add(pixels.Slice(row * rowBytes, rowBytes), sums, times);
            }

            Divide(sums, pixels.Slice(to, smallerBytes), row - first, rowBytes / PixelBytes, times);
        }
    }

    private static void Add(ReadOnlySpan<byte> row, int[] sums, int times)
    {
        for (var (at, to) = (0, 0); to < sums.Length; to += PixelBytes)
        {
            for (var end = Math.Min(at + PixelBytes * times, row.Length); at < end; at += PixelBytes)
            {
                sums[to] += row[at];
                sums[to + 1] += row[at + 1];
                sums[to + 2] += row[at + 2];
                sums[to + 3] += row[at + 3];
            }
        }
    }

    private static void Divide(int[] sums, Span<byte> smaller, int rows, int width, int times)
    {
        for (var at = 0; at < sums.Length; at++)
        {
            var count = rows * Math.Min(times, width - at / PixelBytes * times);
            smaller[at] = (byte)((sums[at] + count / 2) / count);
        }
    }

    private static int Parts(int whole, int times) => (whole + times - 1) / times;
}
