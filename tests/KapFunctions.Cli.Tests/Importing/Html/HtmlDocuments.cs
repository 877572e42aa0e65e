using System.Globalization;
using System.Text;

namespace KapFunctions.Cli.Tests.Importing.Html;

/// <summary>HTML as editors, word processors and people make it, from a seed.</summary>
internal sealed partial class HtmlDocuments(int seed)
{
    private readonly Random random = new(seed);
    private int depth;
    private bool inLink;

    public string Next()
    {
        var html = new StringBuilder();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            Block(html);
        }
        return html.ToString();
    }

    private string Pick(string[] all) => all[random.Next(all.Length)];

    private bool Chance(int percent) => random.Next(100) < percent;

    private void Block(StringBuilder html)
    {
        depth++;
        switch (depth > 4 ? 0 : random.Next(21))
        {
            case < 6:
                Element(html, Chance(80) ? "p" : "div", Line);
                break;
            case 6:
                Element(html, $"h{random.Next(2, 5)}{(Chance(30) ? " id=\"part-one\"" : "")}", Line);
                break;
            case 7:
                List(html);
                break;
            case 8:
                Element(html, "blockquote", Chance(50) ? Blocks : Line);
                break;
            case 9:
                Code(html);
                break;
            case 10:
                Figure(html);
                break;
            case 11:
                Table(html);
                break;
            case 12:
                html.Append(Chance(50) ? "<hr>" : "<hr/>\n");
                break;
            case 13:
                Element(html, Pick(["div class=\"x\"", "section", "div", "article"]), Blocks);
                break;
            case 14:
                Element(html, Pick(["b", "em", "span style=\"font-weight:400\""]), inner => Element(inner, "p", Line));
                break;
            case 15:
                Terms(html);
                break;
            case 16:
                Element(
                    html,
                    Pick(["details", "details open"]),
                    inner =>
                    {
                        Element(inner, "summary", Line);
                        Blocks(inner);
                    }
                );
                break;
            case 17:
                Element(
                    html,
                    "blockquote",
                    inner =>
                    {
                        Element(inner, "p", Line);
                        Element(inner, Pick(["cite", "footer"]), Line);
                    }
                );
                break;
            case 18:
                Tasks(html);
                break;
            case 19:
                Element(html, Pick(["p dir=\"rtl\"", "center", "address", "aside", "p align=\"center\""]), Line);
                break;
            default:
                Line(html);
                break;
        }
        depth--;
        html.Append(Pick(["", "\n", "\n\n", "  "]));
    }

    private void Blocks(StringBuilder html)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            Block(html);
        }
    }

    private void Line(StringBuilder html)
    {
        for (var i = random.Next(1, 7); i > 0; i--)
        {
            Inline(html, 0);
            html.Append(Pick(["", " ", " ", " ", "\n"]));
        }
    }

    private void Inline(StringBuilder html, int nested)
    {
        switch (nested > 3 ? 0 : random.Next(14))
        {
            case < 7:
                html.Append(Pick(Texts));
                break;
            case 7 or 8 or 9:
                Element(html, Pick(Marks), inner => Several(inner, nested + 1));
                break;
            case 10 when !inLink:
                inLink = true;
                Element(
                    html,
                    $"a href=\"{(Chance(10) ? "#part-one" : Pick(Addresses))}\"",
                    inner =>
                    {
                        inner.Append(
                            Pick(Texts)
                                .Replace("   ", "t", StringComparison.Ordinal)
                                .Replace("<!-- c -->", "t", StringComparison.Ordinal)
                                .Replace("&nbsp;", "t", StringComparison.Ordinal)
                        );
                        Several(inner, nested + 1);
                    }
                );
                inLink = false;
                break;
            case 11:
                html.Append(Chance(50) ? "<br>" : "<br />\n");
                break;
            case 12:
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"<img src=\"/media/{Pick(["a.png", "b_c_d.png", "a%20b.jpg"])}\" alt=\"{Pick(["", "A lamp", "[x] _y_", "a *b*", "&quot;q&quot;"])}\">"
                );
                break;
            default:
                html.Append(Pick(Texts));
                break;
        }
    }

    private void Several(StringBuilder html, int nested)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            Inline(html, nested);
            html.Append(Pick(["", "", " "]));
        }
    }

    private void List(StringBuilder html) =>
        Element(
            html,
            Pick(["ul", "ol", "ol start=\"3\"", "ol start=\"0\"", "ol type=\"a\"", "ol reversed"]),
            list =>
            {
                for (var i = random.Next(1, 4); i > 0; i--)
                {
                    Element(
                        list,
                        "li",
                        item =>
                        {
                            Line(item);
                            if (depth < 4 && Chance(40))
                            {
                                Block(item);
                            }
                        }
                    );
                }
            }
        );

    private void Terms(StringBuilder html) =>
        Element(
            html,
            "dl",
            list =>
            {
                for (var i = random.Next(1, 4); i > 0; i--)
                {
                    Element(list, "dt", Line);
                    Element(list, "dd", Chance(80) || depth > 3 ? Line : Blocks);
                }
            }
        );

    private void Tasks(StringBuilder html) =>
        Element(
            html,
            "ul",
            list =>
            {
                for (var i = random.Next(1, 4); i > 0; i--)
                {
                    Element(
                        list,
                        "li",
                        item =>
                        {
                            item.Append(
                                Pick(["<input type=\"checkbox\"> ", "<input type=checkbox checked disabled> "])
                            );
                            Line(item);
                        }
                    );
                }
            }
        );

    private void Code(StringBuilder html)
    {
        string[] lines =
        [
            "let a = 1;",
            "  b();",
            "```",
            "~~~",
            "    c",
            "%% x %%",
            "{{ d }}",
            "&lt;e&gt;",
            "",
            "a|b",
            "\tf",
            "# g",
            "*h*",
            "- i",
            "&amp;amp;",
            "^[j k]",
        ];
        html.Append(Pick(["<pre>", "<pre><code>", "<pre class=\"brush: css\">", "<pre><code class=\"language-js\">"]));
        var isCode =
            html.ToString().EndsWith("code>", StringComparison.Ordinal)
            || html.ToString().EndsWith("js\">", StringComparison.Ordinal);
        html.Append("first").Append(Pick(["\n", "<br>", "<br/>"]));
        for (var i = random.Next(0, 5); i > 0; i--)
        {
            html.Append(Pick(lines)).Append(Pick(["\n", "<br>", "\r\n"]));
        }
        html.Append("last").Append(isCode ? "</code>" : "").Append("</pre>");
    }

    private void Figure(StringBuilder html) =>
        Element(
            html,
            "figure",
            figure =>
            {
                for (var i = Chance(70) ? 1 : 3; i > 0; i--)
                {
                    figure.Append(
                        Chance(30)
                            ? "<a href=\"/media/a.png\"><img src=\"/media/a.png\" alt=\"x\"></a>"
                            : "<img src=\"/media/a.png\" alt=\"A lamp\" width=300>"
                    );
                }
                if (Chance(70))
                {
                    Element(figure, "figcaption", Line);
                }
            }
        );

    private void Table(StringBuilder html)
    {
        var columns = random.Next(1, 4);
        var hasHead = Chance(60);
        html.Append("<table>").Append(Chance(20) ? "<caption>A caption</caption>" : "");
        if (hasHead)
        {
            Element(html, "thead", head => Row(head, columns, "th"));
        }
        Element(
            html,
            "tbody",
            body =>
            {
                for (var i = random.Next(1, 3); i > 0; i--)
                {
                    Row(body, columns, "td");
                }
            }
        );
        html.Append("</table>");
    }

    private void Row(StringBuilder html, int columns, string cell) =>
        Element(
            html,
            "tr",
            row =>
            {
                for (var i = columns; i > 0; i--)
                {
                    Element(row, cell, Chance(85) || depth > 3 ? Line : Blocks);
                }
            }
        );

    private static void Element(StringBuilder html, string tag, Action<StringBuilder> inner)
    {
        html.Append('<').Append(tag).Append('>');
        inner(html);
        html.Append("</").Append(tag.Split(' ')[0]).Append('>');
    }
}
