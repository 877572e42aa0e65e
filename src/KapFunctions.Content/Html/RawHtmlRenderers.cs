using System.Text.RegularExpressions;
using KapFunctions.Content.Comments;
using KapFunctions.Content.ForeignTemplates;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using KapFunctions.Content.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Html;

/// <summary>Written as it is; what holds it is sanitised as a whole.</summary>
internal sealed class RawInlineRenderer : PostObjectRenderer<HtmlInline>
{
    protected override void Write(PostHtmlRenderer renderer, HtmlInline html) =>
        RawHtml.Write(renderer, html, html.Tag, 0);
}

internal sealed class RawBlockRenderer : PostObjectRenderer<HtmlBlock>
{
    /// <summary>Where an empty line ends the HTML, code could have been meant; <c>pre</c> and its like are code already.</summary>
    private static void ReportFence(BodySource source, HtmlBlock html)
    {
        if (html.Type is not (HtmlBlockType.InterruptingBlock or HtmlBlockType.NonInterruptingBlock))
        {
            return;
        }
        for (var i = 1; i < html.Lines.Count; i++)
        {
            if (html.Lines.Lines[i].Slice.AsSpan().TrimStart() is ['`', '`', '`', ..] or ['~', '~', '~', ..])
            {
                source.Problems.Add(ProblemCatalog.FenceInHtml, source.LineAt(html.Line + i));
                return;
            }
        }
    }

    protected override void Write(PostHtmlRenderer renderer, HtmlBlock html)
    {
        renderer.EnsureLine();
        ReportFence(renderer.Source, html);
        RawHtml.Write(renderer, html, CommentText.WithoutInHtml(html.Lines.ToString()), html.Line);
        renderer.EnsureLine();
    }
}

internal static partial class RawHtml
{
    public static void Write(PostHtmlRenderer renderer, MarkdownObject at, string html, int line)
    {
        if (IsComment(html))
        {
            renderer.MetMore |= More().IsMatch(html);
            return;
        }
        if (!renderer.EnableHtmlForInline)
        {
            return;
        }
        if (TemplateCode.IsIn(html))
        {
            TemplateProblem.Report(renderer.Source, at, html[html.IndexOf('{', StringComparison.Ordinal)..]);
        }
        renderer.HasRawHtml = true;
        html = SelfClosed.Closed(html);
        if (!renderer.RawTags.TryAdd(html))
        {
            throw new TooComplexException("it has too many HTML elements, or they are nested too deeply", line);
        }
        renderer.Write(html);
    }

    private static bool IsComment(string html)
    {
        var text = html.AsSpan().Trim();
        return text.StartsWith("<!--")
            && text.EndsWith("-->")
            && text.IndexOf("-->", StringComparison.Ordinal) == text.Length - 3;
    }

    [GeneratedRegex(
        @"^\s*<!--\s*(more|truncate)\s*-->\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex More();
}
