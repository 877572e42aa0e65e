using System.Text.RegularExpressions;
using KapFunctions.Query.Words;

namespace KapFunctions.Query.Search;

/// <summary>Words, <c>"phrases"</c> and <c>prefixes*</c> as a reader typed them.</summary>
internal sealed partial record SearchQuestion(IReadOnlyList<QuestionPart> Parts)
{
    /// <summary>In UTF-16 units; longer questions are cut off here.</summary>
    public const int MaxLength = 400;

    /// <summary>Further words are ignored.</summary>
    public const int MaxWords = 12;

    /// <summary>More posts than that have a form of the word: its stem alone is asked for then, which costs half.</summary>
    public const int Common = 2_000;

    /// <summary>Times as many posts as the rarest word of a question.</summary>
    private const int TooCommon = 20;

    public Asked Asked => Asked.All([.. Parts.Select(part => part.Asked)]);

    public SearchQuestion WithoutCommonForms(IReadOnlyDictionary<string, long> posts) =>
        new([
            .. Parts.Select(part =>
                part.Stems.Count > 0 && part.Tokens.Skip(1).All(stem => posts.GetValueOrDefault(stem) > Common)
                    ? part with
                    {
                        Asked = part.Asked.ByStems(),
                    }
                    : part
            ),
        ]);

    /// <summary>For where hardly any post has them all; null where there is but one. What is so common beside the rarest word that it
    /// says nothing, as "to" in "register to vote", is not asked for.</summary>
    public Asked? Loose(IReadOnlyDictionary<string, long> posts)
    {
        var counts = Parts.ToDictionary(
            part => part,
            part => part.Tokens.Max(token => (long?)posts.GetValueOrDefault(token)) ?? 1
        );
        var rarest = counts.Values.Where(count => count > 0).DefaultIfEmpty(1).Min();
        return Parts.Count > 1
            ? Asked.Any([.. Parts.Where(part => counts[part] <= rarest * TooCommon).Select(part => part.Asked)])
            : null;
    }

    /// <summary>Null where nothing in the text can be searched for.</summary>
    public static SearchQuestion? Read(string text, Stems stems)
    {
        var parts = Part()
            .Matches(Quotes().Replace(text.Length > MaxLength ? text[..MaxLength] : text, "\""))
            .Select(part => Read(part, stems))
            .OfType<QuestionPart>()
            .Take(MaxWords)
            .ToList();
        return parts.Count == 0 ? null : new(parts);
    }

    private static QuestionPart? Read(Match part, Stems stems)
    {
        var isPhrase = part.Groups["phrase"].Success;
        var text = isPhrase ? part.Groups["phrase"].Value : part.Groups["word"].Value;
        var words = WordScanner.Of(text).Take(MaxWords).ToList();
        if (words.Count == 0)
        {
            return null;
        }

        var asked = words.ConvertAll(word => Asked.Word(word, stems.Of(word, text)));
        if (isPhrase && (words.Count > 1 || !words[0].IsUnspaced))
        {
            return new(Asked.Phrase(words));
        }

        if (part.Groups["star"].Success && words[^1] is { IsUnspaced: false, Folded.Length: >= Tokens.MinPrefix })
        {
            asked[^1] = Asked.Prefix(words[^1]);
            return new(Asked.All(asked));
        }

        if (words is [var one])
        {
            return new(asked[0]) { Word = one, Stems = stems.Of(one, text) };
        }

        // In this order is better, but a hyphen is written by some and not by others.
        return new(
            words.Exists(word => word.IsUnspaced) ? Asked.All(asked) : Asked.Any(Asked.Phrase(words), Asked.All(asked))
        );
    }

    [GeneratedRegex(
        """
            "(?<phrase>[^"]*)"|(?<word>[^\s"*]+)(?<star>\*)?
            """
    )]
    private static partial Regex Part();

    [GeneratedRegex("[“”„‟«»＂]")]
    private static partial Regex Quotes();
}

/// <summary>One thing that a post must have.</summary>
/// <param name="Asked">As the index is asked.</param>
internal sealed record QuestionPart(Asked Asked)
{
    /// <summary>The single word that it is, which may have synonyms and be mistyped; null for what is more.</summary>
    public Word? Word { get; init; }

    public IReadOnlyList<string> Stems { get; init; } = [];

    /// <summary>Of the single word.</summary>
    public IEnumerable<string> Tokens =>
        Word is { IsUnspaced: false } word
            ? Stems.Select(stem => Words.Tokens.Stem + stem).Prepend(Words.Tokens.Exact + word.Folded)
            : [];
}
