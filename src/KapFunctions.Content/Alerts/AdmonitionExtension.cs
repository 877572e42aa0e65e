using System.Collections.Frozen;
using System.Text.RegularExpressions;
using KapFunctions.Content.Comments;
using KapFunctions.Content.Rendering;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KapFunctions.Content.Alerts;

/// <summary>A box between lines of colons.</summary>
internal sealed class AdmonitionBlock(BlockParser parser) : ColonBlock(parser)
{
    public required string Kind { get; init; }

    /// <summary>What the author wrote above it; empty where its kind is the title.</summary>
    public required string Title { get; init; }
}

/// <summary>The boxes of Docusaurus, VitePress, Starlight and Quarto: <c>:::tip Title</c>, <c>:::tip[Title]</c>, <c>::: {.callout-tip}</c>.
/// https://docusaurus.io/docs/markdown-features/admonitions Other names are components of one generator. And those of Python's
/// Markdown, <c>!!! note "Title"</c> above what is indented: https://python-markdown.github.io/extensions/admonition/</summary>
internal sealed partial class AdmonitionExtension : IMarkdownExtension
{
    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet([
        "note",
        "tip",
        "info",
        "warning",
        "caution",
        "danger",
        "important",
    ]);

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new Parser());
        pipeline.BlockParsers.Insert(0, new IndentedParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Parser : ColonBlockParser
    {
        protected override ColonBlock? Open(BlockProcessor processor) =>
            Opening().Match(processor.Line.ToString()) is { Success: true } opening
            && Kinds.Contains(opening.Groups["kind"].Value)
                ? new AdmonitionBlock(this)
                {
                    Kind = opening.Groups["kind"].Value,
                    Title = CommentText.Without(opening.Groups["title"].Value.Trim()),
                    Colons = opening.Groups["colons"].Length,
                }
                : null;
    }

    private sealed class IndentedParser : BlockParser
    {
        public IndentedParser() => OpeningCharacters = ['!', '?'];

        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (
                processor.IsCodeIndent
                || Indented().Match(processor.Line.ToString()) is not { Success: true, Groups: var opening }
                || !IsIndented(processor.Line.Text.AsSpan(processor.Line.End + 1))
            )
            {
                return BlockState.None;
            }
            processor.NewBlocks.Push(
                new AdmonitionBlock(this)
                {
                    Kind = opening["kind"].Value,
                    Title = CommentText.Without(opening["title"].Value.Trim()),
                    Colons = 0,
                    IsClosed = true,
                    Line = processor.LineIndex,
                }
            );
            return BlockState.ContinueDiscard;
        }

        /// <summary>Without anything in it the line is text, as it is to everybody else.</summary>
        private static bool IsIndented(ReadOnlySpan<char> below) => Inner().IsMatch(below);

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            if (processor.IsBlankLine)
            {
                return BlockState.Continue;
            }
            if (!processor.IsCodeIndent)
            {
                return BlockState.None;
            }
            processor.GoToCodeIndent();
            return BlockState.Continue;
        }
    }

    [GeneratedRegex(
        @"\A(!!!|\?\?\?\+?)[ \t]+(?<kind>[a-z]{3,12})([ \t]+""(?<title>[^""]*)"")?[ \t]*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Indented();

    [GeneratedRegex(@"\A\n[> ]*(    |\t)", RegexOptions.CultureInvariant)]
    private static partial Regex Inner();

    // Nothing here can be read in two ways, so that a megabyte of blanks is read once.
    [GeneratedRegex(
        @"\A(?<colons>:{3,20})[ \t]*(\{\.callout-(?<kind>[a-z]{3,12})[^{}]*\}|(?<kind>[a-z]{3,12})((?>[ \t]*)\[(?<title>[^\[\]]*)\](?>[ \t]*)|(?>[ \t]+)(?<title>(?>[^{}]*)))?(\{[^{}]*\})?)(?>[ \t]*)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Opening();
}

internal sealed class AdmonitionRenderer : PostObjectRenderer<AdmonitionBlock>
{
    protected override void Write(PostHtmlRenderer renderer, AdmonitionBlock admonition)
    {
        renderer.EnsureLine();
        renderer.WriteLine($"<div class=\"markdown-alert markdown-alert-{admonition.Kind}\">");
        AlertRenderer.WriteContent(renderer, admonition, admonition.Title, admonition.Kind);
    }
}
