using System.Text.RegularExpressions;
using KapFunctions.Content.Alerts;
using KapFunctions.Content.Rendering;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KapFunctions.Content.Elements;

/// <summary>A part of the text with attributes of its own.</summary>
internal sealed class DivBlock(BlockParser parser) : ColonBlock(parser)
{
    public required bool IsQuotation { get; init; }
}

/// <summary>Pandoc's fenced divs, which it writes for Word's styles: <c>::: {custom-style="Quote"}</c>.
/// https://pandoc.org/MANUAL.html#extension-fenced_divs</summary>
internal sealed partial class DivExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new Parser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Parser : ColonBlockParser
    {
        protected override ColonBlock? Open(BlockProcessor processor)
        {
            var opening = Opening().Match(processor.Line.ToString());
            StringSlice braces = new(opening.Groups["braces"].Value);
            if (!opening.Success || !SafeAttributes.TryRead(ref braces, out var allowed))
            {
                return null;
            }
            var style = Style().Match(opening.Groups["braces"].Value).Groups["name"].Value;
            var div = new DivBlock(this)
            {
                Colons = opening.Groups["colons"].Length,
                IsQuotation = QuotationStyle().IsMatch(style),
            };
            div.SetAttributes(allowed);
            return div;
        }
    }

    [GeneratedRegex(
        @"\A(?<colons>:{3,})[ \t]*(?<braces>\{[^{}]+\})[ \t]*:*[ \t]*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"[\s{]custom-style\s*=\s*[""']?(?<name>[^""'}]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Style();

    /// <summary>The names of Word's styles for quotations in the languages whose editors come with it most.</summary>
    [GeneratedRegex(
        "quot|block text|zitat|cita|citazione|citação|citaat|cytat",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex QuotationStyle();
}

/// <summary>A quotation, or a part with the attributes that may stay; without any, only what it holds.</summary>
internal sealed class DivRenderer : PostObjectRenderer<DivBlock>
{
    protected override void Write(PostHtmlRenderer renderer, DivBlock div)
    {
        var attributes = div.GetAttributes();
        var tag =
            div.IsQuotation ? "blockquote"
            : !SafeAttributes.HasAny(attributes) ? ""
            : "div";
        renderer.EnsureLine();
        if (tag.Length > 0)
        {
            renderer.Write('<').Write(tag);
            renderer.WriteSafeAttributes(div);
            renderer.WriteLine('>');
        }
        renderer.WriteInside(div);
        if (tag.Length > 0)
        {
            renderer.Write("</").Write(tag).WriteLine('>');
        }
    }
}
