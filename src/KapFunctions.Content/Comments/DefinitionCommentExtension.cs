using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KapFunctions.Content.Comments;

/// <summary>Comments written as a link definition that nothing refers to: <c>[//]: # (a note)</c>, <c>[comment]: &lt;> "a note"</c>.
/// Markdown hides only well-written ones behind an empty line; here every spelling is hidden.</summary>
internal sealed partial class DefinitionCommentExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new Parser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed partial class Parser : BlockParser
    {
        private static readonly object Note = new();
        private static readonly char[] Behind = [' ', '\t', '(', '"', '\''];

        public Parser() => OpeningCharacters = ['['];

        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var isBelowText = processor.CurrentBlock is ParagraphBlock;
            var line = processor.Line.AsSpan();
            if ((processor.IsCodeIndent && !isBelowText) || NoteOf(line.ToString(), isBelowText) is not { } note)
            {
                return BlockState.None;
            }
            var open = new OpenNote(note);
            var comment = new CommentBlock(this) { IsClosed = open.Reads(note), Line = processor.LineIndex };
            comment.SetData(Note, open);
            processor.NewBlocks.Push(comment);
            return comment.IsClosed ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            var comment = (CommentBlock)block;
            comment.IsClosed = ((OpenNote)comment.GetData(Note)!).Reads(processor.Line.AsSpan());
            return comment.IsClosed ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
        }

        /// <summary>What stands behind the address, if the line is a comment; what may well be a definition stays one.</summary>
        private static string? NoteOf(string line, bool isBelowText)
        {
            var definition = Definition().Match(line);
            if (!definition.Success)
            {
                return null;
            }
            var rest = definition.Groups["rest"].Value;
            var end = rest.StartsWith('<') ? rest.IndexOf('>', StringComparison.Ordinal) + 1 : rest.IndexOfAny(Behind);
            var (address, note) = end < 0 ? (rest, "") : (rest[..end], rest[end..].Trim());
            var isNothing = address is "" or "#" or "<>" or "<#>" or "/" or "//" or ".";
            if (CommentLabel().IsMatch(definition.Groups["label"].Value))
            {
                return isNothing || address.AsSpan().IndexOfAny("/.#@") < 0 ? note : null;
            }
            return isNothing && (isBelowText || note.Length > 0) ? note : null;
        }

        [GeneratedRegex(
            @"\A\[(?<label>[^\[\]^][^\[\]]{0,200})\]:[ \t]*(?<rest>.*?)[ \t]*\z",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
        )]
        private static partial Regex Definition();

        [GeneratedRegex(
            @"\A([/#_%;]+|comment|kommentar|commento|comentario|comentário|opmerking|komentarz|hidden|private|todo|note)",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
        )]
        private static partial Regex CommentLabel();
    }

    /// <summary>A note that may go on over lines until its bracket or quotation mark is closed.</summary>
    private sealed class OpenNote(string note)
    {
        private readonly char closing = note switch
        {
            ['(', ..] => ')',
            ['"', ..] => '"',
            ['\'', ..] => '\'',
            _ => '\0',
        };

        private int depth;

        public bool Reads(ReadOnlySpan<char> line)
        {
            if (closing == '\0' || line.TrimEnd().EndsWith([closing]) && !(depth == 0 && line.Trim().Length == 1))
            {
                return true;
            }
            depth = closing == ')' ? depth + line.Count('(') - line.Count(')') : (depth + line.Count(closing)) % 2;
            return closing == ')' ? depth <= 0 : depth == 0;
        }
    }
}
