namespace KapFunctions.Publishing.Posts;

/// <summary><c>Offered</c> is a slug that became free, and for which others wait.</summary>
internal readonly record struct LookOutcome(bool IsDone, string? Offered = null)
{
    public static readonly LookOutcome Done = new(IsDone: true);
    public static readonly LookOutcome Stale = new(IsDone: false);
}
