namespace KapFunctions.Settings;

/// <summary>How much one answer holds.</summary>
/// <param name="Page">Most items on a page.</param>
/// <param name="All">How many <c>limit=all</c> means at most; the rest is on further pages.</param>
public sealed record PageLimits(int Page, int All);
