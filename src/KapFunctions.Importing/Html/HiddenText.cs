using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KapFunctions.Content.Html;

namespace KapFunctions.Importing.Html;

/// <summary>Takes out what readers of the old page never saw. What a click opened there (the answer below a question, a tab, a slide)
/// is hidden in the same ways, and stays.</summary>
internal static partial class HiddenText
{
    private const int MaxSiblings = 1_000;

    private static readonly string[] Openers = ["aria-controls", "data-target", "data-bs-target", "href"];

    public static void Remove(IElement body, Func<string, string> lose)
    {
        var opened = body.QuerySelectorAll("[aria-controls], [data-target], [data-bs-target], a[href^='#']")
            .SelectMany(opener => Openers.Select(name => opener.GetAttribute(name)?.TrimStart('#')))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var element in body.QuerySelectorAll("[hidden], [style], dialog").ToArray())
        {
            if (HiddenElement.Is(element) && !IsOpened(element, opened) && body.Contains(element))
            {
                Empty(element, lose);
            }
        }
    }

    private static bool IsOpened(IElement element, HashSet<string?> opened) =>
        (element.Id is { Length: > 0 } id && opened.Contains(id))
        || element.GetAttribute("role") is "tabpanel" or "region"
        || element.HasAttribute("aria-labelledby")
        || Opening().IsMatch(element.ClassName ?? "")
        || Opening().IsMatch(element.ParentElement?.ClassName ?? "");

    /// <summary>It stays where it is, since to take it out costs a walk along its siblings; an item or a row would be seen, though
    /// nothing is in it.</summary>
    private static void Empty(IElement element, Func<string, string> lose)
    {
        var says = !string.IsNullOrWhiteSpace(element.TextContent);
        element.TextContent = says ? lose("a hidden text") : "";
        foreach (var source in (string[])["src", "srcset", "data-src", "data-srcset"])
        {
            element.RemoveAttribute(source);
        }
        if (element is { LocalName: "li" or "tr" or "dt" or "dd", ParentElement.ChildElementCount: <= MaxSiblings })
        {
            element.Remove();
        }
    }

    [GeneratedRegex(
        "accordion|toggle|collaps|expand|spoiler|faq|answer|tab|panel|slide|carousel|swiper|lightbox|gallery|read-?more|lazy",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Opening();
}
