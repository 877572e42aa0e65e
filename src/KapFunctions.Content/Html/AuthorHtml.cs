using AngleSharp.Dom;
using KapFunctions.Content.Links;
using KapFunctions.Content.LinksAndMedia;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig.Syntax;

namespace KapFunctions.Content.Html;

/// <summary>The friendliest safe reading of an author's HTML: unknown elements leave their text, frames become embeds or links,
/// addresses become placeholders, and each change is told.</summary>
internal sealed class AuthorHtml(BodySource source, Block at)
{
    private const int MaxChanges = 3_000;

    private readonly AuthorFrames frames = new(source, at);
    private readonly ForeignMedia foreign = new(source);
    private int changes;

    public void Tame(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("*").ToArray())
        {
            if (element.Parent is null)
            {
                continue;
            }
            if (element.NamespaceUri != NamespaceNames.HtmlUri || HtmlRules.Dropped.Contains(element.LocalName))
            {
                Drop(element);
            }
            else
            {
                Tame(element, element.LocalName);
            }
        }
    }

    private void Tame(IElement element, string name)
    {
        switch (name)
        {
            case "iframe":
                CountChange();
                frames.Tame(element);
                break;
            case "img" or "audio" or "video" when foreign.AddressOf(element) is { } address:
                CountChange();
                source.ReportForeign(at, element.GetAttribute("src") ?? address, address);
                ForeignMedia.Replace(element, address);
                break;
            case "input" when element.GetAttribute("type") != "checkbox":
                Drop(element);
                break;
            case "input":
                // A box that readers could tick would be the beginning of a form; one in a list of tasks is a picture of one.
                element.SetAttribute("disabled", "");
                TameAttributes(element, name);
                break;
            case var _ when !HtmlRules.Elements.Contains(name):
                ReportUnknown(name);
                Unwrap(element);
                break;
            default:
                TameAttributes(element, name);
                break;
        }
    }

    private void Drop(IElement element)
    {
        if (element.Parent is not null)
        {
            CountChange();
            ReportRemoved(element.LocalName, "it was taken out with all that is in it");
            element.Remove();
        }
    }

    private void Unwrap(IElement element)
    {
        CountChange();
        var parent = element.Parent;
        while (parent is not null && element.FirstChild is { } child)
        {
            parent.InsertBefore(child, element);
        }
        element.Remove();
    }

    private void TameAttributes(IElement element, string name)
    {
        var written = element.GetAttribute("src") ?? "";
        foreach (var attribute in element.Attributes.ToArray())
        {
            var value = Value(element, attribute.Name, attribute.Value);
            if (value is null)
            {
                element.RemoveAttribute(attribute.Name);
            }
            else if (!ReferenceEquals(value, attribute.Value))
            {
                element.SetAttribute(attribute.Name, value);
            }
        }
        if (
            name == "a"
            && element.GetAttribute("href") is { } href
            && href.StartsWith("http", StringComparison.Ordinal)
        )
        {
            element.SetAttribute("rel", "external noopener");
        }
        if (name == "img")
        {
            TameImage(element, written);
        }
        else if (name is "source" or "track" && !element.HasAttribute("src") && !element.HasAttribute("srcset"))
        {
            element.Remove();
        }
    }

    private string? Value(IElement element, string attribute, string value)
    {
        switch (attribute)
        {
            case "name"
                when element.LocalName == "a" && !element.HasAttribute("id") && Anchor.Of(value) is { Length: > 0 } id:
                element.SetAttribute("id", id);
                return null;
            case "id":
                return Anchor.Of(value) is { Length: > 0 } anchor ? anchor : null;
            case EmbedMarkup.FrameAttribute:
                // Whoever wrote it, it names a frame that a link alone on its line would be given.
                return element.LocalName == "a" && Embed.Of(value)?.Frame == value ? value : null;
            case "srcset":
                return SourceSet(value);
            case "width" or "height":
                return AttributeRules.IsSize(value) ? value : null;
            case "tabindex":
                return value == "-1" ? value : null;
            // "markdown" is kramdown's, and has done its work by now.
            case "rel" or "markdown":
                return null;
            case "src" or "poster":
                return Address(value) is { } loaded && IsShown(loaded) ? loaded : null;
            case var _ when HtmlRules.Addresses.Contains(attribute):
                return Address(value);
            case var _ when HtmlRules.Attributes.Contains(attribute):
                return value;
            default:
                source.Problems.AddOnce(
                    ProblemCatalog.HtmlAttributeRemoved,
                    source.LineAt(at.Line),
                    element.LocalName,
                    attribute
                );
                return null;
        }
    }

    private string? Address(string written)
    {
        var address = source.Links.Resolve(written);
        LinkWriter.ReportUnusable(source, at, address, written);
        return address.IsUsable ? address.Url : null;
    }

    /// <summary>A set of placeholders could not be filled in by a scan for a quote; web addresses can stay.</summary>
    private string? SourceSet(string value)
    {
        var candidates = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var isWeb = candidates.All(candidate =>
            source.Links.Resolve(candidate.Split(' ')[0]) is { Kind: LinkKind.External or LinkKind.Site } address
            && IsShown(address.Url)
        );
        return isWeb ? string.Join(", ", candidates) : null;
    }

    private bool IsShown(string url)
    {
        var isShown = source.Settings.Shows(url);
        if (!isShown)
        {
            source.ReportForeign(at, url, url);
        }
        return isShown;
    }

    private void TameImage(IElement image, string written)
    {
        if (string.IsNullOrEmpty(image.GetAttribute("src")))
        {
            image.Remove();
            return;
        }
        if (!image.HasAttribute("alt"))
        {
            image.SetAttribute("alt", "");
            var shown = image.GetAttribute("src") ?? "";
            source.Report(ProblemCatalog.ImageAltMissing, at, written, Placeholder.PathOf(shown) ?? shown);
        }
        if (!image.HasAttribute("loading"))
        {
            image.SetAttribute("loading", "lazy");
        }
    }

    /// <summary>Each change to the tree costs a walk along the siblings.</summary>
    private void CountChange()
    {
        if (++changes > MaxChanges)
        {
            throw new TooComplexException("it has too many HTML elements that are not allowed", at.Line);
        }
    }

    /// <summary>What is never closed and holds no values was no element: <c>Write to &lt;Name&gt;</c>.</summary>
    private void ReportUnknown(string name)
    {
        if (
            !name.Contains('-', StringComparison.Ordinal)
            && !source.Markdown.Contains($"</{name}", StringComparison.OrdinalIgnoreCase)
            && source.Written(at, "<" + name, '>') is { } written
            && !written.Contains('=', StringComparison.Ordinal)
            && !written.EndsWith("/>", StringComparison.Ordinal)
        )
        {
            if (source.Problems.IsFirst(ProblemCatalog.AngleBrackets, name))
            {
                source.Report(ProblemCatalog.AngleBrackets, at, written, written, $"&lt;{written[1..^1]}&gt;");
            }
            return;
        }
        ReportRemoved(name, "its text stays");
    }

    /// <summary>Told once a file for each element: whoever uses one at all often uses it throughout.</summary>
    private void ReportRemoved(string element, string whatOfIt)
    {
        if (source.Problems.IsFirst(ProblemCatalog.HtmlRemoved, element))
        {
            source.Report(ProblemCatalog.HtmlRemoved, at, "<" + element, element, whatOfIt);
        }
    }
}
