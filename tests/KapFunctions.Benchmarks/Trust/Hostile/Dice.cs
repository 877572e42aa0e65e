using System.Text;

namespace KapFunctions.Benchmarks.Trust.Hostile;

/// <summary>Draws what generated inputs are made of; the same seed draws the same.</summary>
internal sealed class Dice(int seed)
{
    /// <summary>Signs that mean something in some language of ours.</summary>
    private const string Signs = "<>[](){}|*_`\"'\n#-:&!\\%~$^=+@;,./0 \t\r\u00ad\u200b\u202e\u0000é漢🙂";

    private readonly Random random = new(seed);

    public static Dice Of(int seed, int kind, int number) =>
        new(unchecked((((seed * 31) + kind) * 1_000_003) + number));

    public int Below(int bound) => random.Next(bound);

    public bool Often(int percent) => random.Next(100) < percent;

    public T Of<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    /// <summary>Between 1 and <paramref name="most"/>: each power of ten as often as the next.</summary>
    public int Size(int most) => (int)Math.Pow(most, random.NextDouble());

    public string Times(string piece, int mostCharacters)
    {
        var times = Size(Math.Max(1, mostCharacters / Math.Max(1, piece.Length)));
        return new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();
    }

    /// <summary>Pieces that carry their number, so that none repeats.</summary>
    public string Numbered(Func<int, string> piece, int most) =>
        string.Concat(Enumerable.Range(0, Size(most)).Select(piece));

    /// <summary>One inside the other, closed or left open.</summary>
    public string Nested(string open, string inside, string close, int most)
    {
        var depth = Size(most);
        var closed = Often(70) ? depth : Below(depth + 1);
        return new StringBuilder()
            .Insert(0, open, depth)
            .Append(inside)
            .Append(new StringBuilder().Insert(0, close, closed))
            .ToString();
    }

    public string Noise(int most)
    {
        var text = new StringBuilder();
        for (var left = Size(most); left > 0; left--)
        {
            text.Append(random.Next(4) == 0 ? Signs[random.Next(Signs.Length)] : (char)('a' + random.Next(26)));
        }

        return text.ToString();
    }

    /// <summary>Bytes changed, taken out, or doubled: what a broken upload or a fuzzer leaves.</summary>
    public byte[] Damaged(byte[] file)
    {
        var bytes = file.ToList();
        for (var left = Size(30); left > 0 && bytes.Count > 0; left--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(Size(64), bytes.Count - at);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                default:
                    bytes[at] = random.Next(2) == 0 ? (byte)0xFF : (byte)0;
                    break;
            }
        }

        return [.. bytes];
    }
}
