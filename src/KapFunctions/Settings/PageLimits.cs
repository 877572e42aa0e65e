namespace KapFunctions.Settings;

/// <summary>Most items on a page, and how many <c>limit=all</c> means at most; the rest is on further pages.</summary>
public sealed record PageLimits(int Page, int All);
