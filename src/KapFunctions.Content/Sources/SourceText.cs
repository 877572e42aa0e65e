using System.Buffers;
using System.Globalization;
using System.Text;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Sources;

/// <summary>Strict UTF-8, no BOM, line feeds only, no control characters.</summary>
internal static class SourceText
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> ControlCharacters = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n')),
    ]);

    /// <summary>Null with a problem.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, int maxBytes, ProblemLog problems)
    {
        if (bytes.Length > maxBytes)
        {
            problems.Add(ProblemCatalog.SourceTooLarge, Position.Start, Number(bytes.Length), Number(maxBytes));
            return null;
        }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            problems.Add(ProblemCatalog.SourceNotUtf8, Position.Start, "it is UTF-16");
            return null;
        }
        var withoutBom = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        return DecodeUtf8(withoutBom, problems) is { } text ? Clean(text, problems) : null;
    }

    private static string? DecodeUtf8(ReadOnlySpan<byte> bytes, ProblemLog problems)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
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

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
