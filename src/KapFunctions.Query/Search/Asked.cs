using KapFunctions.Query.Words;

namespace KapFunctions.Query.Search;

/// <summary>Something asked for, as FTS5 is asked. What stands in it was made of folded words: nothing a reader types is an
/// operator.</summary>
internal sealed record Asked(string Match)
{
    /// <summary>What a text that was found has it by, for marking.</summary>
    public required IReadOnlyList<Found> By { get; init; }

    public static Asked Any(params IReadOnlyList<Asked> some) => Joined(some, " OR ");

    public static Asked All(params IReadOnlyList<Asked> some) => Joined(some, " AND ");

    /// <summary>The word itself, and whatever has its stem: who has both ranks above who has one.</summary>
    public static Asked Word(Word word, string[] stems) =>
        word.IsUnspaced
            ? Run(word)
            : Any([
                Token(Tokens.Exact, word.Folded, FoundBy.Word),
                .. stems.Select(stem => Token(Tokens.Stem, stem, FoundBy.Stem)),
                .. InTitle(word.Folded, stems),
            ]);

    /// <summary>The same posts, though who has the word itself no longer ranks above who has another form of it.</summary>
    public Asked ByStems()
    {
        string[] stems = [.. By.Where(found => found.By == FoundBy.Stem).Select(found => found.Text)];
        var asked = Any([.. stems.Select(stem => Token(Tokens.Stem, stem, FoundBy.Stem)), .. InTitle("", stems)]);
        return asked with { By = By };
    }

    /// <summary>Words that begin so; a single letter would begin most words.</summary>
    public static Asked Prefix(Word word) =>
        word.Folded.Length <= Tokens.MaxPrefix
            ? Token(Tokens.Prefix, word.Folded, FoundBy.Prefix)
            : new($"\"{Tokens.Exact}{word.Folded}\" *") { By = [new(word.Folded, FoundBy.Prefix)] };

    /// <summary>In this order.</summary>
    public static Asked Phrase(IReadOnlyList<Word> words) =>
        new($"\"{string.Join(' ', words.SelectMany(word => word.IsUnspaced ? word.Pairs() : [word.Folded]))}\"")
        {
            By = [.. words.Select(word => new Found(word.Folded, word.IsUnspaced ? FoundBy.Run : FoundBy.Word))],
        };

    /// <summary>Finds nothing that the others do not find: it only counts.</summary>
    private static IEnumerable<Asked> InTitle(string folded, IReadOnlyList<string> stems) =>
        Tokens.InTitle(folded, stems).Select(token => new Asked($"\"{token}\"") { By = [] });

    private static Asked Run(Word word)
    {
        var characters = word.Characters().Count();
        var exact = characters <= 2 ? Token(Tokens.Exact, word.Folded, FoundBy.Run) : Phrase([word]);
        return KoreanParticles.Without(word.Folded) is { } noun ? Any(exact, Run(word with { Folded = noun })) : exact;
    }

    private static Asked Token(char mark, string word, FoundBy by) => new($"\"{mark}{word}\"") { By = [new(word, by)] };

    private static Asked Joined(IReadOnlyList<Asked> some, string by) =>
        some is [var one]
            ? one
            : new($"({string.Join(by, some.Select(asked => asked.Match).Distinct())})")
            {
                By = [.. some.SelectMany(asked => asked.By).Distinct()],
            };
}

internal enum FoundBy
{
    Word,
    Stem,
    Prefix,

    /// <summary>Characters anywhere in a run without blanks.</summary>
    Run,
}

internal readonly record struct Found(string Text, FoundBy By);
