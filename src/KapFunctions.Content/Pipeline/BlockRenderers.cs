using KapFunctions.Content.Alerts;
using KapFunctions.Content.Code;
using KapFunctions.Content.Comments;
using KapFunctions.Content.Rendering;
using KapFunctions.Content.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.SmartyPants;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Pipeline;

/// <summary>Headings with a stable id and a link to themselves.</summary>
internal sealed class AnchoredHeadingRenderer : PostObjectRenderer<HeadingBlock>
{
    protected override void Write(PostHtmlRenderer renderer, HeadingBlock heading)
    {
        var level = (char)('0' + Math.Clamp(heading.Level, 1, 6));
        var attributes = heading.TryGetAttributes();
        var id = renderer.AddHeading(InlineText.Of(heading.Inline).Trim(), attributes?.Id, heading.Level);
        if (attributes is not null)
        {
            attributes.Id = null;
        }
        renderer.Write("<h").Write(level).Write(" id=\"").Write(id).Write('"');
        renderer.WriteSafeAttributes(heading);
        renderer.Write('>');
        renderer.WriteLeafInline(heading);
        renderer.Write("<a class=\"heading-anchor\" href=\"#").WriteEscapeUrl(id);
        renderer.Write("\" aria-hidden=\"true\" tabindex=\"-1\"></a></h").Write(level).WriteLine('>');
    }
}

/// <summary>Quotation marks, dashes and ellipses in the language of the post.</summary>
internal sealed class TypographyRenderer : PostObjectRenderer<SmartyPant>
{
    protected override void Write(PostHtmlRenderer renderer, SmartyPant mark) =>
        renderer.Write(renderer.Typography.Mark(mark.Type, isApostrophe: false));
}

/// <summary>Text, with straight apostrophes made round.</summary>
internal sealed class LiteralRenderer : PostObjectRenderer<LiteralInline>
{
    protected override void Write(PostHtmlRenderer renderer, LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        while (text.IndexOf('\'') is >= 0 and var mark)
        {
            var isFeet =
                mark > 0
                && char.IsAsciiDigit(text[mark - 1])
                && !(mark + 1 < text.Length && char.IsLetter(text[mark + 1]));
            renderer.WriteEscape(text[..mark]);
            renderer.Write(isFeet ? '\'' : '’');
            text = text[(mark + 1)..];
        }
        renderer.WriteEscape(text);
    }
}

/// <summary>
/// The end of a line among text. Markdig's own asks whether what is being written is the last of its container, which a
/// paragraph that is written in parts cannot answer.
/// </summary>
internal sealed class LineBreakRenderer : PostObjectRenderer<LineBreakInline>
{
    protected override void Write(PostHtmlRenderer renderer, LineBreakInline lineBreak)
    {
        if (lineBreak.NextSibling is null)
        {
            return;
        }
        if (lineBreak.IsHard && renderer.EnableHtmlForInline)
        {
            renderer.Write("<br />");
        }
        renderer.EnsureLine();
    }
}

/// <summary>TeX among text; between two dollar signs it is to be shown on a line of its own.</summary>
internal sealed class MathRenderer : PostObjectRenderer<MathInline>
{
    protected override void Write(PostHtmlRenderer renderer, MathInline math)
    {
        var (open, close) = math.DelimiterCount > 1 ? ("\\[", "\\]") : ("\\(", "\\)");
        renderer.Write("<span class=\"math\">").Write(open);
        renderer.WriteEscape(math.Content.AsSpan());
        renderer.Write(close).Write("</span>");
    }
}

/// <summary>Tables with classes for alignment, where Markdig writes styles.</summary>
internal sealed class TableRenderer : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            for (var i = 0; i < row.Count; i++)
            {
                var column = Math.Min(i, table.ColumnDefinitions.Count - 1);
                if (column >= 0 && table.ColumnDefinitions[column].Alignment is { } alignment)
                {
                    row[i].GetAttributes().AddClass("align-" + alignment.ToString().ToLowerInvariant());
                }
            }
        }
        foreach (var column in table.ColumnDefinitions)
        {
            column.Alignment = null;
            column.Width = 0;
        }
        base.Write(renderer, table);
    }
}

/// <summary>The notes at the end of the text.</summary>
internal sealed class FootnotesRenderer : PostObjectRenderer<FootnoteGroup>
{
    protected override void Write(PostHtmlRenderer renderer, FootnoteGroup notes)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<section class=\"footnotes\" role=\"doc-endnotes\">").WriteLine("<ol>");
        foreach (var note in notes.OfType<Footnote>())
        {
            renderer.Write($"<li id=\"fn-{note.Order}\">");
            renderer.WriteChildren(note);
            renderer.WriteLine("</li>");
        }
        renderer.WriteLine("</ol>").WriteLine("</section>");
    }
}

