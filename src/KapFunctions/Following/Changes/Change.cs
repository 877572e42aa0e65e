using KapFunctions.Storage.Index;

namespace KapFunctions.Following.Changes;

/// <summary>One change, for those who follow the log.</summary>
/// <param name="Cursor">Where to go on after this change.</param>
/// <param name="Kind"><c>published</c>, <c>updated</c>, <c>unpublished</c>, <c>redirected</c>, <c>site</c> or <c>theme</c>.</param>
/// <param name="At">When it was committed, in UTC.</param>
/// <param name="Id">The post's id; null for the site and the theme.</param>
/// <param name="Slug">The post's slug, or the one it had; null for the site and the theme.</param>
/// <param name="FormerSlug">For a redirect, the slug that now leads to <paramref name="Slug"/>.</param>
public sealed record Change(string Cursor, string Kind, DateTimeOffset At, string? Id, string? Slug, string? FormerSlug)
{
    /// <summary>The change that an entry of the log tells of.</summary>
    public static Change Of(LogEntry entry, LogPosition cursor) =>
        new(
            cursor.ToString(),
            NameOf(entry.Kind),
            entry.At,
            entry.Id,
            entry.Slug,
            entry.Kind == ChangeKind.Redirected
                ? entry.Rows.Select(change => change.Row).OfType<DepartureRow>().FirstOrDefault()?.Address
                : null
        );

    /// <summary>The kind's name on the wire.</summary>
    public static string NameOf(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Published => "published",
            ChangeKind.Updated => "updated",
            ChangeKind.Unpublished => "unpublished",
            ChangeKind.Redirected => "redirected",
            // A change of a kind that only a newer release knows may be anything: whoever follows builds everything anew.
            ChangeKind.Site or ChangeKind.Unknown => "site",
            ChangeKind.Theme => "theme",
            _ => "internal",
        };
}

/// <summary>A page of changes.</summary>
/// <param name="Changes">The changes, oldest first.</param>
/// <param name="Next">The cursor to ask with next.</param>
/// <param name="More">Whether there are more already.</param>
public sealed record ChangePage(IReadOnlyList<Change> Changes, string Next, bool More);
