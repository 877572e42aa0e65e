using KapFunctions.Content.Posts;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query;

public sealed partial class View
{
    private const string Visible = "p.published_at <= $0 and (p.expires_at is null or p.expires_at > $0)";

    /// <summary>The visible post or page with <paramref name="slug"/>; null where there is none, or one of another kind.</summary>
    public PostRow? FindBySlug(PostKind? kind, string slug) => Find("p.slug = $1", slug, kind);

    /// <summary>The visible post or page with <paramref name="id"/>; null where there is none, or one of another kind.</summary>
    public PostRow? FindById(PostKind? kind, string id) => Find("p.id = $1", id, kind);

    /// <summary>The visible post or page from the file at <paramref name="path"/>; null where there is none.</summary>
    public PostRow? FindByPath(string path) => SourceAt(path) is { } post && post.IsVisible(Now) ? post : null;

    private PostRow? Find(string condition, string value, PostKind? kind) =>
        Rows(
                $"""
                select s.json from post p join source s on s.post = p.post
                where {condition} and {Visible} and ($2 is null or p.kind = $2) order by s.path limit 1
                """,
                ReadPost,
                NowInstant,
                value,
                kind
            )
            .SingleOrDefault();

    /// <summary>
    /// What stands after <paramref name="post"/> in the default order: the next older one of its kind; null at the end.
    /// </summary>
    public PostRow? Previous(PostRow post) => Neighbour(post, "<", "desc");

    /// <summary>What stands before <paramref name="post"/> in the default order: the next newer one of its kind.</summary>
    public PostRow? Next(PostRow post) => Neighbour(post, ">", "asc");

    private PostRow? Neighbour(PostRow post, string side, string direction) =>
        Rows(
                $"""
                select s.json from post p join source s on s.post = p.post
                where p.kind = $1 and {Visible}
                    and (p.published_at, p.post) {side} ($2, (select post from source where key = $3))
                order by p.published_at {direction}, p.post {direction} limit 1
                """,
                ReadPost,
                NowInstant,
                post.Metadata?.Kind ?? PostKind.Post,
                Instant.Of(post.PublishedAt ?? Now),
                post.Key
            )
            .SingleOrDefault();

    /// <summary>
    /// Files that readers or authors should know something about, visible or not: errors, warnings, waiting for a slug,
    /// broken, a review still ahead. By path, at most <paramref name="limit"/>.
    /// </summary>
    public IReadOnlyList<PostRow> Problems(int limit = 1000) =>
        Rows(
            """
            select json from source where post in (
                select post from source where problems > 0
                union select post from source where reviewed_from > $1)
            order by path limit $0
            """,
            ReadPost,
            limit,
            NowInstant
        );
}
