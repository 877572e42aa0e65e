namespace KapFunctions.Query.Posts;

public sealed record ArchiveYear(int Year, long Posts, IReadOnlyList<ArchiveMonth> Months);

/// <summary>In the site's time zone.</summary>
public sealed record ArchiveMonth(int Year, int Month, long Posts);
