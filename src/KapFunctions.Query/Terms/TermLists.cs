using System.Text.Json.Nodes;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Query.Filters;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Terms;

public static class TermLists
{
    public static TermPage<CountedTag> Tags(this View view, TermQuery query)
    {
        view.Depends.NoteOrder();
        return Select(view, AllTags(view), ColumnsOf, NqlFields.Tags, query);
    }

    public static TermPage<CountedAuthor> Authors(this View view, TermQuery query)
    {
        view.Depends.NoteOrder();
        return Select(view, AllAuthors(view), ColumnsOf, NqlFields.Authors, query);
    }

    /// <summary>By its address, or by the one that its name alone would give.</summary>
    public static CountedTag? FindTag(this View view, string slug)
    {
        var tags = AllTags(view);
        var named = SiteAuthors.Tag(new("", slug), view.Site.Settings).Slug;
        view.NoteTerm(TermType.Tag, slug);
        view.NoteTerm(TermType.Tag, named);
        return tags.FirstOrDefault(tag => tag.Tag.Slug == slug) ?? tags.FirstOrDefault(tag => tag.Tag.Slug == named);
    }

    public static CountedTag? FindTagById(this View view, string id)
    {
        view.Depends.NoteOrder();
        return AllTags(view).FirstOrDefault(tag => tag.Id == id);
    }

    /// <summary>By its address, or by the one that its name alone would give.</summary>
    public static CountedAuthor? FindAuthor(this View view, string slug)
    {
        var authors = AllAuthors(view);
        var named = SiteAuthors.Author(new("", slug), view.Site.Settings).Slug;
        view.NoteTerm(TermType.Author, slug);
        view.NoteTerm(TermType.Author, named);
        return authors.FirstOrDefault(author => author.Author.Slug == slug)
            ?? authors.FirstOrDefault(author => author.Author.Slug == named);
    }

    public static CountedAuthor? FindAuthorById(this View view, string id)
    {
        view.Depends.NoteOrder();
        return AllAuthors(view).FirstOrDefault(author => author.Id == id);
    }

    private static IReadOnlyList<CountedTag> AllTags(View view) =>
        [
            .. Counts(view, TermType.Tag)
                .Select(count =>
                    (Tag: SiteAuthors.Tag(new TagReference(count.Name, count.Slug), view.Site.Settings), count.Posts)
                )
                .GroupBy(counted => counted.Tag.Slug)
                .Select(same => new CountedTag(
                    ContentIds.OfTag(same.Key),
                    same.First().Tag,
                    same.Sum(counted => counted.Posts)
                )),
        ];

    private static IReadOnlyList<CountedAuthor> AllAuthors(View view) =>
        [
            .. Counts(view, TermType.Author)
                .Select(count => (Author: AuthorOf(view, count), count.Posts))
                .GroupBy(counted => counted.Author.Slug)
                .Select(same => new CountedAuthor(
                    ContentIds.OfAuthor(same.Key),
                    same.First().Author,
                    same.Sum(counted => counted.Posts)
                )),
        ];

    private static Author AuthorOf(View view, TermCount count) =>
        count.Slug.Length == 0
            ? SiteAuthors.Default(view.Site.Settings)
            : SiteAuthors.Author(new TagReference(count.Name, count.Slug), view.Site.Settings);

    private static IEnumerable<TermCount> Counts(View view, TermType type) =>
        view.TermCounts.At(view.Position, view.Now, () => CountTerms(view)).Where(count => count.Type == type);

    private static TermCounts.Window CountTerms(View view) =>
        new(
            view.Position,
            view.Now,
            view.NextBoundary(),
            view.Rows(
                $"""
                select t.type, t.slug, t.name, sum(p.kind = 0) from posting p join term t on t.term = p.term
                where {View.Visible} group by p.term
                """,
                row => new TermCount((TermType)row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3)),
                view.NowInstant
            )
        );

    private static JsonObject ColumnsOf(CountedTag counted) =>
        new()
        {
            ["id"] = counted.Id,
            ["slug"] = counted.Tag.Slug,
            ["name"] = counted.Tag.Name,
            ["description"] = counted.Tag.Description,
            ["feature_image"] = counted.Tag.FeatureImage,
            ["accent_color"] = counted.Tag.AccentColor,
            ["visibility"] = counted.Tag.Visibility,
            ["posts"] = counted.Posts,
        };

    private static JsonObject ColumnsOf(CountedAuthor counted)
    {
        var columns = new JsonObject
        {
            ["id"] = counted.Id,
            ["slug"] = counted.Author.Slug,
            ["name"] = counted.Author.Name,
            ["profile_image"] = counted.Author.ProfileImage,
            ["cover_image"] = counted.Author.CoverImage,
            ["bio"] = counted.Author.Bio,
            ["website"] = counted.Author.Website,
            ["location"] = counted.Author.Location,
            ["posts"] = counted.Posts,
        };
        foreach (var (network, name) in counted.Author.Social)
        {
            columns[network] = name;
        }

        return columns;
    }

    /// <summary>Tags and authors are few, so SQL filters and orders them as a list of JSON objects.</summary>
    private static TermPage<T> Select<T>(
        View view,
        IReadOnlyList<T> all,
        Func<T, JsonObject> columns,
        NqlFields fields,
        TermQuery query
    )
    {
        var values = new SqlValues();
        var sql = new TermSql(fields, values, view.Now);
        var list = new JsonArray([.. all.Select(columns).Select(TermSql.WithFolded)]);
        var found = view.Rows(sql.Select(list, query.Filter, query.Order), row => row.GetInt32(0), values.All);
        var limit = query.Limit ?? query.MaxAll;
        var offset = (long)limit * (Math.Max(query.Page, 1) - 1);
        return new([.. found.Skip((int)Math.Min(offset, int.MaxValue)).Take(limit).Select(at => all[at])], found.Count);
    }
}
