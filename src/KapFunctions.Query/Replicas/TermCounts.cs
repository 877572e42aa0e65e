using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Replicas;

/// <summary>How many visible posts a tag or author has.</summary>
internal sealed record TermCount(TermType Type, string Slug, string Name, long Posts);

/// <summary>Keeps the counts of all tags and authors while nothing changes them: neither the index nor the time.</summary>
internal sealed class TermCounts
{
    private Window? last;

    public IReadOnlyList<TermCount> At(LogPosition position, DateTimeOffset now, Func<Window> count)
    {
        var window = Volatile.Read(ref last);
        if (window is null || window.Position != position || now < window.From || now >= window.Until)
        {
            Volatile.Write(ref last, window = count());
        }

        return window.Counts;
    }

    /// <summary>Counts, and when they hold.</summary>
    public sealed record Window(
        LogPosition Position,
        DateTimeOffset From,
        DateTimeOffset? Until,
        IReadOnlyList<TermCount> Counts
    );
}
