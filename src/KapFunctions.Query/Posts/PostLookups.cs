using KapFunctions.Content.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Posts;

public static class PostLookups
{
    public static PostRow? FindBySlug(this View view, PostKind? kind, string slug) =>
        Find(view, "p.slug = $1", slug, kind);

    public static PostRow? FindById(this View view, PostKind? kind, string id) => Find(view, "p.id = $1", id, kind);

    /// <summary>The visible post of a file.</summary>
    public static PostRow? FindByPath(this View view, string path)
    {
        if (FileNames.Find(path, view.SourceAt) is { } post && post.IsVisible(view.Now))
        {
            return post;
        }

        view.Depends.NoteOrder();
        return null;
    }

    /// <summary>The page that the site puts first; null where the list of posts is.</summary>
    public static PostRow? FirstPage(this View view) =>
        view.Site.Settings.Home is { } path && view.FindByPath(path) is { Metadata.Kind: PostKind.Page } page
            ? page
            : null;

    private static PostRow? Find(View view, string condition, string value, PostKind? kind) =>
        view.Rows(
                $"""
                select s.json from post p join source s on s.post = p.post
                where {condition} and {View.Visible} and ($2 is null or p.kind = $2) order by s.path limit 1
                """,
                view.ReadPost,
                view.NowInstant,
                value,
                kind
            )
            .SingleOrDefault();

    /// <summary>The tag of the language among whose posts it stands; null where the site lists none.</summary>
    public static string? LanguageOf(this View view, PostRow post) =>
        post.Metadata is { } metadata ? view.Site.Settings.LanguageOf(metadata.Language) : null;

    /// <summary>The next older post of its kind and language in the default order; null at the end.</summary>
    public static PostRow? Previous(this View view, PostRow post) => Neighbour(view, post, "<", "desc");

    /// <summary>The next newer post of its kind and language in the default order.</summary>
    public static PostRow? Next(this View view, PostRow post) => Neighbour(view, post, ">", "asc");

    private static PostRow? Neighbour(View view, PostRow post, string side, string direction)
    {
        view.Depends.NoteOrder();
        return view.Rows(
                $"""
                select s.json from post p join source s on s.post = p.post
                where p.kind = $1 and {View.Visible} {LanguageLists.And(view, view.LanguageOf(post))}
                    and (p.published_at, p.post) {side} ($2, (select post from source where key = $3))
                order by p.published_at {direction}, p.post {direction} limit 1
                """,
                view.ReadPost,
                view.NowInstant,
                post.Metadata?.Kind ?? PostKind.Post,
                Instant.Of(post.PublishedAt ?? view.Now),
                post.Key
            )
            .SingleOrDefault();
    }
}
