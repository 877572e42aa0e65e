using KapFunctions.Query.Snowball;

namespace KapFunctions.Query.Words;

/// <summary>What the forms of a word have in common, in the languages of the site's own pages; no stems in others. For one thread.</summary>
internal sealed class Stems
{
    /// <summary>Stems of that many words are remembered: about 10 MB at worst.</summary>
    private const int MaxKept = 50_000;

    /// <summary>What is left of a word before an apostrophe, in French and Italian: <c>l'amour</c>.</summary>
    private const int MaxElision = 6;

    private readonly Dictionary<(string Folded, string Written), string[]> kept = [];
    private readonly Stemmer? stemmer;

    /// <summary><paramref name="language"/> is a language tag.</summary>
    public Stems(string language) =>
        stemmer = language.Split('-')[0].ToLowerInvariant() switch
        {
            "de" => new GermanStemmer(),
            "en" => new EnglishStemmer(),
            "es" => new SpanishStemmer(),
            "fr" => new FrenchStemmer(),
            "it" => new ItalianStemmer(),
            "nl" => new DutchStemmer(),
            "pt" => new PortugueseStemmer(),
            _ => null,
        };

    /// <summary>Folded: of the word as it was written, and as it is written by who leaves out its accents.</summary>
    public string[] Of(Word word, string text)
    {
        if (stemmer is null || word.IsUnspaced || !word.Folded.All(char.IsLetter))
        {
            return [];
        }

        var written = text[word.Start..word.End].ToLowerInvariant().Normalize();
        var key = (word.Folded, written);
        if (!kept.TryGetValue(key, out var stems))
        {
            if (kept.Count == MaxKept)
            {
                kept.Clear();
            }

            kept[key] = stems = [.. Forms(word.Folded, written).Distinct(StringComparer.Ordinal)];
        }

        return stems;
    }

    private IEnumerable<string> Forms(string folded, string written)
    {
        yield return Stem(folded);
        if (written != folded)
        {
            yield return Stem(written);
        }

        var apostrophe = written.AsSpan().IndexOfAny('\'', '’', 'ʼ');
        if (apostrophe is > 0 and <= MaxElision && written.Length - apostrophe > 3)
        {
            yield return Stem(written[(apostrophe + 1)..]);
        }
    }

    private string Stem(string word)
    {
        var stem = LetterFold.Of(
            stemmer!.Stem(word.Length > WordScanner.MaxLength ? word[..WordScanner.MaxLength] : word)
        );
        return stem.Length > 0 ? stem : LetterFold.Of(word);
    }
}
