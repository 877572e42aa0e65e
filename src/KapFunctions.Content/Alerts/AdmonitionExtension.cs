using System.Collections.Frozen;
using System.Text.RegularExpressions;
using KapFunctions.Content.Comments;
using KapFunctions.Content.Rendering;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KapFunctions.Content.Alerts;

internal sealed class AdmonitionBlock(BlockParser parser) : ContainerBlock(parser)
{
    public required string Kind { get; init; }

    /// <summary>What the author wrote above it; empty where its kind is the title.</summary>
    public required string Title { get; init; }

    /// <summary>How many colons open it; as many, or more, close it.</summary>
    public required int Colons { get; init; }

    public bool IsClosed { get; set; }
}

/// <summary>The boxes of Docusaurus, VitePress, Starlight and Quarto: <c>:::tip Title</c>, <c>:::tip[Title]</c>, <c>::: {.callout-tip}</c>.
/// https://docusaurus.io/docs/markdown-features/admonitions Other names are components of one generator.</summary>
internal sealed partial class AdmonitionExtension : IMarkdownExtension
{
    private const int MaxDepth = 8;

    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet([
        "note",
        "tip",
        "info",
        "warning",
        "caution",
        "danger",
        "important",
    ]);

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new Parser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Parser : BlockParser
    {
        public Parser() => OpeningCharacters = [':'];

        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (
                processor.IsCodeIndent
                || !processor.Line.AsSpan().StartsWith(":::")
                || Opening().Match(processor.Line.ToString()) is not { Success: true } opening
                || !Kinds.Contains(opening.Groups["kind"].Value)
                || Depth(processor.CurrentContainer) >= MaxDepth
            )
            {
                return BlockState.None;
            }
            processor.NewBlocks.Push(
                new AdmonitionBlock(this)
                {
                    Line = processor.LineIndex,
                    Kind = opening.Groups["kind"].Value,
                    Title = CommentText.Without(opening.Groups["title"].Value),
                    Colons = opening.Groups["colons"].Length,
                }
            );
            return BlockState.ContinueDiscard;
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            var admonition = (AdmonitionBlock)block;
            var line = processor.Line.AsSpan().Trim();
            if (line.Length < admonition.Colons || line.ContainsAnyExcept(':') || IsInside(admonition.LastChild))
            {
                return BlockState.Continue;
            }
            admonition.IsClosed = true;
            return BlockState.BreakDiscard;
        }

        private static bool IsInside(Block? last) =>
            last is AdmonitionBlock { IsClosed: false } or FencedCodeBlock { ClosingFencedCharCount: 0 };

        private static int Depth(Block? container)
        {
            var depth = 0;
            for (; container is not null; container = container.Parent)
            {
                depth += container is AdmonitionBlock ? 1 : 0;
            }
            return depth;
        }
    }

    [GeneratedRegex(
        @"\A(?<colons>:{3,20})[ \t]*(\{\.callout-(?<kind>[a-z]{3,12})[^{}]*\}|(?<kind>[a-z]{3,12})([ \t]*\[(?<title>[^\[\]]*)\]|[ \t]+(?<title>[^{}]*[^{}\s]))?[ \t]*(\{[^{}]*\})?)[ \t]*\z",
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
