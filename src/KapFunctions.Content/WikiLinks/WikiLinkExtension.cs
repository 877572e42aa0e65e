using KapFunctions.Content.Comments;
using KapFunctions.Content.Rendering;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace KapFunctions.Content.WikiLinks;

internal sealed class WikiLinkInline : TextInline
{
    public required string Target { get; init; }

    public required bool IsEmbed { get; init; }
}

/// <summary>Obsidian's links: <c>[[Title]]</c>, <c>[[Title#Heading|text]]</c>, <c>![[picture.png]]</c>.</summary>
internal sealed class WikiLinkExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new Inlines());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Inlines : InlineParser
    {
        private const int MaxLength = 400;

        public Inlines() => OpeningCharacters = ['[', '!'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var isEmbed = slice.CurrentChar == '!';
            var brackets = slice.AsSpan()[(isEmbed ? 1 : 0)..];
            if (!brackets.StartsWith("[[") || Inner(brackets[2..]) is not { } inner)
            {
                return false;
            }
            var bar = inner.IndexOf('|', StringComparison.Ordinal);
            // In a table the bar is written \|, since a bare one ends the cell.
            var target = (bar < 0 ? inner : inner[..bar].TrimEnd('\\')).Trim();
            var text =
                bar < 0
                    ? target.TrimStart('#').Replace("#", " › ", StringComparison.Ordinal)
                    : CommentText.Without(inner[(bar + 1)..].Trim());
            if (target.Length == 0)
            {
                return false;
            }
            slice.Start += (isEmbed ? 1 : 0) + 4 + inner.Length;
            processor.Inline = new WikiLinkInline
            {
                Target = target,
                Text = text.Length > 0 ? text : target,
                IsEmbed = isEmbed,
            };
            return true;
        }

        /// <summary>Null where the brackets are something else, such as a shell's test or a link's text.</summary>
        private static string? Inner(ReadOnlySpan<char> rest)
        {
            var end = rest[..Math.Min(rest.Length, MaxLength)].IndexOfAny("[]\n");
            var isClosed = end > 0 && end + 1 < rest.Length && rest[end] == ']' && rest[end + 1] == ']';
            if (!isClosed || rest[0] == ' ' || rest[0] == '^' || (end + 2 < rest.Length && rest[end + 2] is '(' or '['))
            {
                return null;
            }
            return rest[..end].ToString();
        }
    }
}
