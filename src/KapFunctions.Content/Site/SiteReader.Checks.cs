using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;

namespace KapFunctions.Content.Site;

/// <summary>What authors are told besides.</summary>
internal sealed partial class SiteReader
{
    /// <summary>Each is looked for in every block of a text.</summary>
    private const int MaxTerms = 200;

    /// <summary>Of a word, of what to write instead and of the reason, in UTF-16 units.</summary>
    private const int MaxTermLength = 60;
    private const int MaxReasonLength = 200;

    private static readonly string[] SwitchedChecks =
    [
        .. ProblemCatalog.All.Where(kind => kind.CanBeOff).Select(kind => kind.Code).Order(StringComparer.Ordinal),
    ];

    private List<string> ChecksOff()
    {
        if (fields.Map("checks") is not { } checks)
        {
            return [];
        }
        var off = SwitchedChecks.Where(code => checks.Flag(code) == false).ToList();
        foreach (var unknown in checks.Unread)
        {
            problems.Add(
                ProblemCatalog.SiteValue,
                unknown.At,
                unknown.Key,
                $"on or off, and one of {string.Join(", ", SwitchedChecks)}"
            );
        }
        return off;
    }

    private List<Term> Terms()
    {
        var terms = new List<Term>();
        foreach (var (name, entry, from) in Entries("terms"))
        {
            var word = (name ?? entry.Text("word"))?.Trim();
            var better = entry.Text("better", "use", "name")?.Trim();
            var reason = entry.Text("reason", "why");
            if (
                word is not { Length: > 0 and <= MaxTermLength }
                || better is not { Length: > 0 and <= MaxTermLength }
                || reason is { Length: > MaxReasonLength }
                || SeverityOf(entry) is not { } severity
                || terms.Count == MaxTerms
            )
            {
                problems.Add(
                    ProblemCatalog.SiteValue,
                    from.At,
                    from.Key,
                    $"at most {MaxTerms} words or phrases of up to {MaxTermLength} characters, each with what to write instead, or "
                        + "with better, reason and severity (hint, warning or error)"
                );
                continue;
            }
            terms.Add(new(word, better, reason?.Trim().TrimEnd('.'), severity));
        }
        return [.. terms.DistinctBy(term => term.Word).OrderBy(term => term.Word, StringComparer.Ordinal)];
    }

    private static TermSeverity? SeverityOf(Fields entry) =>
        entry.Text("severity", "level")?.Trim().ToLowerInvariant() switch
        {
            null or "warning" => TermSeverity.Warning,
            "hint" => TermSeverity.Hint,
            "error" => TermSeverity.Error,
            _ => null,
        };
}
