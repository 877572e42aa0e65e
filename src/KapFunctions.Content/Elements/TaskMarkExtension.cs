using Markdig;
using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KapFunctions.Content.Elements;

/// <summary>The box of a task stands first in its item, and a blank follows it: <c>[x](address)</c> is a link, and what stands
/// further on is text. https://github.github.com/gfm/#task-list-items-extension-</summary>
internal sealed class TaskMarkExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        var known = pipeline.InlineParsers.FindExact<TaskListInlineParser>()!;
        pipeline.InlineParsers.Replace<TaskListInlineParser>(
            new Inlines { ListClass = known.ListClass, ListItemClass = known.ListItemClass }
        );
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Inlines : TaskListInlineParser
    {
        private const int Length = 3;

        public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
            EndsAt(slice)
            && processor.Block
                is ParagraphBlock { Inline.FirstChild: null, Parent: ListItemBlock { Count: > 0 } item } paragraph
            && item[0] == paragraph
            && base.Match(processor, ref slice);

        /// <summary>A line that ends right behind the box may do so with a backslash.</summary>
        private static bool EndsAt(in StringSlice slice) =>
            slice.PeekChar(Length).IsWhiteSpaceOrZero()
            || (slice.PeekChar(Length) == '\\' && slice.PeekChar(Length + 1) == '\n');
    }
}
