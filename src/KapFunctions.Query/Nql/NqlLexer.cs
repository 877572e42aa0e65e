using System.Text.RegularExpressions;

namespace KapFunctions.Query.Nql;

internal enum NqlTokenKind
{
    Null,
    True,
    False,
    Property,
    Number,
    Relative,
    Literal,
    Text,
    OpenBracket,
    CloseBracket,
    OpenParenthesis,
    CloseParenthesis,
    Or,
    And,
    Not,
    GreaterOrEqual,
    LessOrEqual,
    Greater,
    Less,
    StartsWith,
    EndsWith,
    Contains,
    End,
}

/// <summary><paramref name="At"/> counts from 0; <paramref name="AfterSpace"/> tells of white space before the token.</summary>
internal readonly record struct NqlToken(NqlTokenKind Kind, string Text, int At, bool AfterSpace);

/// <summary>The first matching rule of the reference lexer wins, not the longest:
/// https://github.com/TryGhost/NQL, packages/nql-lang/src/nql.l.</summary>
internal static partial class NqlLexer
{
    /// <summary>An end token stands last; no tokens where there is an error.</summary>
    public static IReadOnlyList<NqlToken> Read(string text, out NqlError? error)
    {
        var tokens = new List<NqlToken>();
        var afterSpace = false;
        error = null;
        for (var at = 0; at < text.Length; )
        {
            var (kind, length) = Next(text, at);
            if (length == 0)
            {
                error = new(Unreadable(text, at), at + 1);
                return [];
            }

            if (kind is { } found)
            {
                tokens.Add(new(found, text.Substring(at, length), at, afterSpace));
            }

            afterSpace = kind is null;
            at += length;
        }

        tokens.Add(new(NqlTokenKind.End, "", text.Length, afterSpace));
        return tokens;
    }

    private static (NqlTokenKind? Kind, int Length) Next(string text, int at)
    {
        if (Space().Match(text, at) is { Success: true } space)
        {
            return (null, space.Length);
        }

        foreach (var (kind, rule) in Rules)
        {
            if (rule.Match(text, at) is { Success: true } match)
            {
                return (kind, match.Length);
            }
        }

        return (null, 0);
    }

    private static string Unreadable(string text, int at) =>
        text[at] is '\'' or '"'
            ? "This quotation mark does not enclose a text; write texts as 'text' and quotation marks in them as \\'."
            : $"\"{text[at]}\" cannot stand here; put a text with special characters, or of one character, in 'quotation marks'.";

    private static readonly (NqlTokenKind, Regex)[] Rules =
    [
        (NqlTokenKind.Null, Null()),
        (NqlTokenKind.True, True()),
        (NqlTokenKind.False, False()),
        (NqlTokenKind.Property, Property()),
        (NqlTokenKind.Number, Number()),
        (NqlTokenKind.OpenBracket, Symbol(@"\[")),
        (NqlTokenKind.CloseBracket, Symbol(@"\]")),
        (NqlTokenKind.Relative, Relative()),
        (NqlTokenKind.Literal, Literal()),
        (NqlTokenKind.Text, QuotedText()),
        (NqlTokenKind.OpenParenthesis, Symbol(@"\(")),
        (NqlTokenKind.CloseParenthesis, Symbol(@"\)")),
        (NqlTokenKind.Or, Symbol(",")),
        (NqlTokenKind.And, Symbol(@"\+")),
        (NqlTokenKind.Not, Symbol("-")),
        (NqlTokenKind.GreaterOrEqual, Symbol(">=")),
        (NqlTokenKind.LessOrEqual, Symbol("<=")),
        (NqlTokenKind.Greater, Symbol(">")),
        (NqlTokenKind.Less, Symbol("<")),
        (NqlTokenKind.StartsWith, Symbol(@"~\^")),
        (NqlTokenKind.EndsWith, Symbol(@"~\$")),
        (NqlTokenKind.Contains, Symbol("~")),
        (NqlTokenKind.Literal, Letter()),
    ];

    private const string Rest = """(?:\\['"+,()<>=\[\]~^$]|[^\s'"+,()<>=\[\]~])+""";

    private static Regex Symbol(string pattern) => new(@"\G" + pattern, RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\G[\s\uFEFF]+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();

    [GeneratedRegex(@"\G(?:null|NULL|Null)(?!" + Rest + ")", RegexOptions.CultureInvariant)]
    private static partial Regex Null();

    [GeneratedRegex(@"\G(?:true|TRUE|True)(?!" + Rest + ")", RegexOptions.CultureInvariant)]
    private static partial Regex True();

    [GeneratedRegex(@"\G(?:false|FALSE|False)(?!" + Rest + ")", RegexOptions.CultureInvariant)]
    private static partial Regex False();

    [GeneratedRegex(@"\G[a-zA-Z_][a-zA-Z0-9_.]*:", RegexOptions.CultureInvariant)]
    private static partial Regex Property();

    // The reference's \b knows ASCII words only.
    [GeneratedRegex(@"\G[0-9]+(?:\.[0-9]+)?(?<=[0-9])(?![a-zA-Z0-9_])(?!-)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    // The reference knows no white space here; a plus that was not encoded arrives as a space, before the amount and after.
    [GeneratedRegex(@"\Gnow[-+ ][0-9]+[dwMyhms](?=[+,()\[\]\s]|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Relative();

    [GeneratedRegex("""\G[^\s'"+,()<>=\[\]~-]""" + Rest, RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex("""\G'(?:\\['"]|[^'"])+?'""", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedText();

    [GeneratedRegex("""\G[a-zA-Z](?![a-zA-Z'",()<>=\[\]~])""", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();
}
