namespace KapFunctions.Pictures.Cleaning;

/// <summary>Keeps of a GIF its pictures, how long each is seen, how often all of them are, and a colour profile.
/// Comments, texts and what other programs left go, and so does what follows the end.</summary>
internal static class GifCleaner
{
    private const int HeaderBytes = 13;
    private const int DescriptorBytes = 10;
    private const byte Picture = 0x2C;
    private const byte Extension = 0x21;
    private const byte Trailer = 0x3B;
    private const byte Control = 0xF9;
    private const byte Application = 0xFF;

    // Bytes that name an application.
    private const int NameBytes = 11;

    public static Pieces? Clean(ReadOnlyMemory<byte> picture)
    {
        var bytes = picture.Span;
        var kept = new Pieces(picture);
        var at = HeaderBytes + (bytes.Length < HeaderBytes ? 0 : TableBytes(bytes[10]));
        if (at > bytes.Length)
        {
            return null;
        }

        kept.Keep(0, at);
        var hasPixels = false;
        while (at < bytes.Length && bytes[at] != Trailer)
        {
            var end = bytes[at] switch
            {
                Picture => EndOfPicture(bytes, at),
                Extension => EndOfBlocks(bytes, at + 2),
                _ => -1,
            };
            if (end < 0)
            {
                return null;
            }

            if (bytes[at] == Picture)
            {
                hasPixels = true;
                kept.Keep(at, end);
            }
            else
            {
                KeepExtension(kept, picture, at, end);
            }

            at = end;
        }

        // Some writers leave the end out, and everybody shows the picture all the same.
        kept.Add(new[] { Trailer });
        return hasPixels ? kept : null;
    }

    // Bytes of the table of colours that a byte of flags tells of.
    private static int TableBytes(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static int EndOfPicture(ReadOnlySpan<byte> bytes, int at) =>
        at + DescriptorBytes > bytes.Length
            ? -1
            : EndOfBlocks(bytes, at + DescriptorBytes + TableBytes(bytes[at + DescriptorBytes - 1]) + 1);

    // Each block has its length before it, the last is empty. Negative where the file ends first.
    private static int EndOfBlocks(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length)
        {
            if (bytes[at] == 0)
            {
                return at + 1;
            }

            at += bytes[at] + 1;
        }

        return -1;
    }

    private static void KeepExtension(Pieces kept, ReadOnlyMemory<byte> picture, int at, int end)
    {
        var extension = picture.Span[at..end];
        if (extension[1] == Control && extension[2] == 4 && extension.Length == 8)
        {
            kept.Keep(at, end);
        }
        else if (extension[1] == Application && extension[2] == NameBytes)
        {
            KeepApplication(kept, picture, at, end);
        }
    }

    private static void KeepApplication(Pieces kept, ReadOnlyMemory<byte> picture, int at, int end)
    {
        var first = at + 3 + NameBytes;
        var name = picture.Span[(at + 3)..first];
        if (name.SequenceEqual("ICCRGBG1012"u8))
        {
            kept.Keep(at, end);
        }
        else if (name.SequenceEqual("NETSCAPE2.0"u8) || name.SequenceEqual("ANIMEXTS1.0"u8))
        {
            // How often it is seen: a block of three bytes, the first of them 1.
            var loop = picture.Span[first..end];
            if (loop.Length > 4 && loop[0] == 3 && loop[1] == 1)
            {
                kept.Keep(at, first + 4);
                kept.Add(new byte[1]);
            }
        }
    }
}
