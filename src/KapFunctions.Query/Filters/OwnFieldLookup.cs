using System.Text.Json;
using KapFunctions.Content.Settings;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Filters;

/// <summary>Conditions on the site's own fields as SQL over <c>field_of</c>, and how many of its rows meet them.</summary>
/// <param name="view">The site.</param>
/// <param name="slugOf">The slug that readers find a post by, from its placeholder; null where they see none.</param>
internal sealed class OwnFieldLookup(View view, Func<string, string?> slugOf)
{
    /// <summary>So few posts are sorted sooner than the others are passed over.</summary>
    private const int Few = 2_000;

    /// <summary>More than are on the list of any tag: counting them would take as long as reading them.</summary>
    private const long Many = 10_000_000;

    private readonly Dictionary<NqlCondition, long> posts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> slugs = new(StringComparer.Ordinal);

    public NqlFields Fields { get; } = NqlFields.PostsOf(view.Site.Settings.Fields);

    public DateTimeOffset Now => view.Now;

    /// <summary>As many as meet a condition that the index over values can find, where they are few; else <see cref="Many"/> of those
    /// that have one value, which the index holds in the default order, and <see cref="QueryBranch.Scan"/> of others.</summary>
    public long Posts(NqlCondition condition)
    {
        if (!IsIndexed(condition))
        {
            return QueryBranch.Scan;
        }

        if (!posts.TryGetValue(condition, out var known))
        {
            var values = new SqlValues();
            var found = view.Number(
                $"""
                select count(*) from (
                    select 1 from field_of g indexed by field_value where {Rows(condition, "g", values)} limit {Few
                    + 1})
                """,
                values.All
            );
            posts[condition] = known =
                found <= Few ? found
                : condition.Operator == NqlOperator.Equal ? Many
                : QueryBranch.Scan;
        }

        return known;
    }

    /// <summary>The rows of <paramref name="alias"/> that meet the condition, or have any value where it is about absence.</summary>
    public string Rows(NqlCondition condition, string alias, SqlValues values)
    {
        var name = $"{alias}.name = {values.Add(condition.Field.Column)}";
        if (condition.Field.Own!.Type == OwnFieldType.Post)
        {
            return $"{name} and {alias}.value in ({Placeholders(condition, values)})";
        }

        if (condition.IsAboutAbsence)
        {
            return name;
        }

        var folded = condition.Field.Type == NqlFieldType.Text ? alias + ".folded" : null;
        return $"{name} and {ComparisonSql.Render(condition, alias + ".value", folded, values, Now)}";
    }

    /// <summary>Those that lead to a post that readers see, under a slug that meets the condition.</summary>
    private string Placeholders(NqlCondition condition, SqlValues values)
    {
        var all = $"select m.key from json_each({values.Add(SlugsOf(condition.Field))}) m";
        return condition.IsAboutAbsence
            ? all
            : $"{all} where {ComparisonSql.Render(condition, "m.value", null, values, Now)}";
    }

    private string SlugsOf(NqlField field)
    {
        if (!slugs.TryGetValue(field.Column, out var json))
        {
            var found = view.Rows(
                    "select distinct value from field_of where name = $0",
                    row => row.GetString(0),
                    field.Column
                )
                .Select(placeholder => (placeholder, Slug: slugOf(placeholder)))
                .Where(one => one.Slug is not null)
                .ToDictionary(one => one.placeholder, one => one.Slug);
            slugs[field.Column] = json = JsonSerializer.Serialize(found);
        }

        return json;
    }

    private static bool IsIndexed(NqlCondition condition) =>
        condition.Field.Own!.Type != OwnFieldType.Post
        && !condition.IsAboutAbsence
        && condition.Operator is not (NqlOperator.NotEqual or NqlOperator.NotIn or >= NqlOperator.Contains);
}
