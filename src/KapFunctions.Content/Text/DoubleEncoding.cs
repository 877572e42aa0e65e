using System.Buffers;
using System.Text;

namespace KapFunctions.Content.Text;

/// <summary>Text whose UTF-8 somebody read as Windows-1252 and saved again: <c>Ã¼</c> for ü, <c>â€™</c> for ’.</summary>
internal static class DoubleEncoding
{
    /// <summary>What Windows-1252 has in the places 0x80 to 0x9F: https://encoding.spec.whatwg.org/index-windows-1252.txt</summary>
    private const string Upper =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private static readonly SearchValues<char> Leads = SearchValues.Create("ÂÃÄÅÎÏÐÑâð");

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The first such word, and as it should be; null for none.</summary>
    public static (string Wrong, string Right)? Find(string text)
    {
        for (var at = text.AsSpan().IndexOfAny(Leads); at >= 0; )
        {
            if (IsDouble(text.AsSpan(at)))
            {
                var (start, end) = (at, at);
                while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
                {
                    start--;
                }
                while (end < text.Length && text[end] is not (' ' or '\n' or '\t'))
                {
                    end++;
                }
                return (text[start..end], Mend(text[start..end]));
            }
            var next = text.AsSpan(at + 1).IndexOfAny(Leads);
            at = next < 0 ? -1 : at + 1 + next;
        }
        return null;
    }

    public static string Mend(string text)
    {
        var mended = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; )
        {
            var length = LengthAt(text.AsSpan(i));
            if (length == 0)
            {
                mended.Append(text[i++]);
                continue;
            }
            mended.Append(Strict.GetString([.. text.Substring(i, length).Select(c => (byte)ByteOf(c))]));
            i += length;
        }
        return mended.ToString();
    }

    /// <summary>A capital letter before a quotation mark or a dash may stand there in earnest (<c>“AMANHÃ”</c>).</summary>
    private static bool IsDouble(ReadOnlySpan<char> text) =>
        LengthAt(text) switch
        {
            0 => false,
            2 => text[1] is not ('‘' or '’' or '“' or '”' or '„' or '‚' or '–' or '—' or '…' or '•')
                && (text[1] != '\u00A0' || text[0] == 'Â'),
            _ => true,
        };

    /// <summary>How many characters are the bytes of one character; 0 for none.</summary>
    private static int LengthAt(ReadOnlySpan<char> text)
    {
        var length = text[0] switch
        {
            >= '\u00C2' and <= '\u00DF' => 2,
            >= '\u00E0' and <= '\u00EF' => 3,
            >= '\u00F0' and <= '\u00F4' => 4,
            _ => 0,
        };
        if (length == 0 || length > text.Length)
        {
            return 0;
        }
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < length; i++)
        {
            if (ByteOf(text[i]) is not (>= 0 and var value) || (i > 0 && value is < 0x80 or > 0xBF))
            {
                return 0;
            }
            bytes[i] = (byte)value;
        }
        return Rune.DecodeFromUtf8(bytes[..length], out _, out var used) == OperationStatus.Done && used == length
            ? length
            : 0;
    }

    /// <summary>-1 where Windows-1252 has no such character.</summary>
    private static int ByteOf(char c) =>
        c <= '\u00FF' && c is not (>= '\u0080' and <= '\u009F') ? c
        : Upper.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? 0x80 + at
        : -1;
}
