namespace KapFunctions.Query.Posts;

/// <summary>A year with posts, its months latest first.</summary>
public sealed record ArchiveYear(int Year, long Posts, IReadOnlyList<ArchiveMonth> Months);

/// <summary>A month with posts, in the site's time zone.</summary>
public sealed record ArchiveMonth(int Year, int Month, long Posts);
