using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using KapFunctions.Query.Words;

namespace KapFunctions.Query.Search;

/// <summary>HTML of a text in which what was asked for is marked, however it was found.</summary>
internal sealed class Marks(IReadOnlyList<Found> by, Stems stems)
{
    /// <summary>Of a text, in UTF-16 units: what stands behind it is found, but not shown.</summary>
    public const int MaxScanned = 100_000;

    /// <summary>Letters of every language stay; only what means something in HTML is escaped.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly HashSet<string> words = Texts(by, FoundBy.Word);
    private readonly HashSet<string> stemmed = Texts(by, FoundBy.Stem);
    private readonly HashSet<string> prefixes = Texts(by, FoundBy.Prefix);
    private readonly HashSet<string> runs = Texts(by, FoundBy.Run);

    /// <summary>Of a short text.</summary>
    public string Whole(string text) => Html(text, new(0, text.Length), Find(text));

    /// <summary>The part that shows most of what was asked for.</summary>
    public string Snippet(string text)
    {
        var found = Find(text);
        var part = SnippetWindow.Best(text, found);
        return (part.Start > 0 ? "…" : "") + Html(text, part, found) + (part.End < text.Length ? "…" : "");
    }

    private List<Mark> Find(string text)
    {
        var scanned = text.Length > MaxScanned ? text[..MaxScanned] : text;
        var marks = new List<Mark>();
        foreach (var mark in WordScanner.Of(scanned).SelectMany(word => MarksIn(word, scanned)))
        {
            // Neighbours are one mark, as in a phrase.
            if (marks is [.., var last] && (mark.Start <= last.End || IsBlank(text, last.End, mark.Start)))
            {
                marks[^1] = last with { End = Math.Max(last.End, mark.End) };
            }
            else
            {
                marks.Add(mark);
            }
        }

        return marks;
    }

    private IEnumerable<Mark> MarksIn(Word word, string text) =>
        word.IsUnspaced ? MarksInRun(word)
        : IsFound(word, text) ? [new(word.Start, word.End, word.Folded)]
        : [];

    private bool IsFound(Word word, string text) =>
        words.Contains(word.Folded)
        || (word.Folded[0] == '.' && words.Contains(word.Folded[1..]))
        || prefixes.Any(prefix => word.Folded.StartsWith(prefix, StringComparison.Ordinal))
        || (
            // To stem every word of a text would take longer than to find it.
            stemmed.Any(stem => word.Folded.Contains(stem[..Math.Min(2, stem.Length)], StringComparison.Ordinal))
            && stems.Of(word, text).Any(stemmed.Contains)
        );

    private IEnumerable<Mark> MarksInRun(Word word)
    {
        var isAsWritten = word.Folded.Length == word.End - word.Start;
        foreach (var run in runs)
        {
            for (var at = 0; (at = word.Folded.IndexOf(run, at, StringComparison.Ordinal)) >= 0; at += run.Length)
            {
                yield return isAsWritten
                    ? new(word.Start + at, word.Start + at + run.Length, run)
                    : new(word.Start, word.End, run);
            }
        }
    }

    private static bool IsBlank(string text, int from, int to) => text.AsSpan(from, to - from).IsWhiteSpace();

    private static string Html(string text, Range part, List<Mark> marks)
    {
        var html = new StringBuilder();
        var at = part.Start;
        foreach (var mark in marks.Where(mark => mark.Start >= part.Start && mark.End <= part.End))
        {
            html.Append(Encode(text[at..mark.Start])).Append("<mark>");
            html.Append(Encode(text[mark.Start..mark.End])).Append("</mark>");
            at = mark.End;
        }

        return html.Append(Encode(text[at..part.End])).ToString();
    }

    private static string Encode(string text) => Encoder.Encode(text.ReplaceLineEndings(" "));

    private static HashSet<string> Texts(IReadOnlyList<Found> by, FoundBy how) =>
        [.. by.Where(found => found.By == how).Select(found => found.Text)];
}

/// <summary>From <paramref name="Start"/> to before <paramref name="End"/>, in UTF-16 units; <paramref name="Form"/> tells one word
/// from another.</summary>
internal readonly record struct Mark(int Start, int End, string Form);
