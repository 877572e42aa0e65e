using KapFunctions.Content.Sources;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;

namespace KapFunctions.Following.Changes;

/// <summary>What became old with a change, in the words of <see cref="CacheTag"/>: every answer whose bytes it changes names one
/// of these.</summary>
internal static class ChangedTags
{
    public static readonly IReadOnlyList<string> Everything = [CacheTag.Site, CacheTag.Media];

    private static readonly IReadOnlyList<string> WholeSite = [CacheTag.Site];

    /// <summary>None where readers see no change.</summary>
    public static IReadOnlyList<string> Of(LogEntry entry) =>
        entry switch
        {
            { Kind: ChangeKind.Unknown } => Everything,
            // What a newer program writes may be seen anywhere.
            _ when entry.Rows.Any(change => change.Row is UnknownRow) => Everything,
            { Kind: ChangeKind.Site or ChangeKind.Theme } => WholeSite,
            _ when ContentPaths.KindOf(entry.Path) == ContentKind.Media =>
            [
                CacheTag.File(entry.Path),
                CacheTag.AnyMedia,
            ],
            // An older program does not tell where the post stood before.
            { Lists: null } => IsSeen(entry) || entry.Rows.Any(IsRemovedPost) ? WholeSite : [],
            { Lists: var lists } => IsSeen(entry) ? [CacheTag.Lists, .. PostsIn(entry), .. In(lists)] : [],
        };

    /// <summary>An entry of which followers need not hear may be about a post that readers see, whose place in lists alone has
    /// changed.</summary>
    private static bool IsSeen(LogEntry entry) =>
        entry.Kind != ChangeKind.Internal
        || (entry.Lists?.Moves != false && entry.Rows.Any(change => change.Row is PostRow { Announced: true }));

    private static bool IsRemovedPost(RowChange change) => change.Row is null && IndexKeys.IsPost(change.Key);

    private static IEnumerable<string> PostsIn(LogEntry entry) =>
        entry
            .Rows.Select(change => (change.Row as PostRow)?.Id)
            .Append(entry.Id)
            .OfType<string>()
            .Distinct()
            .Select(CacheTag.Post);

    private static IEnumerable<string> In(ListChange lists) =>
        lists.Moves
            ? [CacheTag.Posts, .. lists.Tags.Select(CacheTag.Tag), .. lists.Authors.Select(CacheTag.Author)]
            : [];
}
