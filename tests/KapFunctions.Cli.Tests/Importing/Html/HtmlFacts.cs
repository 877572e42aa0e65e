using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KapFunctions.Cli.Tests.Importing.Html;

/// <summary>What a reader has of some HTML, told without the code that converts it: each letter with the marks around it and where it
/// leads, each picture, and where lines end. Blanks count in code alone.</summary>
internal sealed class HtmlFacts
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
        foreach (var extra in document.QuerySelectorAll("a.heading-anchor, a.footnote-back, script, style").ToArray())
        {
            extra.Remove();
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
            letters.Add($"[picture {Address(element.GetAttribute("src"))} {Plain(element.GetAttribute("alt"))}]{link}");
            // What is within a player is for browsers that have none.
            return;
        }
        if (name == "input")
        {
            letters.Add(element.HasAttribute("checked") ? "[x]" : "[ ]");
        }
        if (name == "a" && element.GetAttribute("href") is { } href)
        {
            link = " -> " + Address(href);
            if (href.StartsWith('#'))
            {
                jumps.Add(href[1..].ToLowerInvariant());
            }
        }
        if (
            Marks.TryGetValue(name, out var mark)
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
        Read((INode)element, marks, link, isCode || name == "pre");
        if (isBlock)
        {
            EndLine();
        }
    }

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
}
