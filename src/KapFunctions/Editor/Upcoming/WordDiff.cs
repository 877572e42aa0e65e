using System.Text.RegularExpressions;

namespace KapFunctions.Editor.Upcoming;

/// <summary>A piece of both texts, or of one: same, removed or added.</summary>
internal sealed record TextChange(string Kind, string Text);

internal sealed record NextDifference(string Path, IReadOnlyList<TextChange> Changes);

/// <summary>What is different between two texts, by words. Myers' shortest edit script, within a bound of work: texts that have too little
/// in common are told as one removed and one added. https://doi.org/10.1007/BF01840446</summary>
internal static partial class WordDiff
{
    /// <summary>Words that are removed or added, at most; what is kept of the search grows with its square.</summary>
    private const int MaxEdits = 1_000;

    public static IReadOnlyList<TextChange> Of(string before, string after)
    {
        var (a, b) = (PiecesOf(before), PiecesOf(after));
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
        {
            start++;
        }
        var end = 0;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }
        var changes = new List<TextChange>();
        Add(changes, "same", string.Concat(a[..start]));
        AddMiddle(changes, a[start..^end], b[start..^end]);
        Add(changes, "same", string.Concat(a[^end..]));
        return changes;
    }

    private static void AddMiddle(List<TextChange> changes, string[] a, string[] b)
    {
        if (Search(a, b) is not { } trace)
        {
            Add(changes, "removed", string.Concat(a));
            Add(changes, "added", string.Concat(b));
            return;
        }
        foreach (var (kind, piece) in Walk(a, b, trace))
        {
            Add(changes, kind, piece);
        }
    }

    /// <summary>For each number of edits, how far each diagonal got; null where the bound is passed.</summary>
    private static List<int[]>? Search(string[] a, string[] b)
    {
        var trace = new List<int[]>();
        var most = Math.Min(a.Length + b.Length, MaxEdits);
        var far = new int[2 * most + 3];
        for (var edits = 0; edits <= most; edits++)
        {
            for (var k = -edits; k <= edits; k += 2)
            {
                var isDown = k == -edits || (k != edits && far[most + k] < far[most + k + 2]);
                var x = isDown ? far[most + k + 2] : far[most + k] + 1;
                while (x < a.Length && x - k < b.Length && x - k >= 0 && a[x] == b[x - k])
                {
                    x++;
                }
                far[most + k + 1] = x;
                if (x >= a.Length && x - k >= b.Length)
                {
                    trace.Add(far[(most + 1 - edits)..(most + 2 + edits)]);
                    return trace;
                }
            }
            trace.Add(far[(most + 1 - edits)..(most + 2 + edits)]);
        }
        return null;
    }

    private static Stack<(string Kind, string Piece)> Walk(string[] a, string[] b, List<int[]> trace)
    {
        var steps = new Stack<(string, string)>();
        var (x, y) = (a.Length, b.Length);
        for (var edits = trace.Count - 1; edits > 0; edits--)
        {
            var before = trace[edits - 1];
            var k = x - y;
            var isDown = k == -edits || (k != edits && At(before, k - 1) < At(before, k + 1));
            var from = isDown ? At(before, k + 1) : At(before, k - 1);
            while (x > (isDown ? from : from + 1))
            {
                steps.Push(("same", a[--x]));
                y--;
            }
            steps.Push(isDown ? ("added", b[--y]) : ("removed", a[--x]));
        }
        while (x > 0)
        {
            steps.Push(("same", a[--x]));
        }
        return steps;

        static int At(int[] far, int k) => k + far.Length / 2 is var at && at >= 0 && at < far.Length ? far[at] : -1;
    }

    private static void Add(List<TextChange> changes, string kind, string text)
    {
        if (text.Length == 0)
        {
            return;
        }
        if (changes is [.., var last] && last.Kind == kind)
        {
            changes[^1] = last with { Text = last.Text + text };
        }
        else
        {
            changes.Add(new(kind, text));
        }
    }

    /// <summary>Words, and what stands between them.</summary>
    private static string[] PiecesOf(string text)
    {
        var pieces = new List<string>();
        foreach (var piece in Piece().EnumerateMatches(text))
        {
            pieces.Add(text.Substring(piece.Index, piece.Length));
        }
        return [.. pieces];
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+|\s+|.", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Piece();
}
