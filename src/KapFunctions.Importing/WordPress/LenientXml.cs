using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.WordPress;

/// <summary>WordPress and its plug-ins leave ampersands and the end of a CDATA section bare, and control characters in the text.
/// WordPress's own importer forgives that, since it looks for tags and not for XML. Lines stay where they are.</summary>
internal sealed partial class LenientXml(StreamReader source) : TextReader
{
    private const string Begin = "<![CDATA[";
    private const string End = "]]>";

    /// <summary>Of the signs that are looked for: none may be cut in two.</summary>
    private const int MaxSign = 12;

    /// <summary>What XML allows nowhere, not even in data: https://www.w3.org/TR/xml/#charsets.</summary>
    private const string Forbidden =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015"
        + "\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF";

    private static readonly SearchValues<char> NotForData = SearchValues.Create("]" + Forbidden);
    private static readonly SearchValues<char> NotForText = SearchValues.Create("<&]" + Forbidden);

    private readonly char[] window = new char[64 * 1024];
    private readonly StringBuilder ready = new();
    private int filled;
    private int given;
    private bool isData;

    /// <summary>In the encoding that the first line names; without one, or with UTF-8, what is no UTF-8 is Latin-1.</summary>
    public static LenientXml Open(Stream stream)
    {
        Span<byte> head = stackalloc byte[200];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var named = EncodingName().Match(Encoding.Latin1.GetString(head[..read])).Groups["name"].Value;
        var known = Encoding
            .GetEncodings()
            .FirstOrDefault(one => one.Name.Equals(named, StringComparison.OrdinalIgnoreCase));
        return new(
            new StreamReader(
                stream,
                known is null or { CodePage: 65001 } ? Latin1Fallback.Utf8OrLatin1 : known.GetEncoding(),
                detectEncodingFromByteOrderMarks: true
            )
        );
    }

    public override int Peek() => Fill() ? ready[given] : -1;

    public override int Read() => Fill() ? ready[given++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        if (!Fill())
        {
            return 0;
        }
        var some = Math.Min(count, ready.Length - given);
        ready.CopyTo(given, buffer, index, some);
        given += some;
        return some;
    }

    protected override void Dispose(bool disposing)
    {
        source.Dispose();
        base.Dispose(disposing);
    }

    private bool Fill()
    {
        while (given == ready.Length)
        {
            ready.Clear();
            given = 0;
            var read = source.ReadBlock(window, filled, window.Length - filled);
            filled += read;
            if (filled == 0)
            {
                return false;
            }
            var taken = Mend(window.AsSpan(0, filled), isEnd: read == 0);
            window.AsSpan(taken, filled - taken).CopyTo(window);
            filled -= taken;
        }
        return true;
    }

    /// <summary>Returns how much of the text was taken.</summary>
    private int Mend(ReadOnlySpan<char> text, bool isEnd)
    {
        var at = 0;
        while (at < text.Length && (isEnd || text.Length - at > MaxSign))
        {
            var rest = text[at..];
            var plain = rest.IndexOfAny(isData ? NotForData : NotForText);
            plain = plain < 0 ? rest.Length : plain;
            if (plain > 0)
            {
                ready.Append(rest[..plain]);
                at += plain;
                continue;
            }
            var (length, written) = Sign(rest);
            ready.Append(written ?? rest[..length]);
            at += length;
        }
        return at;
    }

    /// <summary>How long the sign is at the text's beginning, and what is to stand for it; null: itself.</summary>
    private (int Length, string? Written) Sign(ReadOnlySpan<char> text)
    {
        if (text.StartsWith(End))
        {
            (var wasData, isData) = (isData, false);
            return (End.Length, wasData ? null : "]]&gt;");
        }
        if (text.StartsWith(Begin))
        {
            isData = true;
            return (Begin.Length, null);
        }
        if (Forbidden.Contains(text[0], StringComparison.Ordinal))
        {
            return (1, "");
        }
        return text[0] == '&' && !Entity().IsMatch(text[..Math.Min(text.Length, MaxSign)]) ? (1, "&amp;") : (1, null);
    }

    [GeneratedRegex(
        "^&(#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Entity();

    [GeneratedRegex(@"^\W*<\?xml[^>]*\bencoding=[""'](?<name>[\w-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex EncodingName();
}
