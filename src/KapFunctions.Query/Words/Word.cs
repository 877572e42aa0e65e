namespace KapFunctions.Query.Words;

/// <summary>A word of a text, from <paramref name="Start"/> to before <paramref name="End"/>.</summary>
/// <param name="Start">In UTF-16 units, as <paramref name="End"/>.</param>
/// <param name="End">Behind its last unit.</param>
/// <param name="Folded">As it is compared; never empty.</param>
/// <param name="IsUnspaced">Whether it is a run of characters whose words nothing divides.</param>
internal readonly record struct Word(int Start, int End, string Folded, bool IsUnspaced)
{
    /// <summary>Of a run without blanks: its characters in twos, or the only one.</summary>
    public IEnumerable<string> Pairs()
    {
        var characters = Characters().ToList();
        return characters.Count == 1 ? characters : characters.Zip(characters.Skip(1), (one, next) => one + next);
    }

    public IEnumerable<string> Characters() => Folded.EnumerateRunes().Select(rune => rune.ToString());
}
