using System.Text.Json.Nodes;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Query.Filters;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Sqlite;
using KapFunctions.Query.Terms;

namespace KapFunctions.Query;

public sealed partial class View
{
    /// <summary>The tags that visible posts or pages have.</summary>
    public TermPage<CountedTag> Tags(TermQuery query) => Select(AllTags, ColumnsOf, NqlFields.Tags, query);

    /// <summary>The authors of visible posts or pages.</summary>
    public TermPage<CountedAuthor> Authors(TermQuery query) => Select(AllAuthors, ColumnsOf, NqlFields.Authors, query);

    /// <summary>The tag with <paramref name="slug"/>; null where no visible post or page has it.</summary>
    public CountedTag? FindTag(string slug) => AllTags.FirstOrDefault(tag => tag.Tag.Slug == slug);

    /// <summary>The tag with <paramref name="id"/>; null where no visible post or page has it.</summary>
    public CountedTag? FindTagById(string id) => AllTags.FirstOrDefault(tag => tag.Id == id);

    /// <summary>The author with <paramref name="slug"/>; null where no visible post or page is by them.</summary>
    public CountedAuthor? FindAuthor(string slug) => AllAuthors.FirstOrDefault(author => author.Author.Slug == slug);

    /// <summary>The author with <paramref name="id"/>; null where no visible post or page is by them.</summary>
    public CountedAuthor? FindAuthorById(string id) => AllAuthors.FirstOrDefault(author => author.Id == id);

    private IReadOnlyList<CountedTag> AllTags =>
        [
            .. Counts(TermType.Tag)
                .Select(count => new CountedTag(
                    ContentIds.OfTag(count.Slug),
                    SiteAuthors.Tag(new TagReference(count.Name, count.Slug), Site.Settings),
                    count.Posts
                )),
        ];

    private IReadOnlyList<CountedAuthor> AllAuthors =>
        [
            .. Counts(TermType.Author)
                .Select(count => (Author: AuthorOf(count), count.Posts))
                .GroupBy(counted => counted.Author.Slug)
                .Select(same => new CountedAuthor(
                    ContentIds.OfAuthor(same.Key),
                    same.First().Author,
                    same.Sum(counted => counted.Posts)
                )),
        ];

    private Author AuthorOf(TermCount count) =>
        count.Slug.Length == 0
            ? SiteAuthors.Default(Site.Settings)
            : SiteAuthors.Author(new TagReference(count.Name, count.Slug), Site.Settings);

    private IEnumerable<TermCount> Counts(TermType type) =>
        leased.TermCounts.At(Position, Now, CountTerms).Where(count => count.Type == type);

    private TermCounts.Window CountTerms() =>
        new(
            Position,
            Now,
            NextBoundary(),
            Rows(
                $"""
                select t.type, t.slug, t.name, sum(p.kind = 0) from posting p join term t on t.term = p.term
                where {Visible} group by p.term
                """,
                row => new TermCount((TermType)row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3)),
                NowInstant
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
    private TermPage<T> Select<T>(IReadOnlyList<T> all, Func<T, JsonObject> columns, NqlFields fields, TermQuery query)
    {
        var values = new SqlValues();
        var sql = new TermSql(fields, values, Now);
        var list = new JsonArray([.. all.Select(columns).Select(TermSql.WithFolded)]);
        var found = Rows(sql.Select(list, query), row => row.GetInt32(0), values.All);
        var limit = query.Limit ?? query.MaxAll;
        var offset = (long)limit * (Math.Max(query.Page, 1) - 1);
        return new([.. found.Skip((int)Math.Min(offset, int.MaxValue)).Take(limit).Select(at => all[at])], found.Count);
    }
}
