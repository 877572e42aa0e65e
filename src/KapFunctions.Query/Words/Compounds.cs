namespace KapFunctions.Query.Words;

/// <summary>Words that others write as one: <c>well-being</c>, <c>COVID-19</c>, <c>U.S.A.</c> Asked word by word, in their order.</summary>
internal sealed class Compounds(string text)
{
    /// <summary>A longer row is a file's name or a list.</summary>
    private const int MaxParts = 4;

    private Word row;
    private int parts;

    /// <summary>What ends before <paramref name="word"/>, run together; null for none.</summary>
    public Word? Next(Word word)
    {
        if (parts > 0 && Joins(word))
        {
            row = row with { End = word.End, Folded = row.Folded + word.Folded };
            parts++;
            return null;
        }
        var ended = End();
        (row, parts) = (word, word.IsUnspaced ? 0 : 1);
        return ended;
    }

    /// <summary>What ends with the text.</summary>
    public Word? End() =>
        parts is > 1 and <= MaxParts && row.Folded.Length <= WordScanner.MaxLength && row.Folded.Any(char.IsLetter)
            ? row
            : null;

    /// <summary>By a hyphen; single letters by a full stop, too.</summary>
    private bool Joins(Word next) =>
        parts <= MaxParts
        && !next.IsUnspaced
        && next.Start == row.End + 1
        && text[row.End] switch
        {
            '-' or '\u2010' or '\u2011' => true,
            '.' => row.Folded.Length == parts && next.Folded.Length == 1 && char.IsLetter(next.Folded[0]),
            _ => false,
        };
}
