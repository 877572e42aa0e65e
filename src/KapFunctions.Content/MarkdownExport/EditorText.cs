using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace KapFunctions.Content.MarkdownExport;

/// <summary>Text as Markdown that goes on as a source: quotation marks and dots are left to typography, and addresses that a reader
/// may click stay as people write them.</summary>
internal static partial class EditorText
{
    /// <summary>Not even angle brackets would keep these as they are.</summary>
    private static readonly SearchValues<char> EndsAddress = SearchValues.Create("<>\\{}%&");

    /// <param name="text">Of one node.</param>
    /// <param name="isInLink">Within a link no other one may begin.</param>
    /// <param name="endsBlock">Nothing follows on its line.</param>
    public static string Escape(string text, bool isInLink, bool endsBlock)
    {
        var clean = MarkdownText.Clean(text);
        var escaped = BareAddress().IsMatch(clean)
            ? WithAddresses(clean, isInLink, endsBlock)
            : Signs().Replace(clean, @"\$0");
        // Only before a link it would make a picture of it.
        escaped = endsBlock && escaped.EndsWith("\\!", StringComparison.Ordinal) ? escaped[..^2] + "!" : escaped;
        return MarkdownText.WithoutEntities(escaped);
    }

    private static string WithAddresses(string text, bool isInLink, bool endsBlock)
    {
        var marks = new SortedDictionary<int, string>();
        foreach (var sign in Signs().EnumerateMatches(text))
        {
            marks[sign.Index] = "\\";
        }
        foreach (var match in BareAddress().EnumerateMatches(text))
        {
            var (start, end) = (match.Index, match.Index + match.Length);
            if (!isInLink && IsPlain(text, start, end, marks, endsBlock))
            {
                continue;
            }
            if (!isInLink && text[start] == 'h' && text.AsSpan(start, match.Length).IndexOfAny(EndsAddress) < 0)
            {
                for (var i = start; i < end; i++)
                {
                    marks.Remove(i);
                }
                marks[start] = "<";
                marks[end] = ">" + marks.GetValueOrDefault(end);
                continue;
            }
            foreach (var beginning in Beginning().EnumerateMatches(text.AsSpan(start, match.Length)))
            {
                marks[start + beginning.Index] = "\\";
            }
        }
        var escaped = new StringBuilder(text.Length + marks.Count);
        var copied = 0;
        foreach (var (at, mark) in marks)
        {
            escaped.Append(text, copied, at - copied).Append(mark);
            copied = at;
        }
        return escaped.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Nothing in it means something, and a blank or the end follows it, with marks of punctuation between at most.</summary>
    private static bool IsPlain(string text, int start, int end, SortedDictionary<int, string> marks, bool endsBlock)
    {
        var rest = text.AsSpan(end).TrimStart(".,!?)\"'");
        var next = text.Length - rest.Length;
        for (var i = start; i < next; i++)
        {
            if (marks.ContainsKey(i))
            {
                return false;
            }
        }
        return text[start] is 'h' or 'w' or 'H' or 'W'
            && (rest.IsEmpty ? endsBlock : rest[0] is ' ' or '\n')
            && !EntityLike().IsMatch(text.AsSpan(start, next - start));
    }

    /// <summary>As <see cref="MarkdownText"/> has them, without quotation marks and dots.</summary>
    [GeneratedRegex(
        @"[\\`*\[\]<$|~^{]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|=(?==)|(?<==)=|\+(?=\+)|(?<=\+)\+|-(?=-)|(?<=-)-|>(?=>)|(?<=>)>|%(?=%)|(?<=%)%|!\z|:(?=[A-Za-z0-9_+-]+:)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Signs();

    /// <summary>What becomes a link by itself: https://github.github.com/gfm/#autolinks-extension-</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(https?://|ftp://|mailto:|tel:|www\.)[^\s<>]*[^\s<>.,;:!?'""()\[\]*_~`]",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex BareAddress();

    [GeneratedRegex(
        @":(?=//)|(?<=mailto):|(?<=tel):|(?<=www)\.",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Beginning();

    [GeneratedRegex(@"&#?[A-Za-z0-9]{1,31}(;|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex EntityLike();
}
