namespace KapFunctions.Content.Problems;

/// <summary>Stops a parser, which cannot be cancelled, from deep inside; whoever called the parser makes a problem of it.</summary>
internal sealed class TooComplexException(string reason, int line) : Exception(reason)
{
    /// <summary>The line of the body, counted from 0.</summary>
    public int Line { get; } = line;
}