/// <summary>The number in the text that leads to a note, and the way back.</summary>
internal sealed class FootnoteLinkRenderer : PostObjectRenderer<FootnoteLink>
{
    protected override void Write(PostHtmlRenderer renderer, FootnoteLink link)
    {
        if (!renderer.EnableHtmlForInline)
        {
            return;
        }
        renderer.Write(
            link.IsBackLink
                ? $" <a href=\"#fnref-{link.Index}\" class=\"footnote-back\" role=\"doc-backlink\">↩</a>"
                : $"<sup id=\"fnref-{link.Index}\"><a href=\"#fn-{link.Footnote.Order}\" class=\"footnote\" role=\"doc-noteref\">{link.Footnote.Order}</a></sup>"
        );
    }
}

/// <summary>Alerts, whose title is what the author wrote, else their kind.</summary>
internal sealed class AlertRenderer : PostObjectRenderer<AlertBlock>
{
    protected override void Write(PostHtmlRenderer renderer, AlertBlock alert)
    {
        renderer.EnsureLine();
        renderer.Write("<div");
        renderer.WriteSafeAttributes(alert);
        renderer.WriteLine('>');
        WriteContent(renderer, alert, CalloutExtension.TitleOf(alert) ?? "", alert.Kind.ToString());
    }

    /// <summary>The title, which is <paramref name="kind"/> where the author wrote none, what it holds, and its end.</summary>
    public static void WriteContent(PostHtmlRenderer renderer, ContainerBlock alert, string title, string kind)
    {
        renderer.Write("<p class=\"markdown-alert-title\">");
        renderer.WriteEscape(title.Length > 0 ? title : Capitalized(kind));
        renderer.WriteLine("</p>");
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(alert);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.WriteLine("</div>");
    }

    private static string Capitalized(string kind) =>
        string.Concat(kind[..1].ToUpperInvariant(), kind[1..].ToLowerInvariant());
}

/// <summary>Code; mermaid diagrams stay marked text for the site to draw.</summary>
internal sealed class HighlightedCodeRenderer : PostObjectRenderer<CodeBlock>
{
    protected override void Write(PostHtmlRenderer renderer, CodeBlock code)
    {
        var language = (code as FencedCodeBlock)?.Info is { Length: > 0 } info ? Clean(info) : "";
        renderer.EnsureLine();
        if (language == "mermaid")
        {
            renderer.Write("<pre class=\"mermaid\">");
            renderer.WriteLeafRawLines(code, true, true);
            renderer.WriteLine("</pre>");
            return;
        }
        renderer.Write(language.Length > 0 ? $"<pre><code class=\"language-{language}\">" : "<pre><code>");
        if (CodeLanguage.Find(language) is { } known)
        {
            WriteTokens(renderer, new(known, code.Lines.ToString()));
            renderer.Write('\n');
        }
        else
        {
            renderer.WriteLeafRawLines(code, true, true);
        }
        renderer.WriteLine("</code></pre>");
    }

    private static void WriteTokens(PostHtmlRenderer renderer, Highlighter highlighter)
    {
        while (highlighter.TryNext(out var token))
        {
            if (token.Kind is null)
            {
                renderer.WriteEscape(token.Text);
                continue;
            }
            renderer.Write("<span class=\"").Write(token.Kind).Write("\">");
            renderer.WriteEscape(token.Text);
            renderer.Write("</span>");
        }
    }

    private static string Clean(string info) =>
        string.Concat(
            info.ToLowerInvariant()
                .Trim('.', '{', '}', ' ')
                .TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '+' or '#' or '.')
        );
}

/// <summary>A word, with what it stands for.</summary>
internal sealed class AbbreviationRenderer : PostObjectRenderer<AbbreviationInline>
{
    protected override void Write(PostHtmlRenderer renderer, AbbreviationInline abbreviation)
    {
        var (label, meaning) = (abbreviation.Abbreviation.Label ?? "", abbreviation.Abbreviation.Text.ToString());
        if (renderer.EnableHtmlForInline)
        {
            renderer.Write("<abbr");
            renderer.WriteTextAttribute("title", CommentText.Without(meaning));
            renderer.Write('>').WriteEscape(label).Write("</abbr>");
            return;
        }
        renderer.WriteEscape(label);
    }
}
