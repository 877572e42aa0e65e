using KapFunctions.Content.Pipeline;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.ForeignTemplates;

/// <summary>Code of another generator's templates, as it stands.</summary>
internal sealed class TemplateInline : LeafInline
{
    public required string Text { get; init; }
}

/// <summary>
/// Finds what other generators would run: Liquid and Nunjucks (<c>{{ x }}</c>, <c>{% x %}</c>, <c>{# x #}</c>) and Hugo's shortcodes
/// (<c>{{&lt; x &gt;}}</c>). Nothing in them is Markdown.
/// </summary>
internal sealed class TemplateCodeExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new Inlines());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Inlines : InlineParser
    {
        private const int MaxLength = 4_000;

        public Inlines() => OpeningCharacters = ['{'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var rest = slice.AsSpan();
            var length = Braces(rest);
            if (length == 0)
            {
                return false;
            }
            processor.Inline = new TemplateInline { Text = rest[..length].ToString() };
            slice.Start += length;
            return true;
        }

        private static int Braces(ReadOnlySpan<char> rest)
        {
            var closing = rest switch
            {
                ['{', '{', ..] => "}}",
                ['{', '%', ..] => "%}",
                ['{', '#', ' ', ..] => "#}",
                _ => null,
            };
            if (closing is null)
            {
                return 0;
            }
            var near = rest[..Math.Min(rest.Length, MaxLength)];
            var end = near[2..].IndexOf(closing, StringComparison.Ordinal);
            if (end < 0)
            {
                return closing == "#}" ? 0 : 2;
            }
            end += 2 + closing.Length;
            return end < near.Length && near[end] == '}' && closing == "}}" ? end + 1 : end;
        }
    }
}

/// <summary>Template code is shown as text.</summary>
internal sealed class TemplateRenderer : PostObjectRenderer<TemplateInline>
{
    protected override void Write(PostHtmlRenderer renderer, TemplateInline template)
    {
        TemplateCode.Report(renderer.Source, template, template.Text);
        renderer.WriteEscape(template.Text);
    }
}

/// <summary>Tells of template code, once a file.</summary>
internal static class TemplateCode
{
    private const int MaxShown = 40;

    private static readonly string[] Openings = ["{{", "{%"];

    /// <summary>True for an address or HTML that a template would have to finish.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) =>
        text.Contains('{')
        && (
            text.IndexOf(Openings[0], StringComparison.Ordinal) >= 0
            || text.IndexOf(Openings[1], StringComparison.Ordinal) >= 0
        );

    public static void Report(BodySource source, MarkdownObject near, string text)
    {
        if (source.Problems.IsFirst(ProblemCatalog.TemplateCode))
        {
            var line = text.AsSpan().Trim();
            var end = line.IndexOf('\n');
            var shown = end < 0 ? line : line[..end];
            source.Report(
                ProblemCatalog.TemplateCode,
                near,
                text,
                shown.Length > MaxShown ? string.Concat(shown[..MaxShown], "…") : shown.ToString()
            );
        }
    }

    /// <summary>What MDX imports and exports, or the line that opens a component (<c>::alert{type=info}</c>, <c>:::note</c>).</summary>
    public static bool IsComponentLine(ReadOnlySpan<char> text) =>
        text.StartsWith("::") && text.TrimStart(':').TrimStart(' ') is [>= 'A' and <= 'Z' or >= 'a' and <= 'z', ..]
        || IsModuleLine(text);

    private static bool IsModuleLine(ReadOnlySpan<char> text) =>
        (
            text.StartsWith("import ")
            && (text.IndexOf(" from ", StringComparison.Ordinal) > 0 || text[7..] is ['\'' or '"', ..])
        )
        || text.StartsWith("export const ")
        || text.StartsWith("export default ")
        || text.StartsWith("export function ");
}
