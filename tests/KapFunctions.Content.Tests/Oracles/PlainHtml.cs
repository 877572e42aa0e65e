using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KapFunctions.Content.Elements;
using KapFunctions.Content.Pipeline;
using Markdig;
using Markdig.Extensions.SmartyPants;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Tests.Oracles;

/// <summary>Our dialect before typography and sanitising, and HTML in a form in which only what it means differs.</summary>
internal static class PlainHtml
{
    private static readonly MarkdownPipeline Pipeline = WithoutTypography();
    private static readonly HtmlParser Parser = new();

    public static string Of(string markdown)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<CodeInlineRenderer>(new CellCode());
        renderer.Render(Markdown.Parse(markdown, Pipeline));
        return writer.ToString();
    }

    public static string Normalized(string html)
    {
        var text = new StringBuilder();
        Write(Parser.ParseDocument("<!doctype html><body>" + html).Body!, text, isCode: false);
        return text.ToString().Trim();
    }

    private sealed class CellCode : HtmlObjectRenderer<CodeInline>
    {
        protected override void Write(HtmlRenderer renderer, CodeInline code) =>
            renderer.Write("<code>").WriteEscape(CellText.Of(code, code.ContentSpan).ToString()).Write("</code>");
    }

    private static MarkdownPipeline WithoutTypography()
    {
        var builder = PostPipeline.Dialect(new());
        builder.Extensions.RemoveAll(extension => extension is SmartyPantsExtension);
        return builder.Build();
    }

    private static void Write(INode node, StringBuilder text, bool isCode)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words when isCode:
                    text.Append(words.Data.TrimEnd('\n'));
                    break;
                case IText words:
                    text.Append(
                        string.Join(' ', words.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                    );
                    break;
                case IElement element:
                    text.Append('<').Append(element.LocalName).Append(Attributes(element)).Append('>');
                    Write(element, text, isCode || element.LocalName == "pre");
                    text.Append("</").Append(element.LocalName).Append('>');
                    break;
            }
        }
    }

    /// <summary>How a task or a column is marked is the renderer's own.</summary>
    private static string Attributes(IElement element) =>
        string.Concat(
            element
                .Attributes.Where(attribute =>
                    attribute.Name is not ("class" or "disabled" or "checked") || element.LocalName is "code"
                )
                .Select(attribute =>
                    attribute.Name == "style" && attribute.Value.StartsWith("text-align: ", StringComparison.Ordinal)
                        ? $" align={attribute.Value["text-align: ".Length..].TrimEnd(';')}"
                        : $" {attribute.Name}={attribute.Value}"
                )
                .Order(StringComparer.Ordinal)
        );
}
