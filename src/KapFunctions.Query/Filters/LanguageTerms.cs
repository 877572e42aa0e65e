using System.Globalization;
using System.Text.Json;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Filters;

/// <summary>The languages of posts. One that a post names is a term; who names none is on no list, so the posts of the site's own
/// language are those that are not on the list of another.</summary>
internal static class LanguageTerms
{
    /// <summary>The lists of the languages that meet the conditions; where the site's own does, those of the others.</summary>
    public static FoundTerms Find(View view, IReadOnlyList<NqlCondition> conditions)
    {
        var all = LanguageLists.All(view);
        var values = new SqlValues();
        var json = values.Add(
            JsonSerializer.Serialize(all.Select(one => new object[] { one.Term, one.Language }).ToArray())
        );
        // Without conditions: in any language at all.
        var where = conditions.Select(condition =>
            ComparisonSql.Render(condition, condition.Field.Column, condition.Field.Folded, values, view.Now)
        );
        var met = view.Rows(
                $"""
                select term from (
                    select value ->> 0 as term, value ->> 1 as slug, value ->> 1 as slug_folded from json_each({json}))
                where {string.Join(" and ", where.Append("1"))}
                """,
                row => row.GetInt64(0),
                values.All
            )
            .ToHashSet();
        var isOwn = met.Contains(LanguageLists.Own);
        var listed = all.Where(one => one.Term != LanguageLists.Own && met.Contains(one.Term) != isOwn).ToList();
        return new(
            string.Join(", ", listed.Select(one => one.Term.ToString(CultureInfo.InvariantCulture))),
            listed.Count,
            listed.Sum(one => one.Posts)
        )
        {
            AreTheOthers = isOwn,
        };
    }
}
