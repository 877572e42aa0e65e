using System.Text.Encodings.Web;
using System.Text.Unicode;
using KapFunctions.Query.Replicas;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Search;

public static class SearchQueries
{
    /// <summary>Weights of the title, the tags and the text.</summary>
    private const string Rank = "bm25(search, 10.0, 4.0, 1.0)";

    /// <summary>Letters of every language stay; only what means something in HTML is escaped.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly string EncodedStart = Encoder.Encode(TextFile.MarkStart.ToString());
    private static readonly string EncodedEnd = Encoder.Encode(TextFile.MarkEnd.ToString());

    /// <summary>Best first (BM25), whatever the case and diacritics; none for a question without letters and digits.</summary>
    public static SearchPage Search(this View view, SearchQuery query)
    {
        if (SearchWords.Read(query.Text) is not { } words)
        {
            return new([], 0);
        }

        var found = view.Rows(
            $"""
            select p.post, p.body from text.search join post p on p.body = text.search.rowid
            where search match $1 and {View.Visible}
                and ($2 is null or exists (
                    select 1 from posting g where g.term = (select term from term where type = 0 and slug = $2)
                        and g.kind = p.kind and g.published_at = p.published_at and g.post = p.post))
            order by {Rank}, p.published_at desc, p.post desc
            """,
            row => (Post: row.GetInt64(0), Body: row.GetInt64(1)),
            view.NowInstant,
            words,
            query.Tag
        );
        var page = found
            .Skip((int)Math.Min((long)query.Limit * (Math.Max(query.Page, 1) - 1), int.MaxValue))
            .Take(query.Limit);
        return new([.. page.Select(hit => Hit(view, words, hit.Post, hit.Body))], found.Count);
    }

    private static SearchHit Hit(View view, string words, long post, long body) =>
        view.Rows(
                """
                select s.json, highlight(search, 0, $3, $4), snippet(search, 2, $3, $4, '…', 40)
                from text.search, source s where search match $0 and text.search.rowid = $1 and s.post = $2
                """,
                row => new SearchHit(view.ReadPost(row), Marked(row, 1), Marked(row, 2)),
                words,
                body,
                post,
                TextFile.MarkStart.ToString(),
                TextFile.MarkEnd.ToString()
            )
            .Single();

    private static string Marked(SqliteDataReader row, int column) =>
        Encoder
            .Encode(row.GetString(column).ReplaceLineEndings(" "))
            .Replace(EncodedStart, "<mark>", StringComparison.Ordinal)
            .Replace(EncodedEnd, "</mark>", StringComparison.Ordinal);
}
