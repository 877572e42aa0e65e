using KapFunctions.Content.Pipeline;

namespace KapFunctions.Content.Problems;

/// <summary>
/// Stops rendering from deep inside a parser that cannot be cancelled; it never leaves <see cref="BodyRenderer"/>.
/// </summary>
internal sealed class TooComplexException(string reason, int line) : Exception(reason)
{
    /// <summary>The line of the body, counted from 0.</summary>
    public int Line { get; } = line;
}
