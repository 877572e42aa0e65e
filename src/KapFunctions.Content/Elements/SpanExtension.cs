using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Elements;

/// <summary>Text with attributes of its own: <c>[text]{.underline}</c>.</summary>
internal sealed class SpanInline : ContainerInline;

/// <summary>Pandoc's spans, which it writes for what Word knows and Markdown does not: underlined text, small capitals, anchors,
/// and with <c>--track-changes</c> edits and comments. https://pandoc.org/MANUAL.html#extension-bracketed_spans</summary>
internal sealed class SpanExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new Inlines());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Inlines : InlineParser
    {
        public Inlines() => OpeningCharacters = [']'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var braces = slice;
            if (
                braces.NextChar() != '{'
                || processor.Inline?.FirstParentOfType<LinkDelimiterInline>()
                    is not { IsImage: false, Label: null } opening
                || !SafeAttributes.TryRead(ref braces, out var allowed)
                || !(
                    SafeAttributes.HasAny(allowed)
                    || Written(slice, braces).Contains("custom-style", StringComparison.Ordinal)
                )
            )
            {
                return false;
            }
            var span = new SpanInline();
            span.SetAttributes(allowed);
            opening.ReplaceBy(span);
            processor.Inline = span;
            processor.PostProcessInlines(0, span, null, false);
            span.IsClosed = true;
            slice = braces;
            return true;
        }

        private static ReadOnlySpan<char> Written(StringSlice from, StringSlice to) =>
            from.AsSpan()[..(to.Start - from.Start)];
    }
}

/// <summary>Spans as the elements that their classes stand for. An edit is shown as if it were accepted, a comment is not.</summary>
internal sealed class SpanRenderer : PostObjectRenderer<SpanInline>
{
    protected override void Write(PostHtmlRenderer renderer, SpanInline span)
    {
        var attributes = span.GetAttributes();
        var classes = attributes.Classes ?? [];
        if (classes.Exists(IsHidden))
        {
            renderer.Source.Report(ProblemCatalog.CriticMarkup, span, "{." + classes.Find(IsHidden), "");
            return;
        }
        var tag =
            classes.Contains("underline") || classes.Contains("ul") ? "u"
            : classes.Contains("mark") ? "mark"
            : !SafeAttributes.HasAny(attributes) ? ""
            : "span";
        if (tag.Length == 0 || !renderer.EnableHtmlForInline)
        {
            renderer.WriteChildren(span);
            return;
        }
        renderer.Write('<').Write(tag);
        renderer.WriteSafeAttributes(span);
        renderer.Write('>');
        renderer.WriteChildren(span);
        renderer.Write("</").Write(tag).Write('>');
    }

    private static bool IsHidden(string name) => name is "deletion" or "comment-start" or "comment-end";
}
