using System.Net;
using System.Text;

namespace KapFunctions.Cli.Tests.Importing.Html;

/// <summary>A text from a seed, as HTML that says what it means, and as four programs put it on the clipboard.</summary>
internal sealed class ClipboardText
{
    private static readonly string[] Words =
    [
        "sleep",
        "Tea",
        "a*b",
        "well-being",
        "1. not",
        "<b>",
        "über",
        "“so”",
        "- no",
        "C:\\x",
        "#1",
    ];

    private sealed record Run(string Text, bool IsBold, bool IsItalic, bool IsLink);

    private sealed record Item(int Level, Run[] Runs);

    /// <summary>A heading or a paragraph where it has runs, else a list.</summary>
    private sealed record Block(bool IsHeading, Run[] Runs, Item[] Items, bool IsNumbered);

    private readonly Random random;
    private readonly Block[] blocks;

    public ClipboardText(int seed)
    {
        random = new(seed);
        blocks = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => NextBlock())];
    }

    /// <param name="hasHeadings">Pages writes its headings as bold paragraphs.</param>
    public string Plain(bool hasHeadings = true) =>
        Join(
            block =>
                block.IsHeading && hasHeadings
                    ? $"<h2>{Plain(block.Runs)}</h2>"
                    : $"<p>{Plain(AsParagraph(block))}</p>",
            block => Nested(block.Items, block.IsNumbered, runs => $"<li>{Plain(runs)}", isInItem: true)
        );

    public string Word() =>
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><body lang=EN-US><!--StartFragment-->"
        + Join(
            block =>
                $"<{(block.IsHeading ? "h2" : "p class=MsoNormal")}>{Word(block.Runs)}<o:p></o:p></{(block.IsHeading ? "h2" : "p")}>\n",
            block =>
                string.Concat(
                    block.Items.Select(item =>
                        $"<p class=MsoListParagraphCxSpMiddle style='margin-left:{36 * item.Level}.0pt;text-indent:-18.0pt;mso-list:l{Array.IndexOf(blocks, block)} level{item.Level} lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Symbol'><span style='mso-list:Ignore'>{(block.IsNumbered ? "1." : "·")}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>{Word(item.Runs)}<o:p></o:p></p>\n"
                    )
                )
        )
        + "<!--EndFragment--></body></html>";

    public string GoogleDocs() =>
        "<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-7f\">"
        + Join(
            block =>
                $"<{(block.IsHeading ? "h2" : "p")} dir=\"ltr\" style=\"line-height:1.38;margin-top:0pt\">{GoogleDocs(block.Runs)}</{(block.IsHeading ? "h2" : "p")}>",
            block =>
                Nested(
                    block.Items,
                    block.IsNumbered,
                    runs =>
                        $"<li dir=\"ltr\" style=\"list-style-type:disc;font-weight:400\" aria-level=\"1\"><p dir=\"ltr\" role=\"presentation\">{GoogleDocs(runs)}</p>",
                    isInItem: false
                )
        )
        + "</b><br class=\"Apple-interchange-newline\">";

    public string Pages() =>
        "<!DOCTYPE html><html><head><meta name=\"Generator\" content=\"Cocoa HTML Writer\"><style type=\"text/css\">p.p1 {margin: 0.0px; font: 12.0px Helvetica}</style></head><body>"
        + Join(
            block => $"<p class=\"p1\"><span class=\"s1\">{Plain(AsParagraph(block))}</span></p>\n",
            block =>
                Nested(
                    block.Items,
                    block.IsNumbered,
                    runs => $"<li class=\"li1\"><span class=\"s2\"></span><span class=\"s1\">{Plain(runs)}</span>",
                    isInItem: true
                )
        )
        + "</body></html>";

    public string Wix() =>
        Join(
            block =>
                $"<{(block.IsHeading ? "h2 class=\"font_2\"" : "p class=\"font_8\"")} style=\"font-size:18px;\"><span class=\"color_15\">{Wix(block.Runs)}</span></{(block.IsHeading ? "h2" : "p")}><p class=\"font_8\"><span class=\"wixGuard\">\u200B</span></p>",
            block =>
                Nested(
                    block.Items,
                    block.IsNumbered,
                    runs => $"<li><p class=\"font_8\">{Wix(runs)}</p>",
                    isInItem: true
                )
        );

    private Block NextBlock() =>
        random.Next(4) switch
        {
            0 => new(true, [Next(isMarked: false)], [], false),
            1 => new(false, [], Items(), random.Next(2) == 0),
            _ => new(false, Runs(), [], false),
        };

    private Item[] Items()
    {
        var level = 1;
        return
        [
            .. Enumerable
                .Range(0, random.Next(1, 6))
                .Select(number => new Item(
                    level = number == 0 ? 1 : Math.Clamp(level + random.Next(-1, 2), 1, 3),
                    Runs()
                )),
        ];
    }

    private Run[] Runs() => [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Next(isMarked: true))];

    private Run Next(bool isMarked) =>
        new(
            string.Join(' ', Enumerable.Range(0, random.Next(1, 3)).Select(_ => Words[random.Next(Words.Length)])),
            isMarked && random.Next(4) == 0,
            isMarked && random.Next(4) == 0,
            isMarked && random.Next(6) == 0
        );

    private static Run[] AsParagraph(Block block) =>
        block.IsHeading ? [.. block.Runs.Select(run => run with { IsBold = true })] : block.Runs;

    private string Join(Func<Block, string> line, Func<Block, string> list) =>
        string.Concat(blocks.Select(block => block.Runs.Length > 0 ? line(block) : list(block)));

    /// <param name="isInItem">Google Docs writes the inner list beside its item.</param>
    private static string Nested(Item[] items, bool isNumbered, Func<Run[], string> open, bool isInItem)
    {
        var name = isNumbered ? "ol" : "ul";
        var html = new StringBuilder();
        var level = 0;
        foreach (var item in items)
        {
            for (; level > item.Level; level--)
            {
                html.Append(isInItem ? $"</li></{name}>" : $"</{name}>");
            }
            if (level == item.Level)
            {
                html.Append(isInItem ? "</li>" : "");
            }
            for (; level < item.Level; level++)
            {
                html.Append('<').Append(name).Append('>');
            }
            html.Append(open(item.Runs)).Append(isInItem ? "" : "</li>");
        }
        for (; level > 0; level--)
        {
            html.Append(isInItem ? $"</li></{name}>" : $"</{name}>");
        }
        return html.ToString();
    }

    private static string Plain(Run[] runs) => Written(runs, run => Around(run, "b", "i", Escaped(run.Text)));

    /// <summary>Runs end where spelling was looked at, whatever stands there.</summary>
    private static string Word(Run[] runs) =>
        Written(
            runs,
            run =>
                string.Concat(
                    new[] { run.Text[..(run.Text.Length / 2)], run.Text[(run.Text.Length / 2)..] }
                        .Where(half => half.Length > 0)
                        .Select(half =>
                            Around(run, "b", "i", $"<span lang=DE style='mso-ansi-language:DE'>{Escaped(half)}</span>")
                        )
                )
        );

    private static string GoogleDocs(Run[] runs) =>
        Written(
            runs,
            run =>
                $"<span style=\"font-size:11pt;font-weight:{(run.IsBold ? 700 : 400)};font-style:{(run.IsItalic ? "italic" : "normal")};text-decoration:none;white-space:pre-wrap;\">{Escaped(run.Text)}</span>"
        );

    private static string Wix(Run[] runs) =>
        Written(
            runs,
            run =>
                (run.IsBold ? "<span style=\"font-weight:bold;\">" : "<span>")
                + (run.IsItalic ? "<span style=\"font-style:italic;\">" : "<span style=\"font-family:avenir;\">")
                + Escaped(run.Text)
                + "</span></span>"
        );

    private static string Written(Run[] runs, Func<Run, string> write) =>
        string.Join(
            ' ',
            runs.Select(run => run.IsLink ? $"<a href=\"https://example.org/\">{write(run)}</a>" : write(run))
        );

    private static string Around(Run run, string bold, string italic, string html)
    {
        var inner = run.IsItalic ? $"<{italic}>{html}</{italic}>" : html;
        return run.IsBold ? $"<{bold}>{inner}</{bold}>" : inner;
    }

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
