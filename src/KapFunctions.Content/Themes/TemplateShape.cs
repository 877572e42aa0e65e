using System.Globalization;
using System.Text.RegularExpressions;

namespace KapFunctions.Content.Themes;

/// <summary>Looks at a template before it is parsed: a parser goes down one call for each block inside a block, and a range is
/// made as a whole, so neither can be stopped once it has begun.</summary>
internal static partial class TemplateShape
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "if",
        "unless",
        "case",
        "for",
        "capture",
        "comment",
        "raw",
        "ifchanged",
    };

    /// <summary>Null where the text may be parsed.</summary>
    public static TemplateFault? Check(string text)
    {
        var depth = 0;
        foreach (var tag in Tags().EnumerateMatches(text))
        {
            var content = text.AsSpan(tag.Index, tag.Length);
            depth += Step(content);
            var reason =
                depth > ThemeLimits.Nesting
                    ? $"Blocks are nested more than {ThemeLimits.Nesting} deep"
                    : ReasonIn(content);
            if (reason is not null)
            {
                return TemplateFault.At(text, tag.Index, reason);
            }
        }

        return null;
    }

    private static int Step(ReadOnlySpan<char> tag)
    {
        if (!tag.StartsWith("{%"))
        {
            return 0;
        }

        var name = tag[2..].TrimStart('-').TrimStart();
        var end = name.IndexOfAnyExcept(Letters);
        name = end < 0 ? name : name[..end];
        return name.StartsWith("end") ? -1
            : Blocks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) ? 1
            : 0;
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz"
    );

    private static string? ReasonIn(ReadOnlySpan<char> tag)
    {
        if (tag.Length > ThemeLimits.TagLength)
        {
            return $"A tag has more than {ThemeLimits.TagLength} characters, or is never closed";
        }

        if (tag.Count('[') + tag.Count('(') > ThemeLimits.TagParts || tag.Count('|') > ThemeLimits.TagParts)
        {
            return $"A tag has more than {ThemeLimits.TagParts} brackets or filters";
        }

        return tag.Count("..") == CountGoodRanges(tag)
            ? null
            : $"A range must be two numbers at most {ThemeLimits.RangeLength} apart, as in (1..5)";
    }

    private static int CountGoodRanges(ReadOnlySpan<char> tag)
    {
        var good = 0;
        foreach (Match range in Ranges().Matches(tag.ToString()))
        {
            var (from, to) = (NumberOf(range.Groups[1]), NumberOf(range.Groups[2]));
            good += to - from <= ThemeLimits.RangeLength ? 1 : 0;
        }

        return good;
    }

    private static int NumberOf(Group digits) => int.Parse(digits.ValueSpan, provider: CultureInfo.InvariantCulture);

    /// <summary>A tag that is never closed reaches to the end.</summary>
    [GeneratedRegex(
        @"\{\{.*?(?:\}\}|\z)|\{%.*?(?:%\}|\z)",
        RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Tags();

    [GeneratedRegex(@"\(\s*(-?[0-9]{1,6})\s*\.\.\s*(-?[0-9]{1,6})\s*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Ranges();
}
