using KapFunctions.Query.Nql;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Filters;

/// <summary>The slugs that a filter lists: results follow their order unless another is asked for.</summary>
internal sealed record ListedSlugs(IReadOnlyList<string> Slugs)
{
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

    /// <summary>What is not listed comes last.</summary>
    public string Order(string column, SqlValues values)
    {
        var cases = Slugs.Select((slug, at) => $"when {values.Add(slug)} then {at}");
        return Slugs.Count == 0 ? "1" : $"case {column} {string.Join(' ', cases)} else {Slugs.Count} end";
    }
}
