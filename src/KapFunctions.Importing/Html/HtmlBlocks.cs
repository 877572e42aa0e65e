using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace KapFunctions.Importing.Html;

internal static partial class HtmlBlocks
{
    private static readonly HashSet<string> Containers = new(StringComparer.OrdinalIgnoreCase)
    {
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "center",
        "font",
        "body",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "blockquote",
        "pre",
        "hr",
        "figure",
        "table",
        "dl",
        "details",
        "aside",
        "video",
        "audio",
        "iframe",
        "address",
        "nav",
        "form",
        "script",
        "style",
        "object",
        "noscript",
    };

    public static string Of(INode parent)
    {
        var blocks = new List<string>();
        var line = new List<INode>();
        foreach (var node in parent.ChildNodes)
        {
            if (!IsBlock(node))
            {
                line.Add(node);
                continue;
            }
            Flush();
            Add(Block(node));
        }
        Flush();
        return string.Join("\n\n", blocks);

        void Flush()
        {
            Add(Paragraph(line));
            line.Clear();
        }

        void Add(string block)
        {
            if (block.Length > 0)
            {
                blocks.Add(block);
            }
        }
    }

    private static bool IsBlock(INode node) =>
        node is IComment
        || node is IElement element && (Blocks.Contains(element.LocalName) || Containers.Contains(element.LocalName));

    private static string Block(INode node)
    {
        if (node is not IElement element)
        {
            return node is IComment { Data: var data } && data.Trim() == "more" ? "<!--more-->" : "";
        }
        return element.LocalName switch
        {
            "p" => HoldsBlocks(element) ? Of(element) : Paragraph(element.ChildNodes),
            ['h', >= '1' and <= '6' and var level] => Heading(element, level - '0'),
            "ul" or "ol" => List(element),
            "blockquote" => Prefixed(Of(element), "> ", "> "),
            "pre" => Code(element),
            "hr" => "* * *",
            "figure" => Figure(element),
            "script" or "style" => "",
            var name when Containers.Contains(name) => Of(element),
            _ => Raw(element),
        };
    }

    private static bool HoldsBlocks(IElement element) => element.ChildNodes.Any(IsBlock);

    private static string Heading(IElement element, int level)
    {
        var text = HtmlInlines.Of(element.ChildNodes).Replace('\n', ' ').Trim();
        return text.Length == 0 ? "" : $"{new string('#', level)} {text}";
    }

    private static string Paragraph(IEnumerable<INode> nodes)
    {
        var inlines = nodes.ToList();
        var bare = string.Concat(inlines.Select(node => node.TextContent)).Trim();
        // A bare address on its own line becomes an embed or a player, so it must not be escaped.
        return BareAddress().IsMatch(bare) && inlines.TrueForAll(IsTextOrLinkToItself)
            ? bare
            : LineStart().Replace(HtmlInlines.Of(inlines).Trim(), @"${indent}\${sign}");
    }

    private static bool IsTextOrLinkToItself(INode node) =>
        node is IText
        || node is IElement { LocalName: "a" } link && link.GetAttribute("href") == link.TextContent.Trim();

    private static string List(IElement list)
    {
        if (list.Children.Any(child => child.LocalName != "li"))
        {
            return Raw(list);
        }
        var number = int.TryParse(list.GetAttribute("start"), out var start) && start >= 0 ? start : 1;
        var items = new List<string>();
        foreach (var item in list.Children)
        {
            var marker = list.LocalName == "ol" ? $"{number++}. " : "- ";
            items.Add(Prefixed(Of(item), marker, new string(' ', marker.Length)));
        }
        var isTight = list.QuerySelector("p, pre, blockquote") is null;
        return string.Join(isTight ? "\n" : "\n\n", isTight ? items.Select(Tight) : items);
    }

    /// <summary>Between an item's line and the list inside it no blank line is needed.</summary>
    private static string Tight(string item) => item.Replace("\n\n", "\n", StringComparison.Ordinal);

    private static string Code(IElement pre)
    {
        var code = pre.QuerySelector("code");
        var language = LanguageClass().Match($"{code?.ClassName} {pre.ClassName}").Groups["name"].Value;
        var text = pre.TextContent.Trim('\n').ReplaceLineEndings("\n");
        var longest = Backticks().Matches(text).Select(match => match.Length).DefaultIfEmpty(0).Max();
        var fence = new string('`', Math.Max(3, longest + 1));
        return $"{fence}{language}\n{text}\n{fence}";
    }

    private static string Figure(IElement figure)
    {
        if (figure.QuerySelector("a.kg-bookmark-container") is { } bookmark)
        {
            var title = bookmark.QuerySelector(".kg-bookmark-title")?.TextContent.Trim();
            var address = bookmark.GetAttribute("href") ?? "";
            return HtmlInlines.Link(HtmlInlines.Escape(title is { Length: > 0 } ? title : address), address, null);
        }
        var pictures = figure.QuerySelectorAll("img").ToList();
        var caption = figure.QuerySelector("figcaption");
        var text = figure.TextContent.Trim();
        if (pictures.Count == 0 && BareAddress().IsMatch(text))
        {
            return text;
        }
        if (pictures.Count == 0 || figure.QuerySelector("iframe, video, audio, table, pre") is not null)
        {
            return figure.Children is [{ LocalName: "pre" } pre] ? Code(pre) : Raw(figure);
        }
        var lines = pictures.Select(picture =>
            HtmlInlines.Of([picture.ParentElement is { LocalName: "a" } link ? link : picture])
        );
        var shown = string.Join("\n\n", lines);
        return caption is null || caption.TextContent.Trim().Length == 0
            ? shown
            : $"^^^\n{shown}\n^^^ {HtmlInlines.Of(caption.ChildNodes).Replace('\n', ' ').Trim()}";
    }

    /// <summary>An HTML block ends at a blank line, so none may stand in it; and it must not be indented as code.</summary>
    private static string Raw(IElement element) =>
        BlankLines()
            .Replace(
                element.OuterHtml.ReplaceLineEndings("\n"),
                element.QuerySelector("pre") is null ? "\n" : "\n&#10;"
            )
            .Trim();

    private static string Prefixed(string text, string first, string others)
    {
        var lines = text.Split('\n');
        var prefixed = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            var prefix = i == 0 ? first : others;
            prefixed.Append(i == 0 ? "" : "\n").Append(lines[i].Length == 0 ? prefix.TrimEnd() : prefix + lines[i]);
        }
        return prefixed.ToString();
    }

    [GeneratedRegex(@"^https?://[^\s<>""]+$", RegexOptions.CultureInvariant)]
    private static partial Regex BareAddress();

    [GeneratedRegex(@"\n[ \t]*(\n[ \t]*)+", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLines();

    [GeneratedRegex("`+", RegexOptions.CultureInvariant)]
    private static partial Regex Backticks();

    [GeneratedRegex(@"\b(language|lang|brush:)[-:\s]*(?<name>[A-Za-z0-9#+-]{1,20})", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageClass();

    /// <summary>What would begin another kind of block.</summary>
    [GeneratedRegex(
        @"^(?<indent>[ ]{0,3}([0-9]{1,9}(?=[.)]([ ]|$)))?)(?<sign>[-+](?=[ ]|$|-)|\#|>|=|:|~|\^|[.)](?<=[0-9].)(?=[ ]|$))",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex LineStart();
}
