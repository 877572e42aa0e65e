namespace KapFunctions.Query.Sqlite;

/// <summary><c>source</c> keeps every post's row as it came; the other tables are derived from it and hold published posts only.
/// <c>post</c>, <c>posting</c>, <c>text_of</c> and <c>field_of</c> are clustered in the default order (date, then a number made of the
/// id): a list is a walk that stops early, a count reads narrow rows, and two postings intersect by key. Instants are
/// milliseconds since 1970 in UTC.</summary>
internal static class Schema
{
    /// <summary>Grows whenever a table does; a snapshot of another version is rebuilt from its rows.</summary>
    public const int Version = 9;

    /// <summary>Older images lack media, the theme, or what may be served of pictures, which no row in them tells.</summary>
    public const int OldestUseful = 5;

    /// <summary>Each is a list of its own in <c>text_of</c>: new ones are added at the end.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "title",
        "uuid",
        "custom_excerpt",
        "feature_image",
        "feature_image_alt",
        "feature_image_caption",
        "canonical_url",
        "meta_title",
        "meta_description",
        "og_title",
        "og_description",
        "og_image",
        "twitter_title",
        "twitter_description",
        "twitter_image",
    ];

    public static int TextField(string name) => Texts.Index().First(text => text.Item == name).Index;

    public static string Tables { get; } =
        $"""
            create table head (epoch text not null, sequence integer not null);
            create table source (
                post integer primary key, key text not null, path text not null, id text not null,
                problems integer not null, json blob not null, reviewed_from integer);
            create table departure (key text primary key, slug text not null, json blob not null) without rowid;
            create table unknown (key text primary key, json blob not null) without rowid;
            create table media (key text primary key, name text not null, json blob not null) without rowid;
            create table site (json blob not null);
            create table redirects (key text primary key, json blob not null) without rowid;
            create table theme (key text primary key, path text not null, json blob not null) without rowid;

            create table post (
                kind integer not null, published_at integer not null, post integer not null,
                expires_at integer, featured integer not null, updated_at integer not null,
                reading_time integer not null, id text not null, slug text not null,
                title text not null, body integer not null,
                primary key (kind, published_at, post)) without rowid;
            create table text_of (
                field integer not null, kind integer not null, published_at integer not null, post integer not null,
                expires_at integer, featured integer not null, folded text not null,
                primary key (field, kind, published_at, post)) without rowid;
            create table original (
                field integer not null, post integer not null, text text not null,
                primary key (field, post)) without rowid;

            create table term (
                term integer primary key, type integer not null, slug text not null, id text not null,
                name text not null default '', name_folded text not null default '', posts integer not null default 0,
                unique (type, slug));
            create table spelling (
                term integer not null, name text not null, posts integer not null,
                primary key (term, name)) without rowid;
            create table posting (
                term integer not null, kind integer not null, published_at integer not null, post integer not null,
                expires_at integer, featured integer not null, position integer not null,
                primary key (term, kind, published_at, post)) without rowid;

            create table field_of (
                name text not null, kind integer not null, published_at integer not null, post integer not null,
                position integer not null, expires_at integer, featured integer not null, value not null, folded text,
                primary key (name, kind, published_at, post, position)) without rowid;

            create table alias (
                address text not null, path text not null, post integer not null,
                primary key (address, path)) without rowid;
            create table translation (
                key text not null, path text not null, post integer not null,
                primary key (key, path)) without rowid;
            create table title (
                title text not null, path text not null, post integer not null,
                primary key (title, path)) without rowid;
            pragma user_version = {Version};
            """;

    /// <summary>Made after a bulk load, which is faster than keeping them meanwhile.</summary>
    public const string Indexes = """
        create index source_id on source (id);
        create index source_problems on source (path) where problems > 0;
        create index source_reviewed on source (reviewed_from) where reviewed_from is not null;
        create index post_body on post (body, expires_at);
        create index post_slug on post (slug, kind, expires_at, featured);
        create index post_title on post (title, kind, expires_at, featured);
        create index post_id on post (id);
        create index post_visible on post (
            kind, published_at, post, expires_at, featured, updated_at, reading_time);
        create index post_featured on post (kind, published_at, post, expires_at) where featured = 1;
        create index post_expires on post (expires_at) where expires_at is not null;
        create index field_value on field_of (name, value, kind, published_at, post, expires_at, featured);
        create index departure_slug on departure (slug);
        create index media_name on media (name);
        """;
}
