using System.Buffers;
using System.Globalization;
using System.Text;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Sources;

/// <summary>Decodes a file: strict UTF-8, or UTF-16 with its mark; line feeds only, no control characters.</summary>
internal static class SourceText
{
    private static readonly UTF8Encoding StrictUtf8 = new(true, throwOnInvalidBytes: true);

    private static readonly Encoding[] Marked =
    [
        StrictUtf8,
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly SearchValues<char> ControlCharacters = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n')),
    ]);

    /// <summary>Null with a problem.</summary>
    public static string? Decode(SourceFile source, int maxBytes, ProblemLog problems)
    {
        var bytes = source.Bytes.Span;
        if (bytes.Length > maxBytes)
        {
            problems.Add(
                ProblemCatalog.SourceTooLarge,
                Position.Start,
                Number(source.Size ?? bytes.Length),
                Number(maxBytes)
            );
            return null;
        }
        var (encoding, mark) = EncodingOf(bytes);
        return Decode(bytes[mark..], encoding, problems) is { } text ? Clean(text, problems) : null;
    }

    /// <summary>The encoding, and how many bytes its mark has.</summary>
    private static (Encoding Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var marked in Marked)
        {
            if (bytes.StartsWith(marked.Preamble))
            {
                return (marked, marked.Preamble.Length);
            }
        }
        return (StrictUtf8, 0);
    }

    private static string? Decode(ReadOnlySpan<byte> bytes, Encoding encoding, ProblemLog problems)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            var before = bytes[..Math.Clamp(wrong.Index, 0, bytes.Length)];
            var line = before.Count((byte)'\n') + 1;
            var column = before.Length - before.LastIndexOf((byte)'\n');
            problems.Add(
                ProblemCatalog.SourceNotUtf8,
                new(line, column),
                $"a byte at position {Number(wrong.Index)} belongs to no character"
            );
            return null;
        }
    }

    private static string? Clean(string text, ProblemLog problems)
    {
        var lines = text.Contains('\r') ? text.ReplaceLineEndings("\n") : text;
        var first = lines.AsSpan().IndexOfAny(ControlCharacters);
        if (first >= 0)
        {
            problems.Add(ProblemCatalog.ControlCharacters, PositionOf(lines, first));
            lines = WithoutControlCharacters(lines);
        }
        if (!string.IsNullOrWhiteSpace(lines))
        {
            return lines;
        }
        problems.Add(ProblemCatalog.SourceEmpty, Position.Start);
        return null;
    }

    private static string WithoutControlCharacters(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!ControlCharacters.Contains(c))
            {
                clean.Append(c);
            }
        }
        return clean.ToString();
    }

    private static Position PositionOf(string text, int index)
    {
        var before = text.AsSpan(0, index);
        return new(before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
