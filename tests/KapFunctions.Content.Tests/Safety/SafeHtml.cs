using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KapFunctions.Content.Links;

namespace KapFunctions.Content.Tests.Safety;

/// <summary>What must hold of every body, checked on the tree that a browser would build of it.</summary>
internal static class SafeHtml
{
    private static readonly string[] Active =
    [
        "script",
        "style",
        "object",
        "embed",
        "applet",
        "base",
        "link",
        "meta",
        "form",
        "button",
        "textarea",
        "select",
        "svg",
        "math",
        "template",
        "noscript",
        "frame",
        "frameset",
        "xmp",
        "plaintext",
        "title",
    ];

    private static readonly string[] Schemes = ["http:", "https:", "mailto:", "tel:", "sms:", "kap:"];

    public static void Check(string html)
    {
        CheckQuotes(html);
        foreach (var scripting in (bool[])[true, false])
        {
            // A page's parser knows scripts, a sanitiser's often does not: what they make of noscript is a known hole.
            var document = new HtmlParser(new HtmlParserOptions { IsScripting = scripting }).ParseDocument(
                "<!doctype html><body><main>" + html + "</main>"
            );
            foreach (var element in document.Body!.QuerySelectorAll("*"))
            {
                CheckElement(element);
            }
        }
    }

    private static void CheckElement(IElement element)
    {
        Assert.Equal(NamespaceNames.HtmlUri, element.NamespaceUri);
        Assert.DoesNotContain(element.LocalName, Active);
        Assert.True(element.LocalName != "input" || element.GetAttribute("type") == "checkbox", element.OuterHtml);
        // The default settings: nothing loads from another host, and a card names what a click may load.
        Assert.NotEqual("iframe", element.LocalName);
        foreach (var loaded in (string[])["src", "srcset", "poster"])
        {
            Assert.DoesNotContain("//", element.GetAttribute(loaded) ?? "", StringComparison.Ordinal);
            Assert.DoesNotContain("http", element.GetAttribute(loaded) ?? "", StringComparison.OrdinalIgnoreCase);
        }
        if (element.GetAttribute("data-frame") is { } frame)
        {
            Assert.Equal(("a", "https"), (element.LocalName, new Uri(frame).Scheme));
            Assert.Contains(new Uri(frame).Authority, FrameHosts.All);
        }
        foreach (var attribute in element.Attributes)
        {
            CheckAttribute(attribute);
        }
    }

    private static void CheckAttribute(IAttr attribute)
    {
        Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), attribute.Name);
        Assert.DoesNotContain(
            attribute.Name,
            (string[])["style", "name", "srcdoc", "formaction", "action", "target", "ping", "xlink:href", "background"]
        );
        if (attribute.Name is "href" or "src" or "cite" or "poster")
        {
            var scheme = attribute.Value.Trim().Split('/', '?', '#')[0];
            Assert.True(
                !scheme.Contains(':', StringComparison.Ordinal)
                    || Schemes.Any(allowed => scheme.StartsWith(allowed, StringComparison.OrdinalIgnoreCase)),
                attribute.Value
            );
        }
    }

    /// <summary>Outside tags there is no double quote, so a placeholder can be found by a scan.</summary>
    private static void CheckQuotes(string html)
    {
        var inTag = false;
        var inValue = false;
        foreach (var c in html)
        {
            switch (c)
            {
                case '"':
                    Assert.True(inTag, html);
                    inValue = !inValue;
                    break;
                case '<' when !inValue:
                    inTag = true;
                    break;
                case '>' when !inValue:
                    inTag = false;
                    break;
            }
        }
    }
}
