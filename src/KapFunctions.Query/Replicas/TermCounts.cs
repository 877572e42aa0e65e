using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Replicas;

internal sealed record TermCount(TermType Type, string Slug, string Name, long Posts);

/// <summary>Kept while neither the index nor the time changes them.</summary>
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

    public sealed record Window(
        LogPosition Position,
        DateTimeOffset From,
        DateTimeOffset? Until,
        IReadOnlyList<TermCount> Counts
    );
}
