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
internal sealed record FoundTerms(string Sql, long Count, long Posts)
{
    /// <summary>Whether posts are meant that are on none of them.</summary>
    public bool AreTheOthers { get; init; }
}

internal sealed class TermLookup(View view)
{
    private readonly Dictionary<RelatedGroup, FoundTerms> found = [];

    public FoundTerms Find(RelatedGroup group)
    {
        if (!found.TryGetValue(group, out var terms))
        {
            found[group] = terms =
                group.Type == TermType.Language ? LanguageTerms.Find(view, group.Conditions)
                : group.Conditions.Count == 0 ? Every(group)
                : Select(group);
        }

        return terms;
    }

    private static FoundTerms Every(RelatedGroup group) =>
        new(
            $"select term from term where type = {(int)group.Type} and {Countable(group)}",
            long.MaxValue,
            long.MaxValue
        );

    private FoundTerms Select(RelatedGroup group)
    {
        var values = new SqlValues();
        var table = Table(group, values);
        var conditions = group.Conditions.Select(condition =>
            ComparisonSql.Render(condition, condition.Field.Column, condition.Field.Folded, values, view.Now)
        );
        var rows = view.Rows(
            $"select term, posts from {table} where posts > 0 and {string.Join(" and ", conditions.Append(Countable(group)))}",
            row => (Term: row.GetInt64(0), Posts: row.GetInt64(1)),
            values.All
        );
        var numbers = rows.Select(row => row.Term.ToString(CultureInfo.InvariantCulture));
        return new(string.Join(", ", numbers), rows.Count, rows.Sum(row => row.Posts));
    }

    /// <summary>As in Ghost, an internal tag is nobody's primary one.</summary>
    private static string Countable(RelatedGroup group) =>
        group is { FirstOnly: true, Type: TermType.Tag } ? "substr(name, 1, 1) <> '#'" : "1";

    /// <summary>Names and addresses from <c>site.yaml</c>, and its first author in the place of nobody, only where a condition needs
    /// them.</summary>
    private string Table(RelatedGroup group, SqlValues values)
    {
        var settings = view.Site.Settings;
        var bySlug = group.Conditions.All(condition =>
            condition.Field.Column == "slug" && condition.Operator < NqlOperator.Contains
        );
        if (bySlug && group.Type == TermType.Tag && settings.Tags.All(tag => tag.NameSlug is null))
        {
            return "(select term, posts, slug, name from term where type = 0)";
        }

        var named =
            group.Type == TermType.Tag
                ? settings.Tags.Select(tag => (tag.NameSlug, tag.Slug, tag.Name))
                : settings.Authors.Select(author => (author.NameSlug, author.Slug, author.Name));
        var nobody = SiteAuthors.Default(settings);
        return $"""
            (select term, posts, slug, slug as slug_folded, id, id as id_folded, name, folded as name_folded,
                iif(substr(name, 1, 1) = '#' and type = 0, 'internal', 'public') as visibility,
                iif(substr(name, 1, 1) = '#' and type = 0, 'internal', 'public') as visibility_folded from (
                select t.term, t.posts, t.type,
                    iif(t.slug = '', {values.Add(nobody.Slug)}, coalesce(n.value ->> 2, t.slug)) as slug,
                    iif(t.slug = '', {values.Add(IdOf(group.Type, nobody.Slug))}, coalesce(n.value ->> 3, t.id)) as id,
                    iif(t.slug = '', {values.Add(nobody.Name)}, coalesce(n.value ->> 0, t.name)) as name,
                    iif(t.slug = '', {values.Add(
                SqliteText.Fold(nobody.Name)
            )}, coalesce(n.value ->> 1, t.name_folded)) as folded
                from term t left join json_each({values.Add(Named(group.Type, named))}) n on n.key = t.slug
                where t.type = {(int)group.Type}))
            """;
    }

    /// <summary>By the slugs that posts have: what is made of a name counts before what is somebody's address.</summary>
    private static string Named(TermType type, IEnumerable<(string? NameSlug, string Slug, string Name)> named)
    {
        var bySlug = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var all = named.ToArray();
        foreach (var (nameSlug, slug, name) in all)
        {
            bySlug.TryAdd(nameSlug ?? slug, [name, SqliteText.Fold(name), slug, IdOf(type, slug)]);
        }

        foreach (var (_, slug, name) in all)
        {
            bySlug.TryAdd(slug, [name, SqliteText.Fold(name), slug, IdOf(type, slug)]);
        }

        return JsonSerializer.Serialize(bySlug);
    }

    private static string IdOf(TermType type, string slug) =>
        type == TermType.Tag ? ContentIds.OfTag(slug) : ContentIds.OfAuthor(slug);
}
