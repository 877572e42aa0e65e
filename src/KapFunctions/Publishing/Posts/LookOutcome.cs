namespace KapFunctions.Publishing.Posts;

/// <summary>What one attempt to look at a post came to.</summary>
/// <param name="IsDone">False where the row changed meanwhile.</param>
/// <param name="Offered">A slug that became free, and for which others wait.</param>
internal readonly record struct LookOutcome(bool IsDone, string? Offered = null)
{
    public static readonly LookOutcome Done = new(IsDone: true);
    public static readonly LookOutcome Stale = new(IsDone: false);
}
