using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Search;

/// <summary>What the search holds, beside what it should hold: the published posts, visible or not.</summary>
internal static class SearchedTexts
{
    /// <summary>Keys of rows whose text is missing, or was made for another language.</summary>
    public static List<string> WithoutText(this View view, string language) =>
        view.Rows(
            """
            select s.key from post p join source s on s.post = p.post where not exists (
                select 1 from text.holder h join text.doc d on d.body = h.body
                where h.key = s.key and h.body = p.body and d.language = $0)
            """,
            row => row.GetString(0),
            language
        );

    /// <summary>The same, where <paramref name="languageOf"/> names the one for a post's.</summary>
    public static List<string> WithoutText(this View view, Func<string, string> languageOf) =>
        [
            .. view.Rows(
                    """
                    select s.key, cast(s.json as text) ->> '$.metadata.language', (
                        select d.language from text.holder h join text.doc d on d.body = h.body
                        where h.key = s.key and h.body = p.body)
                    from post p join source s on s.post = p.post
                    """,
                    row =>
                        (Key: row.GetString(0), Own: row.GetString(1), Made: row.IsDBNull(2) ? null : row.GetString(2))
                )
                .Where(text => text.Made != languageOf(text.Own))
                .Select(text => text.Key),
        ];

    /// <summary>Keys of rows whose text is still there, though it is online no more.</summary>
    public static List<string> WithOutdatedText(this View view) =>
        view.Rows(
            """
            select h.key from text.holder h where not exists (
                select 1 from source s join post p on p.body = h.body and p.post = s.post where s.key = h.key)
            """,
            row => row.GetString(0)
        );

    public static bool HasText(this View view, PostRow post, string language) =>
        view.Rows(
            """
            select 1 from text.holder h join text.doc d on d.body = h.body
            where h.key = $0 and h.body = $1 and d.language = $2
            """,
            _ => true,
            post.Key,
            TextFile.NumberOf(post.Body!),
            language
        )
            is not [];

    /// <summary>Null where there is none, or it is not published.</summary>
    public static PostRow? PublishedAt(this View view, string key) =>
        view.Rows("select json from source where key = $0", view.ReadPost, key)
            is [{ State: PostState.Published, Body: not null, Metadata: not null } post]
            ? post
            : null;
}
