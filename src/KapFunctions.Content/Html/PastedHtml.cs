using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig.Syntax;

namespace KapFunctions.Content.Html;

/// <summary>HTML as word processors and kits put it on the clipboard: how a text looks is said in styles, against the elements
/// that hold it. What its author saw there is what readers get.</summary>
internal sealed partial class PastedHtml(IElement body)
{
    /// <summary>Each change to the tree costs a walk along the siblings; what is left is plain text.</summary>
    private const int MaxChanges = 3_000;

    private int changes;

    public static void Clean(IElement body, BodySource source, Block at)
    {
        if (source.PastedFrom is not { } origin)
        {
            return;
        }
        if (source.Problems.IsFirst(ProblemCatalog.PastedHtml))
        {
            source.Problems.Add(ProblemCatalog.PastedHtml, source.LineAt(at.Line), origin);
        }
        var pasted = new PastedHtml(body);
        pasted.CleanLists();
        pasted.CleanElements();
        pasted.RemoveEmpty();
    }

    private void CleanElements()
    {
        foreach (var element in body.QuerySelectorAll("*").ToArray())
        {
            if (element.Parent is null)
            {
                continue;
            }
            var style = element.GetAttribute("style") ?? "";
            foreach (var name in element.Attributes.Select(attribute => attribute.Name).Where(IsLook).ToArray())
            {
                element.RemoveAttribute(name);
            }
            Clean(element, style);
        }
    }

    private void Clean(IElement element, string style)
    {
        switch (element.LocalName)
        {
            case "b" or "strong" when Weight(style) is "normal" or "400" or "300":
            case "i" or "em" when Has(style, "font-style", "normal"):
            case "o:p" or "font":
            case "p" when element.Parent is IElement { LocalName: "li" }:
                Unwrap(element);
                break;
            case "span":
                Replace(element, Meant(style));
                break;
            case "a" when element.GetAttribute("href") is { } href:
                element.SetAttribute("href", WithoutTracking(href));
                break;
        }
    }

    /// <summary>Paragraphs with no more than a blank are what writers press the return key for.</summary>
    private void RemoveEmpty()
    {
        foreach (var element in body.QuerySelectorAll("p, b, div, strong, em, i").Reverse().ToArray())
        {
            if (element.ChildElementCount == 0 && string.IsNullOrWhiteSpace(element.TextContent) && TryChange())
            {
                element.Remove();
            }
        }
    }

    /// <summary>The element that says what the style of a span does; null for none.</summary>
    private static string? Meant(string style) =>
        Weight(style) is "bold" or "bolder" or "600" or "700" or "800" or "900" ? "strong"
        : Has(style, "font-style", "italic") ? "em"
        : Has(style, "vertical-align", "super") ? "sup"
        : Has(style, "vertical-align", "sub") ? "sub"
        : Has(style, "text-decoration", "line-through") ? "s"
        : null;

    private static bool IsLook(string attribute) =>
        attribute is "style" or "class" or "align" or "lang" or "dir" or "role" or "id"
        || attribute.StartsWith("data-", StringComparison.Ordinal)
        || attribute.StartsWith("aria-", StringComparison.Ordinal);

    /// <summary>Word writes the items of lists as paragraphs, with their marks as text.</summary>
    private void CleanLists()
    {
        var lists = new Stack<(int Level, IElement List)>();
        INode? last = null;
        foreach (var item in body.QuerySelectorAll("p").Where(IsItem).ToArray())
        {
            var level = LevelOf(item);
            var mark = item.QuerySelectorAll("span")
                .FirstOrDefault(span => Has(span.GetAttribute("style"), "mso-list", "ignore"));
            if (lists.Count == 0 || !Follows(item, last) || !TryChange())
            {
                lists.Clear();
            }
            while (lists.Count > 1 && lists.Peek().Level > level)
            {
                lists.Pop();
            }
            if (lists.Count == 0 || lists.Peek().Level < level)
            {
                lists.Push((level, NewList(item, mark, lists.Count == 0 ? null : lists.Peek().List.LastElementChild)));
            }
            mark?.Remove();
            last = lists.Last().List;
            var entry = body.Owner!.CreateElement("li");
            lists.Peek().List.AppendChild(entry);
            while (item.FirstChild is { } child)
            {
                entry.AppendChild(child);
            }
            item.Remove();
        }
    }

    private IElement NewList(IElement item, IElement? mark, IElement? above)
    {
        var isNumbered = mark is not null && Number().IsMatch(mark.TextContent.Trim());
        var list = body.Owner!.CreateElement(isNumbered ? "ol" : "ul");
        if (above is null)
        {
            item.Parent!.InsertBefore(list, item);
        }
        else
        {
            above.AppendChild(list);
        }
        return list;
    }

    private static bool IsItem(IElement paragraph) => Has(paragraph.GetAttribute("style"), "mso-list", "l");

    private static int LevelOf(IElement item) =>
        Level().Match(item.GetAttribute("style") ?? "") is { Success: true } level
            ? int.Parse(level.Groups["level"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : 1;

    /// <summary>Whether nothing but blanks stands between the two.</summary>
    private static bool Follows(IElement item, INode? last)
    {
        var before = item.PreviousSibling;
        while (before is IText text && string.IsNullOrWhiteSpace(text.Data))
        {
            before = before.PreviousSibling;
        }
        return before is not null && before == last;
    }

    private static string? Weight(string style) => ValueOf(style, "font-weight");

    private static bool Has(string? style, string property, string value) =>
        ValueOf(style ?? "", property) is { } found && found.StartsWith(value, StringComparison.Ordinal);

    /// <summary>Of a property that is there twice the last one counts, as in browsers.</summary>
    private static string? ValueOf(string style, string property)
    {
        string? value = null;
        foreach (var declaration in style.Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && declaration.AsSpan(0, colon).Trim().Equals(property, StringComparison.OrdinalIgnoreCase))
            {
                value = declaration[(colon + 1)..].Trim().ToLowerInvariant();
            }
        }
        return value;
    }

    private static string WithoutTracking(string href)
    {
        var real = Redirect().Match(href) is { Success: true } redirect
            ? Uri.UnescapeDataString(redirect.Groups["url"].Value)
            : href;
        var clean = Tracking().Replace(real, "$1");
        return clean == real ? real : Separators().Replace(clean, "$1").TrimEnd('?', '&');
    }

    private void Replace(IElement element, string? name)
    {
        if (name is null)
        {
            Unwrap(element);
        }
        else if (TryChange())
        {
            var meant = body.Owner!.CreateElement(name);
            element.Parent!.ReplaceChild(meant, element);
            while (element.FirstChild is { } child)
            {
                meant.AppendChild(child);
            }
        }
    }

    private void Unwrap(IElement element)
    {
        if (!TryChange())
        {
            return;
        }
        while (element.FirstChild is { } child)
        {
            element.Parent!.InsertBefore(child, element);
        }
        element.Remove();
    }

    private bool TryChange() => ++changes <= MaxChanges;

    [GeneratedRegex("([?&])&+", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"level(?<level>[1-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Level();

    [GeneratedRegex(
        @"^\(?([0-9]+|[a-z]|[ivxlc]+)[.)]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^https?://www\.google\.[a-z.]{2,6}/url\?([^#]*&)?q=(?<url>https?[^&]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Redirect();

    [GeneratedRegex(
        @"([?&])(?:utm_[a-z_]+|fbclid|gclid|msclkid|mc_[ce]id|igshid|si|ved|usg|sa)=[^&#]*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Tracking();
}
