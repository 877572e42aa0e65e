namespace KapFunctions.Pictures.Cleaning;

/// <summary>A picture as what is kept of it, in order, and little that is written anew in between. Nothing is copied
/// before it is known that something has to go.</summary>
internal sealed class Pieces(ReadOnlyMemory<byte> picture)
{
    private readonly List<ReadOnlyMemory<byte>> pieces = [];

    // Where the last piece stands in the picture; empty where it does not stand there.
    private (int Start, int End) last;

    public int Length { get; private set; }

    public void Keep(int start, int end)
    {
        // Neighbours are one piece: a picture may have millions of parts.
        var begin = start > 0 && start == last.End ? last.Start : start;
        if (begin < start)
        {
            Length -= pieces[^1].Length;
            pieces.RemoveAt(pieces.Count - 1);
        }

        Add(picture[begin..end]);
        last = (begin, end);
    }

    /// <summary>Adds what does not stand in the picture as it is.</summary>
    public void Add(ReadOnlyMemory<byte> bytes)
    {
        pieces.Add(bytes);
        Length += bytes.Length;
        last = default;
    }

    /// <summary>Keeps a place for what only the rest of the picture tells.</summary>
    public int Reserve()
    {
        Add(default);
        return pieces.Count - 1;
    }

    public void Fill(int place, ReadOnlyMemory<byte> bytes)
    {
        pieces[place] = bytes;
        Length += bytes.Length;
    }

    /// <summary>The bytes; null where they are the picture's own, to the last.</summary>
    public byte[]? ToArrayUnlessSame()
    {
        if (IsSame())
        {
            return null;
        }

        var bytes = new byte[Length];
        var at = 0;
        foreach (var piece in pieces)
        {
            piece.CopyTo(bytes.AsMemory(at));
            at += piece.Length;
        }

        return bytes;
    }

    private bool IsSame()
    {
        if (Length != picture.Length)
        {
            return false;
        }

        var at = 0;
        foreach (var piece in pieces)
        {
            if (!picture.Span.Slice(at, piece.Length).SequenceEqual(piece.Span))
            {
                return false;
            }

            at += piece.Length;
        }

        return true;
    }
}
