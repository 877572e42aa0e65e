namespace KapFunctions.Pictures.Cleaning;

/// <summary>The bits of a JPEG's coded data; all 0 past their end, or where no code fits.</summary>
internal ref struct JpegBits(ReadOnlySpan<byte> bytes, int at)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int current;
    private int left;

    /// <summary>Behind the last byte of which a bit was read.</summary>
    public int At { get; private set; } = at;

    public bool IsBroken { get; private set; }

    public int Read(int count)
    {
        var value = 0;
        for (; count > 0; count--)
        {
            if (left == 0)
            {
                Fill();
            }

            value = value << 1 | current >> --left & 1;
        }

        return value;
    }

    public int Read(JpegCodes codes)
    {
        var code = 0;
        for (var length = 1; length <= JpegCodes.MaxLength; length++)
        {
            code = code << 1 | Read(1);
            if (codes.Find(code, length) is >= 0 and var symbol)
            {
                return symbol;
            }
        }

        IsBroken = true;
        return 0;
    }

    // The next byte; 0xFF is followed by a 0, before which it may be repeated.
    private void Fill()
    {
        (current, left) = (0, 8);
        var end = At;
        while (end < bytes.Length && bytes[end] == 0xFF)
        {
            end++;
        }

        if (end == bytes.Length || (end > At && bytes[end] != 0))
        {
            IsBroken = true;
            return;
        }

        current = end > At ? 0xFF : bytes[end];
        At = end + 1;
    }
}
