using System.Text;

namespace KapFunctions.Content.Tests.FrontMatter;

/// <summary>What an author means with a head, apart from how it is written.</summary>
/// <param name="IsHidden">Whether readers are to see nothing of it: a draft, something private, a time to come, a past expiry.</param>
/// <param name="Tokens">The head, token by token.</param>
internal sealed record MeantHead(bool IsHidden, IReadOnlyList<Token> Tokens);

/// <summary>A piece of a head.</summary>
internal sealed record Token(string Text, TokenKind Kind);

internal enum TokenKind
{
    Fence,
    Key,
    Delimiter,
    Value,

    /// <summary>A date of publication or of expiry, or its key.</summary>
    Date,

    /// <summary>The value of a switch that publishes, such as the "false" of a draft: whoever cannot read it keeps back.</summary>
    Showing,
    LineEnd,
}

/// <summary>Draws heads as people write them, from what they mean. Nothing here asks the product what a word means.</summary>
internal sealed class HeadGenerator(Random random)
{
    private static readonly string[] Hiding =
    [
        "draft: true",
        "draft: true",
        "draft: yes",
        "draft: \"true\"",
        "Draft: True",
        "published: false",
        "published: false",
        "publish: false",
        "private: true",
        "hidden: true",
        "hidden: yes",
        "status: draft",
        "status: private",
        "status: pending",
        "visibility: private",
        "visibility: members",
        "draft: ja",
        "published: nein",
        "draft: oui",
        "published: non",
        "draft: sí",
        "status: entwurf",
        "status: brouillon",
        "status: borrador",
        "date: 2090-05-17",
        "date: 2090-05-17",
        "publishDate: 2090-11-23 09:30",
        "expires: 2001-02-13",
        "date: \"2090-05-17\"",
    ];

    private static readonly string[] Ordinary =
    [
        "title: Sleep well",
        "title: \"Notes on grief\"",
        "tags: [sleep, grief]",
        "description: How to rest in winter",
        "author: Mara Ellingwood",
        "slug: sleep-well",
        "summary: 'A short walk'",
        "category: Health",
        "image: media/lake.png",
        "language: en",
        "mood: calm",
        "layout: post",
        "tags:\n  - sleep\n  - grief",
        "weight: 12",
        "featured: true",
        "aliases: [/old/, /older/]",
        "publisher: Jane Doe",
        "comments: false",
        "toc: true",
        "status: evergreen",
        "series: Winter",
    ];

    private static readonly string[] Showing =
    [
        "draft: false",
        "published: true",
        "visibility: public",
        "status: published",
        "private: false",
    ];

    public MeantHead Next()
    {
        var isHidden = random.Next(2) == 0;
        var lines = Ordinary
            .OrderBy(_ => random.Next())
            .DistinctBy(line => line.Split(':')[0])
            .Take(random.Next(2, 7))
            .ToList();
        var hiding = isHidden ? Hiding[random.Next(Hiding.Length)] : null;
        if (hiding?.StartsWith("status", StringComparison.Ordinal) == true)
        {
            lines.RemoveAll(line => line.StartsWith("status", StringComparison.Ordinal));
        }
        if (hiding is not null)
        {
            lines.Insert(random.Next(lines.Count + 1), hiding);
        }
        else if (random.Next(8) == 0)
        {
            var showing = Showing[random.Next(Showing.Length)];
            lines.RemoveAll(line => line.Split(':')[0] == showing.Split(':')[0]);
            lines.Insert(random.Next(lines.Count + 1), showing);
        }
        if (hiding?.Contains("ate:", StringComparison.Ordinal) != true && random.Next(2) == 0)
        {
            lines.Insert(random.Next(lines.Count + 1), "date: 2021-03-14");
        }
        return new(
            isHidden,
            [
                .. random.Next(6) == 0 && !lines.Exists(line => line.Contains('\n', StringComparison.Ordinal))
                    ? Toml(lines)
                    : Yaml(lines),
            ]
        );
    }

    private static IEnumerable<Token> Yaml(List<string> lines)
    {
        yield return new("---", TokenKind.Fence);
        foreach (var (i, line) in lines.Index())
        {
            yield return LineEnd(lines, i);
            foreach (var token in Line(line, ": "))
            {
                yield return token;
            }
        }
        yield return new("\n", TokenKind.Fence);
        yield return new("---", TokenKind.Fence);
    }

    private static IEnumerable<Token> Toml(List<string> lines)
    {
        yield return new("+++", TokenKind.Fence);
        foreach (var (i, line) in lines.Index())
        {
            yield return LineEnd(lines, i);
            var (key, value) = (line.Split(": ")[0], line.Split(": ")[1]);
            var toml = value[0] switch
            {
                '"' or '\'' => value,
                '[' => "[" + string.Join(", ", value[1..^1].Split(", ").Select(item => $"\"{item}\"")) + "]",
                _ when value is "true" or "false" or "12"
                        || (value[0] is '2' && !value.Contains(' ', StringComparison.Ordinal)) => value,
                _ => $"\"{value}\"",
            };
            foreach (var token in Line($"{key}: {toml}", " = "))
            {
                yield return token;
            }
        }
        yield return new("\n", TokenKind.Fence);
        yield return new("+++", TokenKind.Fence);
    }

