using System.Buffers;
using System.Text;
using KapFunctions.Content.Links;

namespace KapFunctions.Content.MarkdownExport;

/// <summary>A piece of Markdown that is there only if its address leads somewhere: the ends of a link, a picture's address.
/// It stands between control characters, which no author's text holds: <c>1 address 2 piece 4</c>, a 3 for the address.</summary>
internal static class OpenAddress
{
    private static readonly SearchValues<char> Unsafe = SearchValues.Create(" ()<>\"\\{}|&`");

    private const char Begin = '\u0001';
    private const char Piece = '\u0002';
    private const char Here = '\u0003';
    private const char End = '\u0004';

    /// <summary>Left open unless the address is a web address. A null <paramref name="after"/>: the piece does not say it.</summary>
    public static void Append(StringBuilder output, string address, string before, string? after)
    {
        if (IsComplete(address))
        {
            output.Append(before).Append(after is null ? "" : Escaped(address)).Append(after);
            return;
        }
        output.Append(Begin).Append(address).Append(Piece).Append(before);
        if (after is not null)
        {
            output.Append(Here).Append(after);
        }
        output.Append(End);
    }

    /// <summary><paramref name="resolve"/> says where an address leads; null for nowhere.</summary>
    public static void Fill(ReadOnlySpan<char> markdown, Func<string, string?> resolve, StringBuilder output)
    {
        while (markdown.IndexOf(Begin) is >= 0 and var begin)
        {
            output.Append(markdown[..begin]);
            markdown = markdown[(begin + 1)..];
            var (piece, end) = (markdown.IndexOf(Piece), markdown.IndexOf(End));
            if (resolve(markdown[..piece].ToString()) is { } url)
            {
                Append(output, markdown[(piece + 1)..end], Escaped(url));
            }
            markdown = markdown[(end + 1)..];
        }
        output.Append(markdown);
    }

    private static void Append(StringBuilder output, ReadOnlySpan<char> piece, string url)
    {
        var here = piece.IndexOf(Here);
        output.Append(here < 0 ? piece : piece[..here]);
        if (here >= 0)
        {
            output.Append(url).Append(piece[(here + 1)..]);
        }
    }

    /// <summary>A fragment leads within the text, wherever it is read.</summary>
    private static bool IsComplete(string address) =>
        address.StartsWith('#')
        || (
            address.AsSpan().IndexOfAny(":/?#") is > 0 and var end
            && address[end] == ':'
            && !address.StartsWith(Placeholder.Scheme, StringComparison.Ordinal)
        );

    /// <summary>An address in which nothing ends a link, an attribute or a cell, or is an entity.</summary>
    private static string Escaped(string url)
    {
        if (url.AsSpan().IndexOfAny(Unsafe) < 0)
        {
            return url;
        }
        var escaped = new StringBuilder(url.Length + 16);
        foreach (var c in url)
        {
            escaped.Append(
                c switch
                {
                    ' ' => "%20",
                    '(' => "%28",
                    ')' => "%29",
                    '<' => "%3C",
                    '>' => "%3E",
                    '"' => "%22",
                    '\\' => "%5C",
                    '{' => "%7B",
                    '}' => "%7D",
                    '|' => "%7C",
                    '`' => "%60",
                    _ => c.ToString(),
                }
            );
        }
        return MarkdownText.WithoutEntities(escaped.ToString());
    }
}
