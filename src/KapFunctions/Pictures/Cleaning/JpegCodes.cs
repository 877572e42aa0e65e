namespace KapFunctions.Pictures.Cleaning;

/// <summary>A table of Huffman codes: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex C.</summary>
internal sealed class JpegCodes
{
    public const int MaxLength = 16;

    private readonly int[] first = new int[MaxLength + 1];
    private readonly int[] start = new int[MaxLength + 1];
    private readonly byte[] counts;
    private readonly byte[] symbols;

    public JpegCodes(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        (this.counts, this.symbols) = ([0, .. counts], symbols.ToArray());
        var (code, at) = (0, 0);
        for (var length = 1; length <= MaxLength; length++)
        {
            (first[length], start[length]) = (code, at);
            code = code + this.counts[length] << 1;
            at += this.counts[length];
        }
    }

    /// <summary>The symbol of a code; negative where none is so.</summary>
    public int Find(int code, int length)
    {
        var number = code - first[length];
        return number >= 0 && number < counts[length] ? symbols[start[length] + number] : -1;
    }
}

/// <summary>The tables that scans choose from.</summary>
internal sealed class JpegTables
{
    private const int Places = 4;

    private readonly JpegCodes?[] tables = new JpegCodes?[2 * Places];

    public JpegCodes? Dc(int place) => place < Places ? tables[place] : null;

    public JpegCodes? Ac(int place) => place < Places ? tables[Places + place] : null;

    public bool Read(ReadOnlySpan<byte> body)
    {
        while (body.Length > JpegCodes.MaxLength)
        {
            var (kind, place, symbols) = (body[0] >> 4, body[0] & 15, 0);
            var counts = body.Slice(1, JpegCodes.MaxLength);
            foreach (var count in counts)
            {
                symbols += count;
            }

            body = body[(1 + JpegCodes.MaxLength)..];
            if (kind > 1 || place >= Places || symbols > body.Length)
            {
                return false;
            }

            tables[kind * Places + place] = new(counts, body[..symbols]);
            body = body[symbols..];
        }

        return body.IsEmpty;
    }
}
