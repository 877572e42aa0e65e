using System.Text;

namespace KapFunctions.Query.Words;

/// <summary>The words of a text as the index holds them, with blanks between them. First every word in its order, for phrases; then
/// what ranking counts, marked by its first character: exact words and the first letters of words, and stems apart. A word
/// counts a few times at most, since more of it says little and costs every question that asks for it.</summary>
internal static class Tokens
{
    public const char Exact = '=';
    public const char Stem = '~';
    public const char Prefix = '^';

    /// <summary>A stem in a title: a token of its own, so that it is ranked by how many titles have it, and adds to what the text
    /// is worth. A weight alone would end where BM25 does, at about what four times in the text give.</summary>
    public const char Title = '%';

    /// <summary>BM25 gives the fourth time three quarters of what any number of times could give.</summary>
    public const int MaxCounted = 4;

    /// <summary>Longer prefixes are looked up among the words themselves.</summary>
    public const int MaxPrefix = 3;

    public const int MinPrefix = 2;

    /// <summary>For SQLite's FTS5: whatever is no blank belongs to a token.</summary>
    public const string Tokenizer = "ascii tokenchars '=~^%+#.'";

    public static (string Words, string Stems) Of(string text, Stems stems)
    {
        var all = new StringBuilder();
        var counted = new Dictionary<string, int>(StringComparer.Ordinal);
        var stemmed = new Dictionary<string, int>(StringComparer.Ordinal);
        var compounds = new Compounds(text);
        foreach (var word in WordScanner.Of(text))
        {
            AddCompound(compounds.Next(word));
            if (word.IsUnspaced)
            {
                AddUnspaced(word, all, counted);
            }
            else
            {
                AddSpaced(word, all, counted);
                foreach (var stem in stems.Of(word, text))
                {
                    Count(stemmed, Stem + stem);
                }
            }
        }

        AddCompound(compounds.End());
        Append(all, counted);
        return (all.ToString(), Append(new(), stemmed).ToString());

        // It is no word of a phrase: those are its parts.
        void AddCompound(Word? compound)
        {
            if (compound is { } one)
            {
                Count(counted, Exact + one.Folded);
                foreach (var stem in stems.Of(one with { Start = 0, End = one.Folded.Length }, one.Folded))
                {
                    Count(stemmed, Stem + stem);
                }
            }
        }
    }

    private static StringBuilder Append(StringBuilder all, Dictionary<string, int> counted)
    {
        foreach (var (token, count) in counted)
        {
            for (var i = 0; i < count; i++)
            {
                all.Append(token).Append(' ');
            }
        }

        return all;
    }

    /// <summary>As <see cref="Of"/>.</summary>
    public static (string Words, string Stems) OfTitle(string title, Stems stems)
    {
        var (words, stemmed) = Of(title, stems);
        var own = WordScanner
            .Of(title)
            .Where(word => !word.IsUnspaced)
            .SelectMany(word => InTitle(word.Folded, stems.Of(word, title)))
            .Distinct();
        return (words, $"{stemmed}{string.Join(' ', own)}");
    }

    public static IEnumerable<string> InTitle(string folded, IReadOnlyList<string> stems) =>
        (stems.Count > 0 ? stems : [folded]).Select(stem => Title + stem);

    private static void AddUnspaced(Word word, StringBuilder all, Dictionary<string, int> counted)
    {
        foreach (var pair in word.Pairs())
        {
            all.Append(pair).Append(' ');
            Count(counted, Exact + pair);
        }

        foreach (var character in word.Characters().Where(character => character.Length < word.Folded.Length))
        {
            Count(counted, Exact + character);
        }
    }

    private static void AddSpaced(Word word, StringBuilder all, Dictionary<string, int> counted)
    {
        all.Append(word.Folded).Append(' ');
        Count(counted, Exact + word.Folded);
        if (word.Folded[0] == '.')
        {
            Count(counted, Exact + word.Folded[1..]);
        }

        for (var length = MinPrefix; length <= Math.Min(MaxPrefix, word.Folded.Length); length++)
        {
            counted[Prefix + word.Folded[..length]] = 1;
        }
    }

    private static void Count(Dictionary<string, int> counted, string token) =>
        counted[token] = Math.Min(counted.GetValueOrDefault(token) + 1, MaxCounted);
}
