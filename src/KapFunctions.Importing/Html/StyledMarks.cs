using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace KapFunctions.Importing.Html;

/// <summary>What an element says of the words in it, by its name or, as word processors write it, by its style.</summary>
internal static partial class StyledMarks
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["b"] = "strong",
        ["strong"] = "strong",
        ["i"] = "em",
        ["em"] = "em",
        ["s"] = "del",
        ["strike"] = "del",
        ["del"] = "del",
        ["u"] = "u",
        ["ins"] = "ins",
        ["mark"] = "mark",
        ["sub"] = "sub",
        ["sup"] = "sup",
        ["code"] = "code",
        ["tt"] = "code",
        ["kbd"] = "kbd",
        ["samp"] = "samp",
        ["var"] = "var",
        ["small"] = "small",
        ["big"] = "big",
        ["cite"] = "cite",
        ["dfn"] = "dfn",
        ["ruby"] = "ruby",
        ["rt"] = "rt",
        ["rp"] = "rp",
    };

    /// <summary>They mean something only with an attribute.</summary>
    private static readonly Dictionary<string, string> WithAttribute = new(StringComparer.Ordinal)
    {
        ["a"] = "href",
        ["abbr"] = "title",
        ["acronym"] = "title",
        ["time"] = "datetime",
        ["bdo"] = "dir",
    };

    public static IEnumerable<Mark> Of(IElement element)
    {
        var name = element.LocalName;
        var style = element.GetAttribute("style") ?? "";
        if (Names.TryGetValue(name, out var mark))
        {
            // Google Docs wraps all that is copied in one of these.
            if (!(mark == "strong" && Normal().IsMatch(style)) && !(mark == "em" && Upright().IsMatch(style)))
            {
                yield return new(mark, null);
            }
        }
        else if (WithAttribute.TryGetValue(name, out var attribute))
        {
            if (!string.IsNullOrWhiteSpace(element.GetAttribute(attribute)))
            {
                yield return new(name == "acronym" ? "abbr" : name, element);
            }
        }
        else if (name is "q" or "bdi" || element.HasAttribute("lang") && name is "span" or "font")
        {
            yield return new(name is "font" ? "span" : name, element);
        }
        if (style.Length == 0)
        {
            yield break;
        }
        foreach (
            var (pattern, styled) in new[]
            {
                (Bold(), "strong"),
                (Italic(), "em"),
                (Through(), "del"),
                (Raised(), "sup"),
                (Lowered(), "sub"),
            }
        )
        {
            if (pattern.IsMatch(style))
            {
                yield return new(styled, null);
            }
        }
        // The line below a link is the look of links.
        if (Underlined().IsMatch(style) && element.Closest("a[href]") is null)
        {
            yield return new("u", null);
        }
    }

    [GeneratedRegex(@"font-weight\s*:\s*(normal|[1-5]00)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Normal();

    [GeneratedRegex(@"font-style\s*:\s*normal\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Upright();

    [GeneratedRegex(
        @"font-weight\s*:\s*(bold(er)?|[6-9]00)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Bold();

    [GeneratedRegex(@"font-style\s*:\s*(italic|oblique)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Italic();

    [GeneratedRegex(
        @"text-decoration(-line)?\s*:[^;:]*line-through",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Through();

    [GeneratedRegex(
        @"text-decoration(-line)?\s*:[^;:]*underline",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Underlined();

    [GeneratedRegex(@"vertical-align\s*:\s*super\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Raised();

    [GeneratedRegex(@"vertical-align\s*:\s*sub\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Lowered();
}
