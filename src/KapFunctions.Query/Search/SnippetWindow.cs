namespace KapFunctions.Query.Search;

/// <summary>A part of a text, in UTF-16 units.</summary>
internal readonly record struct Range(int Start, int End);

internal static class SnippetWindow
{
    /// <summary>In UTF-16 units: about forty words.</summary>
    public const int Length = 260;

    /// <summary>Shown before the first mark, so that it is read in a sentence.</summary>
    private const int Before = 60;

    /// <summary>How far an end moves to fall between two words; scripts without blanks are cut anywhere.</summary>
    private const int Slack = 24;

    /// <summary>The part with most different words, then with most marks, then the first.</summary>
    public static Range Best(string text, IReadOnlyList<Mark> marks)
    {
        var (best, score) = (0, 0);
        for (var (first, end) = (0, 0); first < marks.Count; first++)
        {
            while (end < marks.Count && marks[end].End - marks[first].Start <= Length - Before)
            {
                end++;
            }

            var shown = marks.Skip(first).Take(end - first);
            var worth = (1000 * shown.Select(mark => mark.Form).Distinct().Count()) + (end - first);
            if (worth > score)
            {
                (best, score) = (marks[first].Start, worth);
            }
        }

        var start = marks.Count == 0 ? 0 : StartFor(text, best);
        return new(start, EndFor(text, start));
    }

    private static int StartFor(string text, int mark)
    {
        if (mark <= Before)
        {
            return 0;
        }

        var start = mark - Before;
        var blank = text.AsSpan(start, Slack).IndexOfAny(' ', '\n');
        return blank >= 0 ? start + blank + 1
            : char.IsLowSurrogate(text[start]) ? start + 1
            : start;
    }

    private static int EndFor(string text, int start)
    {
        var end = start + Length;
        if (end >= text.Length)
        {
            return text.Length;
        }

        var blank = text.AsSpan(end - Slack, Slack).LastIndexOfAny(' ', '\n');
        return blank >= 0 ? end - Slack + blank
            : char.IsLowSurrogate(text[end]) ? end - 1
            : end;
    }
}
