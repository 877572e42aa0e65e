using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;

namespace KapFunctions.Content.Html;

/// <summary>What its author hid in ways of HTML that do not come through here: an attribute, a style, a class. Left as it is without
/// them, readers would see it.</summary>
internal static partial class HiddenElement
{
    /// <summary>Whether browsers show nothing of it: https://html.spec.whatwg.org/multipage/interaction.html#the-hidden-attribute,
    /// CSS's <c>display</c> and <c>visibility</c>, Word's own hidden text.</summary>
    public static bool Is(IElement element) =>
        element.HasAttribute("hidden")
        || (element.LocalName == "dialog" && !element.HasAttribute("open"))
        || (element.GetAttribute("style") is { } style && IsStyle(style));

    internal static bool IsStyle(string style) => Nothing().IsMatch(style);

    /// <summary>Classes that Quarto, Bootstrap and Tailwind hide with. Beside one that shows it again on some screens they keep
    /// nothing from anybody.</summary>
    internal static bool AreClasses(IReadOnlyCollection<string> classes) =>
        classes.Any(name => name is "hidden" or "content-hidden" or "d-none")
        && !classes.Any(name =>
            name.Contains(':', StringComparison.Ordinal)
            || (name != "d-none" && name.StartsWith("d-", StringComparison.Ordinal))
        );

    internal static void Remove(IElement body, BodySource source, Markdig.Syntax.Block at)
    {
        foreach (var element in body.QuerySelectorAll("[hidden], [style], [class], dialog").ToArray())
        {
            if (!Is(element) && !AreClasses([.. element.ClassList]))
            {
                continue;
            }
            element.Remove();
            if (source.Problems.IsFirst(ProblemCatalog.HtmlHidden))
            {
                source.Report(ProblemCatalog.HtmlHidden, at, "<" + element.LocalName, element.LocalName);
            }
        }
    }

    [GeneratedRegex(
        @"(^|[;\s/])(display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|mso-hide\s*:\s*all)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Nothing();
}
