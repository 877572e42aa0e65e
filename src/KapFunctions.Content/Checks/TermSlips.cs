using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using KapFunctions.Content.Settings;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Checks;

/// <summary>Words that the site writes otherwise, each told once a file.</summary>
internal static class TermSlips
{
    public static void Report(Block block, ContainerInline inlines, BodySource source)
    {
        if (source.Settings.Terms is not { Count: > 0 } terms)
        {
            return;
        }
        var text = ShownText.Of(inlines, withAddresses: false);
        foreach (var term in terms)
        {
            if (Find(text, term) is { } written && source.Problems.IsFirst(ProblemCatalog.Term, term.Word))
            {
                source.Report(
                    ProblemCatalog.Term with
                    {
                        Severity = SeverityOf(term),
                    },
                    block,
                    written,
                    written,
                    term.Reason is null ? "" : $" ({term.Reason})",
                    term.Better
                );
            }
        }
    }

    private static Severity SeverityOf(Term term) =>
        term.Severity switch
        {
            TermSeverity.Error => Severity.Error,
            TermSeverity.Hint => Severity.Hint,
            _ => Severity.Warning,
        };

    /// <summary>As it stands in the text; null where it does not, or only as a part of a word or of what is better.</summary>
    private static string? Find(string text, Term term)
    {
        var isAnyCase = !term.Word.Any(char.IsUpper);
        var comparison = isAnyCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        for (var from = 0; text.IndexOf(term.Word, from, comparison) is >= 0 and var at; from = at + 1)
        {
            if (IsWhole(text, at, term.Word.Length) && !IsInBetter(text, at, term))
            {
                return text.Substring(at, term.Word.Length);
            }
        }
        return null;
    }

    private static bool IsWhole(string text, int at, int length) =>
        (at == 0 || !IsJoined(text[at - 1], text[at]))
        && (at + length == text.Length || !IsJoined(text[at + length - 1], text[at + length]));

    /// <summary>Chinese, Japanese and the like have no blanks between words.</summary>
    private static bool IsJoined(char a, char b) =>
        char.IsLetterOrDigit(a) && char.IsLetterOrDigit(b) && a < '\u2E80' && b < '\u2E80';

    private static bool IsInBetter(string text, int at, Term term)
    {
        var inside = term.Better.IndexOf(term.Word, StringComparison.OrdinalIgnoreCase);
        return inside >= 0
            && at >= inside
            && string.Compare(text, at - inside, term.Better, 0, term.Better.Length, StringComparison.OrdinalIgnoreCase)
                == 0;
    }
}
