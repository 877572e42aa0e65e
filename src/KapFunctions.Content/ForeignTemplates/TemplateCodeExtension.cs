using KapFunctions.Content.Rendering;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;

namespace KapFunctions.Content.ForeignTemplates;

internal sealed class TemplateInline : TextInline;

/// <summary>Liquid and Nunjucks (<c>{{ x }}</c>, <c>{% x %}</c>, <c>{# x #}</c>) and Hugo's shortcodes (<c>{{&lt; x &gt;}}</c>):
/// nothing in them is Markdown.</summary>
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

internal sealed class TemplateRenderer : PostObjectRenderer<TemplateInline>
{
    protected override void Write(PostHtmlRenderer renderer, TemplateInline template)
    {
        TemplateProblem.Report(renderer.Source, template, template.Text);
        renderer.WriteEscape(template.Text);
    }
}
