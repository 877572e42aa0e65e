using KapFunctions.Following.Changes;
using KapFunctions.Storage.Index;

namespace KapFunctions.Following.Cdn;

/// <summary>Which tags of a cache changes make old.</summary>
internal static class PurgeTags
{
    /// <summary>Beyond this many the whole site is purged instead: a request takes only some, and of requests a minute only
    /// few.</summary>
    public const int Max = 90;

    public static IReadOnlyList<string> Of(IEnumerable<LogEntry> entries)
    {
        var tags = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            tags.UnionWith(ChangedTags.Of(entry));
        }

        return tags.Count > Max ? [CacheTag.Site, .. tags.Contains(CacheTag.AnyMedia) ? [CacheTag.Media] : (string[])[]]
            // Every page has it.
            : tags.Contains(CacheTag.Site) ? [.. tags.Where(tag => tag == CacheTag.Site || IsOfMedia(tag))]
            : [.. tags];
    }

    private static bool IsOfMedia(string tag) => tag.StartsWith(CacheTag.Media, StringComparison.Ordinal);
}
