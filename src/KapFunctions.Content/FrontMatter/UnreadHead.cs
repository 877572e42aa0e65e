using System.Text;

namespace KapFunctions.Content.FrontMatter;

/// <summary>A head that nobody could read may still say, on a line of it, that the file is not public. Its bytes are looked at
/// as they are: another encoding leaves the letters of a switch in their places.</summary>
internal static class UnreadHead
{
    /// <summary>Lines that are no key and no part of one; behind more of them the head is over.</summary>
    private const int MaxOther = 5;

    public static bool Hides(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, 2 * FrontMatterSplitter.MaxLength)];
        var text = (start.IndexOf((byte)0) >= 0 ? Encoding.Latin1 : Encoding.UTF8)
            .GetString(start)
            .Replace("\0", "", StringComparison.Ordinal)
            .ReplaceLineEndings("\n");
        var (other, keys) = (0, 0);
        foreach (var line in text.Split('\n'))
        {
            if (Says(line))
            {
                return true;
            }
            keys += HeadLine.Read(line) is { IsKeyed: true } ? 1 : 0;
            other += IsOfHead(line) ? 0 : 1;
            if ((keys > 0 && line.Trim() is ("---" or "+++")) || other > MaxOther)
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>A head on one line, as in JSON, is looked at piece by piece.</summary>
    private static bool Says(string line) =>
        HeadLine.Read(line) is { Hides: true }
        || HeadLine.GluedOn(line) is not null
        || (
            line.AsSpan().TrimStart() is ['{', ..] or ['-', ..] or ['+', ..]
            && line.Split(',', '{', '}').Any(piece => HeadLine.Read(piece) is { IsKeyed: true, Hides: true })
        );

    private static bool IsOfHead(string line) =>
        string.IsNullOrWhiteSpace(line)
        || line[0] is ' ' or '\t' or '-' or '#' or ']' or '}' or '{'
        || MisplacedHead.IsFence(line)
        || HeadLine.Read(line) is { IsKeyed: true };
}
