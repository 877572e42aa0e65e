using KapFunctions.Query.Nql;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Filters;

/// <summary>The slugs that a filter lists: without an order, results follow it.</summary>
internal sealed record ListedSlugs(IReadOnlyList<string> Slugs)
{
    /// <summary>The first list of slugs in the filter, wherever it stands; null where there is none.</summary>
    public static ListedSlugs? In(NqlNode? node) =>
        node switch
        {
            NqlCondition { Field.Name: "slug", Operator: NqlOperator.In } slugs => new([
                .. slugs.Values.OfType<NqlValue.Text>().Select(text => text.Value),
            ]),
            NqlAll all => all.Parts.Select(In).FirstOrDefault(found => found is not null),
            NqlAny any => any.Parts.Select(In).FirstOrDefault(found => found is not null),
            _ => null,
        };

    /// <summary>An order by <paramref name="column"/>; what is not listed comes last.</summary>
    public string Order(string column, SqlValues values)
    {
        var cases = Slugs.Select((slug, at) => $"when {values.Add(slug)} then {at}");
        return Slugs.Count == 0 ? "1" : $"case {column} {string.Join(' ', cases)} else {Slugs.Count} end";
    }
}
