namespace KapFunctions.Content.Comments;

internal abstract partial class CommentSyntax
{
    /// <summary>Obsidian's <c>%%a note%%</c> (https://help.obsidian.md/syntax). Per cents of prose and programs (<c>100%% sure</c>,
    /// <c>for %%A in</c>) do not begin a note behind a letter or digit, nor end one before them unless nothing else does.</summary>
    private sealed class Percent : CommentSyntax
    {
        public override int Opening(ReadOnlySpan<char> text, char before) =>
            text.StartsWith("%%")
            && !(text.Length > 2 && text[2] == '%')
            && !char.IsLetterOrDigit(before)
            && before is not ('%' or '/' or '=' or '\\')
                ? 2
                : 0;

        public override int Closing(ReadOnlySpan<char> text)
        {
            for (var at = 0; NextPercents(text, at, out var length) is >= 0 and var next; at = next + length)
            {
                if (Ends(text, next, length))
                {
                    return next + length;
                }
            }
            return 0;
        }

        /// <summary>Before a word: the last that stand right behind the note, or any if a blank begins it, as none does <c>%%A</c>.</summary>
        public override int LooseClosing(ReadOnlySpan<char> text)
        {
            var last = 0;
            for (
                var at = 0;
                NextPercents(text, at, out var length) is >= 0 and var next
                    && !SpanningComments.HasBlockIn(text[at..next]);
                at = next + length
            )
            {
                last = char.IsWhiteSpace(text[0]) || IsTight(text, next, length) ? next + length : last;
            }
            return last;
        }
    }

    /// <summary><c>word%% a note%%</c>, within one block and with a blank before it: <c>a%%b%%c</c> is none. Where it is unclear which
    /// per cents belong together, all up to the last are hidden, since one pair may be private.</summary>
    private sealed class PercentBehindWord : CommentSyntax
    {
        // Looking on over a whole block at each of very many would take too long; so many hide all up to the last of them.
        private const int MaxLooked = 64;

        public override int Opening(ReadOnlySpan<char> text, char before) =>
            text is ['%', '%', ' ' or '\t' or '\n', ..] && char.IsLetter(before) && Closing(text[2..]) > 0 ? 2 : 0;

        public override int Closing(ReadOnlySpan<char> text)
        {
            var (first, last, count, isTight) = (0, 0, 0, false);
            for (
                var at = 0;
                count < MaxLooked
                    && NextPercents(text, at, out var length) is >= 0 and var next
                    && !SpanningComments.HasBlockIn(text[at..next]);
                at = next + length
            )
            {
                count++;
                last = next + length;
                if (first == 0 && Ends(text, next, length))
                {
                    first = last;
                    isTight = IsTight(text, next, length);
                }
            }
            return count == 1 || (count % 2 == 1 && isTight) ? first
                : first > 0 ? last
                : 0;
        }
    }

    private static int NextPercents(ReadOnlySpan<char> text, int from, out int length)
    {
        length = 0;
        for (var at = from; text[at..].IndexOf("%%") is >= 0 and var found; at += length)
        {
            at += found;
            var end = text[at..].IndexOfAnyExcept('%');
            length = end < 0 ? text.Length - at : end;
            if (at == 0 || text[at - 1] != '\\')
            {
                return at;
            }
        }
        return -1;
    }

    private static bool Ends(ReadOnlySpan<char> text, int at, int length) =>
        at + length == text.Length || !char.IsLetterOrDigit(text[at + length]);

    /// <summary>Of three the first belongs to what stands before them.</summary>
    private static bool IsTight(ReadOnlySpan<char> text, int at, int length) =>
        length > 2 || (at > 0 && !char.IsWhiteSpace(text[at - 1]));
}