    /// <summary>The line's end before a line: it belongs to the fence above it, and to the date on either side.</summary>
    private static Token LineEnd(List<string> lines, int i) =>
        new(
            "\n",
            i == 0 ? TokenKind.Fence
                : IsDate(lines[i]) || IsDate(lines[i - 1]) ? TokenKind.Date
                : TokenKind.LineEnd
        );

    private static bool IsDate(string line) => line.Split(':')[0] is "date" or "publishDate" or "expires";

    private static IEnumerable<Token> Line(string line, string delimiter)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var (key, value) = (line[..colon], line[(colon + 1)..]);
        var isDate = IsDate(line);
        yield return new(key, isDate ? TokenKind.Date : TokenKind.Key);
        yield return new(value[0] == ' ' ? delimiter : ":", isDate ? TokenKind.Date : TokenKind.Delimiter);
        yield return new(
            value.TrimStart(' '),
            isDate ? TokenKind.Date
                : Showing.Contains(line) || Showing.Contains(line.Replace("\"", "", StringComparison.Ordinal))
                    ? TokenKind.Showing
                : TokenKind.Value
        );
    }
}

/// <summary>One slip of the fingers in one token.</summary>
internal sealed class Slips(Random random)
{
    private static readonly (string Word, string[] Other)[] Languages =
    [
        ("draft", ["entwurf", "brouillon", "borrador", "bozza", "concept", "rascunho"]),
        ("private", ["privat", "privado", "privé", "privato"]),
        ("hidden", ["versteckt", "oculto", "verborgen", "nascosto"]),
        ("published", ["veröffentlicht", "publicado", "publié", "pubblicato", "gepubliceerd"]),
        ("true", ["wahr", "verdadero", "vrai", "vero", "waar", "verdadeiro"]),
        ("yes", ["ja", "sí", "oui", "sì", "sim"]),
        ("false", ["falsch", "falso", "faux", "onwaar"]),
        ("no", ["nein", "non", "nee", "não"]),
        ("date", ["datum", "fecha", "data"]),
        ("title", ["titel", "título", "titre"]),
        ("author", ["autor", "auteur", "autore"]),
    ];

    public const string Quotes = "\"'“”‘’„«»`";

    /// <summary>The text with one slip in <paramref name="token"/>, and what kind of slip it is.</summary>
    public (string Text, string Kind) In(IReadOnlyList<Token> tokens, int token, string body)
    {
        var (slipped, kind) = Slip(tokens[token]);
        var text = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            text.Append(i == token ? slipped : tokens[i].Text);
        }
        return Whole(text.Append('\n').Append(body).ToString(), kind);
    }

    private static (string, string) Whole(string text, string kind) =>
        kind switch
        {
            "bom" => ("\uFEFF\uFEFF" + text, kind),
            "crlf" => (text.Replace("\n", "\r\n", StringComparison.Ordinal), kind),
            "cr" => (text.Replace('\n', '\r'), kind),
            "nfd" => (text.Normalize(NormalizationForm.FormD), kind),
            _ => (text, kind),
        };

    private (string Text, string Kind) Slip(Token token)
    {
        var text = token.Text;
        var at = random.Next(text.Length);
        return random.Next(15) switch
        {
            0 or 1 => (text.Remove(at, 1), "lost"),
            2 or 3 => (text.Insert(at, text[at].ToString()), "doubled"),
            4 or 5 when text.Length > 1 => (Swapped(text, Math.Min(at, text.Length - 2)), "swapped"),
            6 => (Quoted(text), "quote"),
            7 when token.Kind == TokenKind.Delimiter => (
                Pick([":", "=", "; ", " = ", " ", " : ", "：", ":\u00A0", ":\t", "::"]),
                "delimiter"
            ),
            7 when token.Kind == TokenKind.Fence && text != "\n" => (
                Pick(["----", "–––", "—", "- - -", "___", "===", "--", "***", "+++", " ---", "--- #", "..."]),
                "delimiter"
            ),
            7 or 8 => (OtherLanguage(text), "language"),
            9 => (text.ToUpperInvariant(), "case"),
            10 => (
                string.Concat(
                    text.Select(c => c is > ' ' and <= '~' && char.IsLetterOrDigit(c) ? (char)(c + 0xFEE0) : c)
                ),
                "width"
            ),
            11 => (text.Insert(at, Pick(["\u200B", "\u00A0", "\u00AD", "\u2060"])), "unseen"),
            12 => (text + Pick([",", ";", ".", " ", "\t"]), "trailing"),
            13 => (
                text == "\n" ? Pick(["", " "]) : text,
                text == "\n" ? "newline" : Pick(["bom", "crlf", "cr", "nfd"])
            ),
            _ => (text.Replace('a', 'а').Replace('e', 'е'), "lookalike"),
        };
    }

    private static string Swapped(string text, int at) => text[..at] + text[at + 1] + text[at] + text[(at + 2)..];

    private string Quoted(string text)
    {
        var (open, close) = (Quotes[random.Next(Quotes.Length)], Quotes[random.Next(Quotes.Length)]);
        var bare = text.Trim('"', '\'');
        return random.Next(3) switch
        {
            0 => open + bare + close,
            1 => open + bare,
            _ => bare + close,
        };
    }

    private string OtherLanguage(string text)
    {
        var other = Languages
            .FirstOrDefault(pair => string.Equals(pair.Word, text, StringComparison.OrdinalIgnoreCase))
            .Other;
        return other is null ? text : Pick(other);
    }

    private string Pick(string[] words) => words[random.Next(words.Length)];
}
