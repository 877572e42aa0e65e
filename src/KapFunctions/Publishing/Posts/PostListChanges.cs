using KapFunctions.Content.Posts;
using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Posts;

/// <summary>From a post's rows before and after to what became of the lists that hold it.</summary>
internal static class PostListChanges
{
    /// <summary>Either row may be null.</summary>
    public static ListChange Between(PostRow? before, PostRow? after, DateTimeOffset now)
    {
        // What readers do not see is in no list, and what it is called there is its author's business.
        var (had, has) = (Seen(before, now), Seen(after, now));
        return IsSame(had, has)
            ? new(Moves: false, [], [])
            : new(Moves: true, Union(had, has, TagsOf), Union(had, has, AuthorsOf));
    }

    private static PostRow? Seen(PostRow? row, DateTimeOffset now) =>
        row is { Metadata: not null } && (row.Announced || row.IsVisible(now)) ? row : null;

    /// <summary>Whether both are found in the same lists, at the same places and by the same names. The summary is in it, since
    /// its words decide what is related.</summary>
    private static bool IsSame(PostRow? one, PostRow? other) =>
        one is null || other is null
            ? one is null && other is null
            : (one.Id, one.Path, one.State, one.Announced, one.PublishedAt, one.DatedAt)
                == (other.Id, other.Path, other.State, other.Announced, other.PublishedAt, other.DatedAt)
                && IsSame(one.Metadata!, other.Metadata!);

    private static bool IsSame(PostMetadata one, PostMetadata other) =>
        (one.Kind, one.Slug, one.Title, one.Excerpt, one.Expires, one.Featured, one.Language, one.NoIndex)
            == (
                other.Kind,
                other.Slug,
                other.Title,
                other.Excerpt,
                other.Expires,
                other.Featured,
                other.Language,
                other.NoIndex
            )
        && one.Tags.SequenceEqual(other.Tags)
        && one.Authors.SequenceEqual(other.Authors)
        && one.Aliases.SequenceEqual(other.Aliases)
        && one.AlternateTitles.SequenceEqual(other.AlternateTitles);

    private static IReadOnlyList<string> Union(
        PostRow? one,
        PostRow? other,
        Func<PostMetadata, IEnumerable<string>> slugsOf
    ) => [.. new[] { one, other }.OfType<PostRow>().SelectMany(row => slugsOf(row.Metadata!)).Distinct()];

    private static IEnumerable<string> TagsOf(PostMetadata post) => post.Tags.Select(tag => tag.Slug);

    private static IEnumerable<string> AuthorsOf(PostMetadata post) =>
        post.Authors.Select(author => author.Slug).DefaultIfEmpty("");
}
