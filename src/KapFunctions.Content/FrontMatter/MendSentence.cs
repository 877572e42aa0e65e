namespace KapFunctions.Content.FrontMatter;

/// <summary>What to write in the place of a line that had to be guessed.</summary>
internal static class MendSentence
{
    /// <summary>What a problem quotes is cut beyond this many characters, and half a line mends nothing.</summary>
    private const int MaxLine = 72;

    public const string Quotes = "Put quotation marks around the value, and double such marks within it.";

    /// <summary>The line as it was read.</summary>
    public static string Of(string line) => line.Trim() is { Length: <= MaxLine } whole ? $"Write {whole}" : Quotes;
}
