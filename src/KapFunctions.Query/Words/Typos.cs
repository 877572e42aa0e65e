namespace KapFunctions.Query.Words;

/// <summary>Words that are one slip away: a letter too few, too many, another, or two exchanged.</summary>
internal static class Typos
{
    /// <summary>Shorter words have too many neighbours that are words of their own.</summary>
    public const int MinLength = 5;

    /// <summary>Each letter costs some fifty looks into the index.</summary>
    public const int MaxLength = 20;

    public static bool MayHave(string word) =>
        word.Length is >= MinLength and <= MaxLength && word.All(char.IsLetter) && !word.Any(char.IsSurrogate);

    /// <summary>Each once, without the word itself.</summary>
    public static IReadOnlyCollection<string> Of(string word)
    {
        var alphabet = LetterFold.AlphabetOf(word[0]);
        var near = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at <= word.Length; at++)
        {
            var (before, rest) = (word[..at], word[at..]);
            foreach (var letter in alphabet)
            {
                near.Add(before + letter + rest);
                if (rest.Length > 0)
                {
                    near.Add(before + letter + rest[1..]);
                }
            }

            if (rest.Length > 0)
            {
                near.Add(before + rest[1..]);
            }

            if (rest.Length > 1)
            {
                near.Add(before + rest[1] + rest[0] + rest[2..]);
            }
        }

        near.Remove(word);
        return near;
    }
}
