using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KapFunctions.Cli.Tests.Importing.Html;

/// <summary>What a reader has of some HTML, told without the code that converts it: each letter with the marks around it and where it
/// leads, each picture, and where lines end. Blanks count in code alone.</summary>
internal sealed partial class HtmlFacts
{
    private const string Blocks =
        " address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption ";

    private static readonly Dictionary<string, string> Marks = new()
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
        ["small"] = "small",
    };

    private readonly List<string> letters = [];
    private readonly HashSet<string> ids = [];
    private readonly List<string> jumps = [];

    private HtmlFacts() { }

    /// <summary>One for each letter, picture and end of a line.</summary>
    public IReadOnlyList<string> Letters => letters;

    /// <summary>Links within the text that lead nowhere in it.</summary>
    public IEnumerable<string> DeadJumps => jumps.Where(jump => !ids.Contains(jump));

    public static HtmlFacts Of(string html)
    {
        using var document = new HtmlParser(new() { IsScripting = false }).ParseDocument(
            "<!doctype html><body>" + html
        );
        foreach (
            var extra in document
                .QuerySelectorAll("a.heading-anchor, a.footnote-back, script, style, select, textarea")
                .ToArray()
        )
        {
            extra.Remove();
        }
        foreach (var back in document.QuerySelectorAll("a[href^='#']").Where(IsWayBack).ToArray())
        {
            back.Remove();
        }
        foreach (var verse in document.QuerySelectorAll("pre").Where(IsVerse).ToArray())
        {
            verse.InnerHtml = verse.InnerHtml.Replace("\n", "<br>", StringComparison.Ordinal);
        }
        foreach (var frame in document.QuerySelectorAll("figure:not(.embed) > iframe").ToArray())
        {
            if (Film().Match(frame.GetAttribute("src") ?? "") is { Success: true } film)
            {
                frame.ParentElement!.TextContent = "https://www.youtube.com/watch?v=" + film.Groups["id"].Value;
            }
        }
        foreach (var embed in document.QuerySelectorAll("figure.embed").ToArray())
        {
            // A player stands for an address alone on its line.
            embed.TextContent = embed.QuerySelector("a[href]")?.GetAttribute("href") ?? "";
        }
        var facts = new HtmlFacts();
        facts.Read(document.Body!, "", "", isCode: false);
        facts.EndLine();
        return facts;
    }

    private void Read(INode node, string marks, string link, bool isCode)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText { Data: var text })
            {
                Add(text, marks, link, isCode);
            }
            else if (child is IElement element)
            {
                Read(element, marks, link, isCode);
            }
        }
    }

    private void Read(IElement element, string marks, string link, bool isCode)
    {
        var name = element.LocalName;
        if (IsInsteadOfLate(element))
        {
            return;
        }
        if (element.Id is { Length: > 0 } id)
        {
            ids.Add(id.ToLowerInvariant());
        }
        if (element.GetAttribute("name") is { Length: > 0 } anchor && name == "a")
        {
            ids.Add(anchor.ToLowerInvariant());
        }
        var isBlock = Blocks.Contains($" {name} ", StringComparison.Ordinal);
        if (isBlock || name == "br")
        {
            EndLine();
        }
        if (name is "img" or "video" or "audio")
        {
            if (IsShown(element))
            {
                letters.Add(
                    $"[picture {Address(element.GetAttribute("src") ?? element.GetAttribute("data-src"))} {Plain(WordsOf(element))}]{link}"
                );
            }
            // What is within a player is for browsers that have none.
            return;
        }
        // Others are of forms, which are told of.
        if (name == "input" && element.GetAttribute("type") == "checkbox" && element.Closest("li") is not null)
        {
            letters.Add(element.HasAttribute("checked") ? "[x]" : "[ ]");
        }
        if (name == "a" && element.GetAttribute("href") is { } href)
        {
            // A jump may have another name, as long as it leads somewhere.
            link =
                href == "#" ? ""
                : href.StartsWith('#') ? " -> #"
                : " -> " + Address(href);
            if (href.StartsWith('#') && href.Length > 1)
            {
                jumps.Add(href[1..].ToLowerInvariant());
            }
        }
        if (
            (IsNormal(element) ? null : Marks.GetValueOrDefault(name) ?? StyleOf(element)) is { } mark
            && !marks.Contains($"<{mark}>", StringComparison.Ordinal)
            && !(isCode || name == "code" && element.Closest("pre") is not null)
        )
        {
            marks = string.Concat(
                $"{marks}<{mark}>"
                    .Split('<', StringSplitOptions.RemoveEmptyEntries)
                    .Order(StringComparer.Ordinal)
                    .Select(one => "<" + one)
            );
        }
        Read((INode)element, marks, link, isCode || name == "pre" && !IsVerse(element));
        if (isBlock)
        {
            EndLine();
        }
    }

    /// <summary>Lines of a poem: marks count in them, blanks do not.</summary>
    private static bool IsVerse(IElement pre) =>
        pre.ClassName?.Contains("verse", StringComparison.Ordinal) == true
        && pre.QuerySelector("b, strong, i, em, s, del, u, a") is not null;

    private static string? StyleOf(IElement element) =>
        element.LocalName is not ("span" or "p") || element.GetAttribute("style") is not { } style ? null
        : style.Contains("line-through", StringComparison.Ordinal) ? "del"
        : style.Contains("font-style:italic", StringComparison.Ordinal) ? "em"
        : Bold().IsMatch(style) ? "strong"
        : null;

    /// <summary>Google Docs wraps all that is copied in such a one.</summary>
    private static bool IsNormal(IElement element) =>
        element.LocalName == "b"
        && element.GetAttribute("style")?.Contains("font-weight:normal", StringComparison.Ordinal) == true;

    private static bool IsWayBack(IElement link) => link.TextContent.Trim().StartsWith('\u21A9');

    /// <summary>Shown only where no program runs that shows the picture beside it.</summary>
    private static bool IsInsteadOfLate(IElement element) =>
        element.LocalName == "noscript"
        && (
            element.NextElementSibling?.HasAttribute("data-src") == true
            || element.PreviousElementSibling?.HasAttribute("data-src") == true
        );

    /// <summary>Browsers show nothing of an address with a scheme that they do not know.</summary>
    private static bool IsShown(IElement picture) =>
        !Uri.TryCreate(picture.GetAttribute("src"), UriKind.Absolute, out var address)
        || address.Scheme is "http" or "https" or "data" or "file" or "kap";

    private static string? WordsOf(IElement picture) =>
        string.IsNullOrWhiteSpace(picture.GetAttribute("alt"))
            ? picture.GetAttribute("title")
            : picture.GetAttribute("alt");

    private void Add(string text, string marks, string link, bool isCode)
    {
        foreach (var rune in Plain(text).Replace("\t", "    ", StringComparison.Ordinal).EnumerateRunes())
        {
            if (isCode && rune.Value == '\n')
            {
                EndLine();
            }
            else if (isCode && rune.Value == ' ' || !Rune.IsWhiteSpace(rune))
            {
                letters.Add(rune + marks + link);
            }
        }
    }

    private void EndLine()
    {
        // Nobody sees blanks at the end of a line of code.
        while (letters.Count > 0 && letters[^1] == " ")
        {
            letters.RemoveAt(letters.Count - 1);
        }
        if (letters.Count > 0 && letters[^1] != "\n")
        {
            letters.Add("\n");
        }
    }

    /// <summary>Typography aside.</summary>
    private static string Plain(string? text) =>
        (text ?? "")
            .Replace('“', '"')
            .Replace('”', '"')
            .Replace('‘', '\'')
            .Replace('’', '\'')
            .Replace("…", "...", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormC);

    private static string Address(string? address)
    {
        var plain = (address ?? "").Trim();
        plain = plain.StartsWith("kap:", StringComparison.Ordinal) ? "/" + plain[4..] : plain;
        plain = plain.StartsWith('#') ? plain.ToLowerInvariant() : plain;
        return Uri.UnescapeDataString(plain).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("font-weight:(bold|[6-9]00)", RegexOptions.CultureInvariant)]
    private static partial Regex Bold();

    [GeneratedRegex(@"youtube\.com/embed/(?<id>[\w-]{11})", RegexOptions.CultureInvariant)]
    private static partial Regex Film();
}
