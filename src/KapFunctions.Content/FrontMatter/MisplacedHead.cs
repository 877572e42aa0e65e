using System.Text.RegularExpressions;

namespace KapFunctions.Content.FrontMatter;

/// <summary>A head whose first fence is missing or another sign, or with a line of text above it. Two known keys make one,
/// or one beside a line that looks like a fence.</summary>
internal sealed partial class MisplacedHead
{
    /// <summary>Lines of text that may stand above a head by mistake; below more of them it is an example.</summary>
    private const int MaxTextLines = 5;

    private readonly HashSet<string> known = [];
    private int? begin;
    private bool hasFence;
    private int textLines;

    /// <summary>Counted from 1; null where the text begins like an article.</summary>
    public static int? LineIn(string text)
    {
        var search = new MisplacedHead();
        foreach (var (i, line) in BodyProperties.Lines(text).Index())
        {
            if (string.IsNullOrWhiteSpace(line) || line.Trim() == "<!--")
            {
                continue;
            }
            if (search.IsHead(line, i + 1))
            {
                return search.begin;
            }
            if (search.textLines > MaxTextLines)
            {
                return null;
            }
        }
        return null;
    }

    /// <summary>The first key may stand on the same line.</summary>
    public static bool IsFence(string line) => Fence().IsMatch(line);

    private bool IsHead(string line, int number)
    {
        var fence = Fence().Match(line);
        // Below text, a fence of code begins an example.
        if (fence.Success && !(textLines > 0 && IsCode(line)))
        {
            begin ??= number;
            hasFence = true;
            var rest = fence.Groups["rest"].Value;
            return known.Count > 0 || (HeadLine.Read(rest) is { IsKeyed: true } && IsHeadByKey(rest, number));
        }
        return IsHeadByKey(line, number);
    }

    private bool IsHeadByKey(string line, int number)
    {
        var key = HeadLine.Read(line) is { IsKeyed: true } read ? read.Name : null;
        // Below a line of text, only a fence begins a head.
        if (key is not null && KnownKeys.Contains(key) && (textLines == 0 || hasFence))
        {
            begin ??= number;
            known.Add(key);
            return known.Count > 1 || (hasFence && textLines == 0);
        }
        if (key is null && !IsContinued(line))
        {
            (begin, hasFence) = (null, false);
            known.Clear();
            textLines += IsCode(line) ? MaxTextLines + 1 : 1;
        }
        return false;
    }

    /// <summary>What belongs to the key above it: an item, something indented, a comment.</summary>
    private bool IsContinued(string line) => known.Count > 0 && line[0] is (' ' or '\t' or '-' or '#' or ']');

    private static bool IsCode(string line) =>
        line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^[\s\p{Cf}>""'“”‘’„«»`,;\\]*(;{3,}\s*$|([-‐‑‒–—―−_=+~*][\s\p{Cf}]*){2,}$|[-‐‑‒–—―−+]{3,}(?<rest>.*)$|([‒–—―…]|\.\.\.)\s*$|\{(?![{%:#<])(?<rest>.*)$|\}\s*$|```\s*(yaml|yml|toml|json|markdown|md)?\s*$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Fence();
}
