using System.Globalization;
using System.Text.Json;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Filters;

/// <param name="Sql">The numbers of the tags or authors, as the inside of an SQL list.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Posts">Of all together; a post with two of them counts twice.</param>
internal sealed record FoundTerms(string Sql, long Count, long Posts);

internal sealed class TermLookup(View view)
{
    private readonly Dictionary<RelatedGroup, FoundTerms> found = [];

    public FoundTerms Find(RelatedGroup group)
    {
        if (!found.TryGetValue(group, out var terms))
        {
            found[group] = terms = group.Conditions.Count == 0 ? Every(group.Type) : Select(group);
        }

        return terms;
    }

    private static FoundTerms Every(TermType type) =>
        new($"select term from term where type = {(int)type}", long.MaxValue, long.MaxValue);

    private FoundTerms Select(RelatedGroup group)
    {
        var values = new SqlValues();
        var table = Table(group, values);
        var conditions = group.Conditions.Select(condition =>
            IsVisibility(condition)
                ? ComparisonSql.Render(condition, Public, Public, values, view.Now)
                : ComparisonSql.Render(condition, condition.Field.Column, condition.Field.Folded, values, view.Now)
        );
        var rows = view.Rows(
            $"select term, posts from {table} where posts > 0 and {string.Join(" and ", conditions)}",
            row => (Term: row.GetInt64(0), Posts: row.GetInt64(1)),
            values.All
        );
        var numbers = rows.Select(row => row.Term.ToString(CultureInfo.InvariantCulture));
        return new(string.Join(", ", numbers), rows.Count, rows.Sum(row => row.Posts));
    }

    private const string Public = "'public'";

    private static bool IsVisibility(NqlCondition condition) => condition.Field.Column == "visibility";

    /// <summary>Names from <c>site.yaml</c>, and its first author in the place of nobody, only where a condition needs them.</summary>
    private string Table(RelatedGroup group, SqlValues values)
    {
        var bySlug = group.Conditions.All(condition =>
            condition.Field.Column == "slug" && condition.Operator < NqlOperator.Contains
        );
        if (bySlug && group.Type == TermType.Tag)
        {
            return "(select term, posts, slug from term where type = 0)";
        }

        var settings = view.Site.Settings;
        var names =
            group.Type == TermType.Tag
                ? settings.Tags.Select(tag => (tag.Slug, tag.Name))
                : settings.Authors.Select(author => (author.Slug, author.Name));
        var nobody = SiteAuthors.Default(settings);
        return $"""
            (select term, posts, slug, slug as slug_folded, id, id as id_folded, name, folded as name_folded from (
                select t.term, t.posts, iif(t.slug = '', {values.Add(nobody.Slug)}, t.slug) as slug,
                    iif(t.slug = '', {values.Add(ContentIds.OfAuthor(nobody.Slug))}, t.id) as id,
                    iif(t.slug = '', {values.Add(nobody.Name)}, coalesce(n.value ->> 0, t.name)) as name,
                    iif(t.slug = '', {values.Add(
                SqliteText.Fold(nobody.Name)
            )}, coalesce(n.value ->> 1, t.name_folded)) as folded
                from term t left join json_each({values.Add(Named(names))}) n on n.key = t.slug
                where t.type = {(int)group.Type}))
            """;
    }

    private static string Named(IEnumerable<(string Slug, string Name)> names) =>
        JsonSerializer.Serialize(
            names
                .DistinctBy(named => named.Slug)
                .ToDictionary(named => named.Slug, named => new[] { named.Name, SqliteText.Fold(named.Name) })
        );
}
