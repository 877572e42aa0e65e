using System.Buffers;

namespace KapFunctions.Content.Code;

/// <summary><see cref="Kind"/> is null for what has no colour.</summary>
internal readonly ref struct CodeToken(ReadOnlySpan<char> text, string? kind)
{
    public ReadOnlySpan<char> Text { get; } = text;

    public string? Kind { get; } = kind;
}

/// <summary>One pass without going back: an author's code can make the regular expressions of other libraries run for minutes.
/// Kinds are the class names of highlight.js, so its themes fit.</summary>
internal ref struct Highlighter(CodeLanguage language, ReadOnlySpan<char> code)
{
    private static readonly SearchValues<char> WordCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
    );

    private static readonly SearchValues<char> AttributeEnds = SearchValues.Create(" \t\n>=/\"'");

    private ReadOnlySpan<char> rest = code;
    private bool inTag;
    private bool afterBlank = true;

    public bool TryNext(out CodeToken token)
    {
        if (rest.IsEmpty)
        {
            token = default;
            return false;
        }
        var (length, kind) = Next();
        token = new(rest[..length], kind);
        afterBlank = char.IsWhiteSpace(rest[length - 1]);
        rest = rest[length..];
        return true;
    }

    private (int Length, string? Kind) Next()
    {
        if (language.IsDiff)
        {
            return DiffLine();
        }
        if (Comment() is > 0 and var comment)
        {
            return (comment, "hljs-comment");
        }
        if (language.IsMarkup)
        {
            return Markup();
        }
        if (LongString() is > 0 and var text)
        {
            return (text, "hljs-string");
        }
        return rest[0] switch
        {
            var quote when language.Quotes.Contains(quote) => String(quote),
            var mark
                when language.VariableMarks.Contains(mark) && rest.Length > 1 && WordCharacters.Contains(rest[1]) => (
                1 + Word(rest[1..]),
                "hljs-variable"
            ),
            >= '0' and <= '9' => (Number(), "hljs-number"),
            var c when WordCharacters.Contains(c) => WordToken(),
            _ => (Other(), null),
        };
    }

    private readonly (int, string?) DiffLine()
    {
        var end = rest.IndexOf('\n');
        var length = end < 0 ? rest.Length : end + 1;
        return rest[0] switch
        {
            '+' => (length, "hljs-addition"),
            '-' => (length, "hljs-deletion"),
            '@' => (length, "hljs-meta"),
            _ => (length, null),
        };
    }

    private readonly int Comment()
    {
        foreach (var start in language.LineComments)
        {
            // A "#" inside a word, as in a shell's ${x#y}, begins no comment.
            if (rest.StartsWith(start) && (start != "#" || afterBlank))
            {
                var end = rest.IndexOf('\n');
                return end < 0 ? rest.Length : end;
            }
        }
        foreach (var (open, close) in language.BlockComments)
        {
            if (rest.StartsWith(open))
            {
                var end = rest[open.Length..].IndexOf(close, StringComparison.Ordinal);
                return end < 0 ? rest.Length : open.Length + end + close.Length;
            }
        }
        return 0;
    }

    private readonly int LongString()
    {
        foreach (var quote in language.LongQuotes)
        {
            if (rest.StartsWith(quote))
            {
                var end = rest[quote.Length..].IndexOf(quote, StringComparison.Ordinal);
                return end < 0 ? rest.Length : quote.Length + end + quote.Length;
            }
        }
        return 0;
    }

    /// <summary>A string up to its closing quote or the end of the line, whichever comes first.</summary>
    private readonly (int, string?) String(char quote)
    {
        var i = 1;
        for (; i < rest.Length && rest[i] != '\n'; i++)
        {
            if (rest[i] == '\\')
            {
                i++;
            }
            else if (rest[i] == quote)
            {
                return (i + 1, language.HasKeys && IsKey(rest[(i + 1)..]) ? "hljs-attr" : "hljs-string");
            }
        }
        // Not "just a quote": reading on behind it would read the line once for every quote in it.
        return (Math.Min(i, rest.Length), "hljs-string");
    }

    private static bool IsKey(ReadOnlySpan<char> after)
    {
        var next = after.TrimStart(' ');
        return next.Length > 0 && next[0] is ':' or '=';
    }

    private readonly int Number()
    {
        var end = rest.IndexOfAnyExcept(WordCharacters);
        if (end > 0 && rest[end] == '.' && end + 1 < rest.Length && char.IsAsciiDigit(rest[end + 1]))
        {
            var fraction = rest[(end + 1)..].IndexOfAnyExcept(WordCharacters);
            return fraction < 0 ? rest.Length : end + 1 + fraction;
        }
        return end < 0 ? rest.Length : end;
    }

    private static int Word(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(WordCharacters);
        return end < 0 ? text.Length : end;
    }

    private readonly (int, string?) WordToken()
    {
        var length = Word(rest);
        if (language.HasKeys)
        {
            while (length < rest.Length && rest[length] is '-' or '.')
            {
                length += 1 + Word(rest[(length + 1)..]);
            }
            if (IsKey(rest[length..]))
            {
                return (length, "hljs-attr");
            }
        }
        var word = rest[..length].ToString();
        word = language.IgnoresCase ? word.ToLowerInvariant() : word;
        return (
            length,
            language.Keywords.Contains(word) ? "hljs-keyword"
            : language.Literals.Contains(word) ? "hljs-literal"
            : IsCall(length) ? "hljs-title"
            : null
        );
    }

    private readonly bool IsCall(int length) => length < rest.Length && rest[length] == '(';

    private (int, string?) Markup()
    {
        if (!inTag)
        {
            var opens =
                rest[0] == '<' && rest.Length > 1 && (char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!' or '?');
            if (!opens)
            {
                var next = rest[1..].IndexOf('<');
                return (next < 0 ? rest.Length : next + 1, null);
            }
            inTag = true;
            var name = rest[2..].IndexOfAny(" \t\n>/");
            return (name < 0 ? rest.Length : name + 2, "hljs-name");
        }
        switch (rest[0])
        {
            case '>':
                inTag = false;
                return (1, "hljs-name");
            case '"' or '\'' when rest[1..].IndexOf(rest[0]) is >= 0 and var end:
                return (end + 2, "hljs-string");
            case var c when char.IsAsciiLetter(c):
                var length = rest.IndexOfAny(AttributeEnds);
                return (length < 0 ? rest.Length : length, "hljs-attr");
            default:
                return (1, null);
        }
    }

    private readonly int Other()
    {
        for (var i = 1; i < rest.Length; i++)
        {
            if (
                char.IsAsciiLetterOrDigit(rest[i])
                || !char.IsAscii(rest[i])
                || char.IsAsciiLetterOrDigit(rest[i - 1])
                || IsSpecial(rest[i])
            )
            {
                return i;
            }
        }
        return rest.Length;
    }

    private static bool IsSpecial(char c) => c is not (' ' or '\n' or '\t' or ')' or '(' or ']' or '}' or ',');
}
