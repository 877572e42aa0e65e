using KapFunctions.Query.Nql;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Filters;

/// <summary>Conditions as SQL over <c>s</c>, which is the table post or a list of posts with its narrow columns.</summary>
internal sealed class PostSql(bool isPost, TermLookup terms, OwnFieldLookup own, SqlValues values, DateTimeOffset now)
{
    public string Render(NqlNode node) =>
        node switch
        {
            NqlAll all =>
                $"({string.Join(" and ", all.Parts.Where(part => !IsRelated(part)).Select(Render).Concat(Related(all.Parts)))})",
            NqlAny any => $"({string.Join(" or ", any.Parts.Select(Render))})",
            NqlCondition { Field.Type: NqlFieldType.Related } => $"({string.Join(" and ", Related([node]))})",
            NqlCondition { Field.Source: NqlSource.Text } condition => QueryBranch.Of(condition, values, now).Lookup(),
            NqlCondition { Field.Source: NqlSource.Own } condition => QueryBranch.Of(condition, own, values).Lookup(),
            NqlCondition condition => Compare(condition),
            _ => throw new InvalidOperationException($"A filter has no {node.GetType().Name}."),
        };

    public string OrderColumn(NqlField field) =>
        field.Source switch
        {
            NqlSource.Constant => field.Column,
            NqlSource.Narrow => "s." + field.Column,
            NqlSource.Post or NqlSource.Visible when isPost => "s." + field.Column,
            NqlSource.Visible => $"(select x.{field.Column} from post x indexed by post_visible where {SameKey})",
            NqlSource.Text when isPost && field.Column == "title" => "s.title",
            NqlSource.Own =>
                $"(select x.value from field_of x where x.name = {values.Add(field.Column)} and {SameKey} and x.position = 0)",
            NqlSource.Text => Text(Schema.TextField(field.Column)),
            _ => FromElsewhere(field, field.Column),
        };

    public static bool IsRelated(NqlNode node) => node is NqlCondition { Field.Type: NqlFieldType.Related };

    private IEnumerable<string> Related(IEnumerable<NqlNode> parts) =>
        RelatedGroup
            .Of(parts.Where(IsRelated).Cast<NqlCondition>())
            .Select(group => QueryBranch.Of(group, terms).Lookup());

    private string Compare(NqlCondition condition)
    {
        var field = condition.Field;
        var column = OrderColumn(field);
        return field.Source == NqlSource.Source
            ? FromElsewhere(field, ComparisonSql.Render(condition, field.Column, null, values, now))
            : ComparisonSql.Render(condition, column, field.Folded is null ? null : column, values, now);
    }

    private static string Text(int field) =>
        $"(select {QueryBranch.Original("x", field)} from text_of x where x.field = {field} and {SameKey})";

    private static string FromElsewhere(NqlField field, string expression) =>
        field.Source == NqlSource.Source
            ? $"(select {expression} from source x where x.post = s.post)"
            : $"(select {expression} from post x where {SameKey})";

    private const string SameKey = "x.kind = s.kind and x.published_at = s.published_at and x.post = s.post";
}
