using System.Text.RegularExpressions;
using KapFunctions.Content.Comments;
using KapFunctions.Content.Rendering;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.WikiLinks;

internal sealed class WikiLinkInline : TextInline
{
    public required string Target { get; init; }

    public required bool IsEmbed { get; init; }

    /// <summary>Width and height of a picture as they are written behind the last bar: <c>300</c>, <c>100x50</c>; empty without.</summary>
    public required string Size { get; init; }
}

/// <summary>Obsidian's links: <c>[[Title]]</c>, <c>[[Title#Heading|text]]</c>, <c>![[picture.png|words|300]]</c>.
/// https://help.obsidian.md/embeds</summary>
internal sealed partial class WikiLinkExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new Inlines());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed partial class Inlines : InlineParser
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
            // In a table the bar is written \|, since a bare one ends the cell.
            var parts = Array.ConvertAll(inner.Split('|'), part => part.TrimEnd('\\').Trim());
            var hasSize = isEmbed && parts.Length > 1 && Size().IsMatch(parts[^1]);
            var text = CommentText.Without(string.Join('|', parts[1..^(hasSize ? 1 : 0)]));
            if (parts[0].Length == 0)
            {
                return false;
            }
            slice.Start += (isEmbed ? 1 : 0) + 4 + inner.Length;
            if (!isEmbed && Web().IsMatch(parts[0]))
            {
                // DokuWiki's links lead to the web, too.
                var link = new LinkInline(parts[0], "") { IsClosed = true };
                link.AppendChild(new LiteralInline(text.Length > 0 ? text : parts[0]));
                processor.Inline = link;
                return true;
            }
            processor.Inline = new WikiLinkInline
            {
                Target = parts[0],
                Text = text.Length > 0 ? text : Shown(parts[0]),
                IsEmbed = isEmbed,
                Size = hasSize ? parts[^1] : "",
            };
            return true;
        }

        /// <summary>A place in a text is shown behind it, and the mark of a place is not.</summary>
        private static string Shown(string target) =>
            target
                .TrimStart('#')
                .Replace("#^", "#", StringComparison.Ordinal)
                .TrimStart('^')
                .Replace("#", " › ", StringComparison.Ordinal);

        /// <summary>What stands between the brackets; null where they are something else, such as a shell's test or a link's text.</summary>
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

        [GeneratedRegex(@"\Ahttps?://\S+\z", RegexOptions.CultureInvariant)]
        private static partial Regex Web();

        [GeneratedRegex(@"\A[0-9]{1,5}(x[0-9]{1,5})?\z", RegexOptions.CultureInvariant)]
        private static partial Regex Size();
    }
}
