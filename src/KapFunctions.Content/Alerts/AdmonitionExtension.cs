using System.Text.RegularExpressions;
using KapFunctions.Content.Comments;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KapFunctions.Content.Alerts;

/// <summary>A box between lines of colons.</summary>
internal sealed class AdmonitionBlock(BlockParser parser) : ColonBlock(parser)
{
    /// <summary>Empty where it is a part of the text like any other (<see cref="ColonNames"/>).</summary>
    public required string Kind { get; init; }

    /// <summary>As written; empty of what is indented.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the author wrote above it; empty where its kind is the title.</summary>
    public required string Title { get; init; }

    /// <summary>False where its author wrote an empty one.</summary>
    public bool HasTitle { get; init; } = true;
}

/// <summary>The boxes of Docusaurus, VitePress, Starlight and Quarto: <c>:::tip Title</c>, <c>:::tip[Title]</c>, <c>::: {.callout-tip}</c>.
/// https://docusaurus.io/docs/markdown-features/admonitions Of a component of one generator, <c>:::tabs</c>, what it holds stays. And those of Python's
/// Markdown, <c>!!! note "Title"</c> above what is indented (https://python-markdown.github.io/extensions/admonition/), and tabs, of which readers
/// get each below its name: <c>=== "Title"</c></summary>
internal sealed partial class AdmonitionExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new Parser());
        pipeline.BlockParsers.Insert(0, new IndentedParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Parser : ColonBlockParser
    {
        protected override ColonBlock? Open(BlockProcessor processor)
        {
            if (Opening().Match(processor.Line.ToString()) is not { Success: true, Groups: var opening })
            {
                return null;
            }
            var (kind, title) = ColonNames.Read(opening["kind"].Value, opening["title"].Value.Trim());
            return new AdmonitionBlock(this)
            {
                Kind = kind,
                Title = CommentText.Without(title),
                Name = opening["kind"].Value,
                Colons = opening["colons"].Length,
            };
        }
    }

    private sealed class IndentedParser : BlockParser
    {
        public IndentedParser() => OpeningCharacters = ['!', '?', '='];

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
                    Kind = opening["kind"].Value.ToLowerInvariant(),
                    Title = CommentText.Without(opening["title"].Value.Trim()),
                    HasTitle = !opening["title"].Success || opening["title"].Length > 0,
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
        @"\A((!!!|\?\?\?\+?)[ \t]+(?<kind>[A-Za-z][a-z-]{2,20})([ \t]+[a-z][a-z-]{1,20}){0,4}([ \t]+""(?<title>[^""]*)"")?|===[+!]{0,2}[ \t]+""(?<title>[^""]+)"")[ \t]*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Indented();

    [GeneratedRegex(@"\A\n([> ]*\n){0,2}[> ]*(    |\t)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Inner();

    // Nothing here can be read in two ways, so that a megabyte of blanks is read once.
    [GeneratedRegex(
        @"\A(?<colons>:{3,20})[ \t]*(\{\.callout-(?<kind>[a-z]{3,12})[^{}]*\}|\{(?<kind>[a-z][a-z0-9-]{2,30})\}((?>[ \t]+)(?<title>(?>[^{}]*)))?|(?<kind>[A-Za-z][A-Za-z0-9_-]{1,30})((?>[ \t]*)\[(?<title>[^\[\]]*)\](?>[ \t]*)|(?>[ \t]+)(?<title>(?>[^{}]*)))?(\{[^{}]*\})?)(?>[ \t]*)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Opening();
}

internal sealed class AdmonitionRenderer : PostObjectRenderer<AdmonitionBlock>
{
    protected override void Write(PostHtmlRenderer renderer, AdmonitionBlock admonition)
    {
        renderer.EnsureLine();
        switch (admonition.Kind)
        {
            case ColonNames.Folded:
                Fold(renderer, admonition);
                break;
            case "":
                if (admonition.Name.Length > 0)
                {
                    renderer.Source.Report(ProblemCatalog.BoxUnknown, admonition, admonition.Name, admonition.Name);
                }
                WritePart(renderer, admonition);
                break;
            default:
                renderer.WriteLine($"<div class=\"markdown-alert markdown-alert-{admonition.Kind}\">");
                AlertRenderer.WriteContent(
                    renderer,
                    admonition,
                    admonition.HasTitle ? admonition.Title : null,
                    admonition.Kind
                );
                break;
        }
    }

    /// <summary>Without a title of its author's, browsers give it one in their reader's language.</summary>
    private static void Fold(PostHtmlRenderer renderer, AdmonitionBlock admonition)
    {
        renderer.WriteLine("<details>");
        if (admonition.Title.Length > 0)
        {
            renderer.Write("<summary>");
            BoxTitle.Write(renderer, admonition.Title, admonition);
            renderer.WriteLine("</summary>");
        }
        renderer.WriteInside(admonition);
        renderer.WriteLine("</details>");
    }

    private static void WritePart(PostHtmlRenderer renderer, AdmonitionBlock admonition)
    {
        if (admonition.Title.Length > 0)
        {
            renderer.Write("<p><strong>");
            BoxTitle.Write(renderer, admonition.Title, admonition);
            renderer.WriteLine("</strong></p>");
        }
        renderer.WriteInside(admonition);
    }
}
