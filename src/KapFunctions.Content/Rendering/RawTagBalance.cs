using System.Collections.Frozen;

namespace KapFunctions.Content.Rendering;

/// <summary>Counts open elements: one may open in one block of Markdown and close in another. It only decides how much is
/// sanitised together and how deep it may get; the sanitiser's own parser decides what is safe.</summary>
internal sealed class RawTagBalance
{
    /// <summary>Elements that are never closed, need no closing tag, or whose content is never markup.</summary>
    private static readonly FrozenSet<string> Uncounted = FrozenSet.ToFrozenSet(
        (
            "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option "
            + "optgroup colgroup caption rt rp script style textarea title xmp iframe noembed noframes plaintext"
        ).Split(' ')
    );

    /// <summary>Most tags, deepest nesting, and most blanks up to the next tag (they may part attributes): beyond them an HTML
    /// parser takes seconds.</summary>
    private const int MaxTags = 20_000;
    private const int MaxOpen = 100;
    private const int MaxBlanks = 8_000;

    private readonly Dictionary<string, int> open = [];
    private int tags;
    private int deepest;

    public int Open { get; private set; }

    /// <summary>False where the tags have become too many to sanitise in time.</summary>
    public bool TryAdd(ReadOnlySpan<char> html)
    {
        var blanks = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; )
        {
            html = html[(at + 1)..];
            var closes = html[0] == '/';
            var name = Name(closes ? html[1..] : html);
            if (name.Length > 0)
            {
                Count(name, closes);
            }
            at = html.IndexOf('<');
            blanks = Math.Max(blanks, Blanks(at < 0 ? html : html[..at]));
        }
        return tags <= MaxTags && deepest <= MaxOpen && blanks <= MaxBlanks;
    }

    public void Close()
    {
        open.Clear();
        Open = 0;
    }

    private void Count(string name, bool closes)
    {
        tags++;
        if (Uncounted.Contains(name))
        {
            return;
        }
        var before = open.GetValueOrDefault(name);
        var after = Math.Max(0, before + (closes ? -1 : 1));
        open[name] = after;
        Open += after - before;
        deepest = Math.Max(deepest, Open);
    }

    private static int Blanks(ReadOnlySpan<char> html) =>
        html.Count(' ') + html.Count('\n') + html.Count('\t') + html.Count('/');

    private static string Name(ReadOnlySpan<char> html)
    {
        var end = 0;
        while (end < html.Length && end < 32 && char.IsAsciiLetterOrDigit(html[end]))
        {
            end++;
        }
        return end > 0 && char.IsAsciiLetter(html[0]) ? html[..end].ToString().ToLowerInvariant() : "";
    }
}
