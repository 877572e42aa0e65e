using System.Globalization;

namespace KapFunctions.Content.Problems;

/// <summary>Beyond the limit problems are only counted, so a hostile file cannot fill memory.</summary>
internal sealed class ProblemLog(string file, Func<string, bool>? isOff = null)
{
    /// <summary>Problems listed a file; a last one counts those beyond.</summary>
    public const int MaxProblems = 50;

    /// <summary>Longest piece of the author's text that a message repeats, in characters.</summary>
    private const int MaxQuote = 80;

    private readonly List<Problem> problems = [];
    private readonly HashSet<string> once = [];
    private int beyond;

    public bool HasError { get; private set; }

    /// <summary>Whether the problem would be listed and not only counted.</summary>
    public bool Wants(ProblemKind kind) => problems.Count < MaxProblems - 1 || kind.Severity == Severity.Error;

    public void Add(ProblemKind kind, Position at, params ReadOnlySpan<string?> values)
    {
        if (kind.CanBeOff && isOff?.Invoke(kind.Code) == true)
        {
            return;
        }
        HasError |= kind.Severity == Severity.Error;
        // An error is what the author needs most: it takes the place of a lesser problem when the list is full.
        if (problems.Count >= MaxProblems - 1 && !MakeRoomFor(kind))
        {
            beyond++;
            return;
        }
        var quoted = Quote(values);
        problems.Add(
            new(kind.Severity, kind.Code, file, at.Line, at.Column, Fill(kind.Message, quoted), Fill(kind.Mend, quoted))
        );
    }

    /// <summary>For what is worth telling once a file, however often it occurs.</summary>
    public void AddOnce(ProblemKind kind, Position at, params ReadOnlySpan<string?> values)
    {
        if (IsFirst(kind))
        {
            Add(kind, at, values);
        }
    }

    /// <summary>True the first time for a kind and what it is about.</summary>
    public bool IsFirst(ProblemKind kind, string subject = "") => once.Add(kind.Code + subject);

    public IReadOnlyList<Problem> ToList()
    {
        var sorted = problems.OrderBy(p => p.Line).ThenBy(p => p.Column).ToList();
        if (beyond > 0)
        {
            var kind = ProblemCatalog.MoreProblems;
            var count = beyond.ToString(CultureInfo.InvariantCulture);
            sorted.Add(new(kind.Severity, kind.Code, file, 1, 1, Fill(kind.Message, [count]), kind.Mend));
        }
        return sorted;
    }

    private bool MakeRoomFor(ProblemKind kind)
    {
        if (
            kind.Severity != Severity.Error
            || problems.FindLastIndex(p => p.Severity != Severity.Error) is not (>= 0 and var last)
        )
        {
            return false;
        }
        problems.RemoveAt(last);
        beyond++;
        return true;
    }

    private static string[] Quote(ReadOnlySpan<string?> values)
    {
        var quoted = new string[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            quoted[i] = Shorten(values[i] ?? "");
        }
        return quoted;
    }

    private static string Shorten(string text)
    {
        if (text.Length <= MaxQuote)
        {
            return text;
        }
        var end = char.IsHighSurrogate(text[MaxQuote - 1]) ? MaxQuote - 1 : MaxQuote;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static string Fill(string sentence, string[] values) =>
        values.Length == 0 ? sentence : string.Format(CultureInfo.InvariantCulture, sentence, values);
}
