using KapFunctions.Storage.Index;

namespace KapFunctions.Following.Changes;

/// <summary>One change; <c>Cursor</c> is where to go on after it. Only posts have an id and slugs; for a redirect,
/// <c>FormerSlug</c> leads to <c>Slug</c>. <c>Tags</c> are those that answers name which are old now.</summary>
internal sealed record Change(
    string Cursor,
    string Kind,
    DateTimeOffset At,
    string? Id,
    string? Slug,
    string? FormerSlug,
    IReadOnlyList<string> Tags
)
{
    public static Change Of(LogEntry entry, LogPosition cursor) =>
        new(
            cursor.ToString(),
            NameOf(entry.Kind),
            entry.At,
            entry.Id,
            entry.Slug,
            entry.Kind == ChangeKind.Redirected
                ? entry.Rows.Select(change => change.Row).OfType<DepartureRow>().FirstOrDefault()?.Address
                : null,
            ChangedTags.Of(entry)
        );

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

/// <summary>A page of changes, oldest first. <c>Next</c> is the cursor to ask with next.</summary>
internal sealed record ChangePage(IReadOnlyList<Change> Changes, string Next, bool More);
