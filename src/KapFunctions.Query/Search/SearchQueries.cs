using System.Text.Json;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Words;

namespace KapFunctions.Query.Search;

public static class SearchQueries
{
    /// <summary>Weights of the title, the tags and the text, and of their stems: who has the very word has its stem as well, and so
    /// comes before who has the stem alone.</summary>
    private const string Rank = "bm25(search, 10.0, 4.0, 1.0, 5.0, 2.0, 0.5)";

    private const int All = -1;

    /// <summary>Fewer posts than that have all that was asked for: those that have some of it follow.</summary>
    internal const int Few = 10;

    /// <summary>Of those.</summary>
    internal const int MaxLoose = 50;

    /// <summary>Best first (BM25): first those that have all that was asked for, then those that have it but for a slip of the pen, then, where
    /// they are few, those that have some of it. None for a question without letters and digits.</summary>
    public static SearchPage Search(this View view, SearchQuery query)
    {
        view.Depends.NoteAnyPost();
        // Texts come into the search some time after the log told of them.
        view.Depends.NoteMore();
        var settings = view.Site.Settings;
        var stems = new Stems(query.Language ?? settings.Rendering.Language);
        if (SearchQuestion.Read(query.Text, stems) is not { } read)
        {
            return new([], 0);
        }

        var posts = view.PostsWith(read.Parts.SelectMany(part => part.Tokens));
        var question = new Synonyms(settings.Synonyms, stems).AddTo(read.WithoutCommonForms(posts));
        var asked = question.Asked;
        var found = Find(view, asked, query, All);
        if (new Corrections(view, stems).Of(question, posts) is { } corrected)
        {
            question = corrected;
            asked = corrected.Asked;
            found = [.. found.Union(Find(view, asked, query, All))];
        }

        if (found.Count < Few && question.Loose(posts) is { } loose)
        {
            found = [.. found.Union(Find(view, loose, query, MaxLoose))];
        }

        var marks = new Marks(asked.By, stems);
        var page = found
            .Skip((int)Math.Min((long)query.Limit * (Math.Max(query.Page, 1) - 1), int.MaxValue))
            .Take(query.Limit);
        return new([.. page.Select(hit => Hit(view, marks, hit))], found.Count);
    }

    private static List<FoundPost> Find(View view, Asked asked, SearchQuery query, int limit) =>
        view.Rows(
            $"""
            select p.post, p.body from text.search join post p on p.body = text.search.rowid
            where search match $1 and {View.Visible} {LanguageLists.And(view, query.Language)}
                and ($2 is null or exists (
                    select 1 from posting g where g.term in (select term from term 
                        where type = 0 and slug in (select value from json_each($2)))
                        and g.kind = p.kind and g.published_at = p.published_at and g.post = p.post))
            order by {Rank}, p.published_at desc, p.post desc limit $3
            """,
            row => new FoundPost(row.GetInt64(0), row.GetInt64(1)),
            view.NowInstant,
            asked.Match,
            query.Tag is { } tag ? JsonSerializer.Serialize(SiteAuthors.WrittenAs(tag, view.Site.Settings)) : null,
            limit
        );

    private static SearchHit Hit(View view, Marks marks, FoundPost found) =>
        view.Rows(
                "select s.json, d.title, d.text from source s, text.doc d where s.post = $0 and d.body = $1",
                row => new SearchHit(
                    view.ReadPost(row),
                    marks.Whole(row.GetString(1)),
                    marks.Snippet(row.GetString(2))
                ),
                found.Post,
                found.Body
            )
            .Single();

    private readonly record struct FoundPost(long Post, long Body);
}
