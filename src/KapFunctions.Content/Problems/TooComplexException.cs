namespace KapFunctions.Content.Problems;

/// <summary>Stops a parser, which cannot be cancelled, from deep inside; its caller makes a problem of it.</summary>
internal sealed class TooComplexException(string reason, int line) : Exception(reason)
{
    /// <summary>Of the body, counted from 0.</summary>
    public int Line { get; } = line;
}
