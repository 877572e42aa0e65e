using System.Text.Json;
using System.Text.Json.Nodes;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Filters;

internal sealed class TermSql(NqlFields fields, SqlValues values, DateTimeOffset now)
{
    public string Select(JsonArray list, NqlFilter? filter, string? order)
    {
        var root = FilterRewriting.Simplify(filter?.Root);
        var from = values.Add(list.ToJsonString());
        var where = root is null ? "1" : Render(root);
        return $"select v.key from json_each({from}) v where {where} order by {Order(root, order)}";
    }

    /// <summary>Adds each text in lower case, for matching without regard to case.</summary>
    public static JsonObject WithFolded(JsonObject columns)
    {
        foreach (var (name, value) in columns.ToList())
        {
            if (value?.GetValueKind() == JsonValueKind.String)
            {
                columns[name + "_folded"] = SqliteText.Fold(value.GetValue<string>());
            }
        }

        return columns;
    }

    private string Render(NqlNode node) =>
        node switch
        {
            NqlAll all => $"({string.Join(" and ", all.Parts.Select(Render))})",
            NqlAny any => $"({string.Join(" or ", any.Parts.Select(Render))})",
            NqlCondition { Field: var field } condition => ComparisonSql.Render(
                condition,
                Column(field),
                field.Folded is { } folded ? Text(folded) : null,
                values,
                now
            ),
            _ => throw new InvalidOperationException($"A filter has no {node.GetType().Name}."),
        };

    private string Order(NqlNode? root, string? order)
    {
        var rules = OrderRule.Read(order, fields);
        if (rules.Count == 0 && ListedSlugs.In(root) is { } listed)
        {
            return listed.Order(Text("slug"), values);
        }

        var columns = rules.Select(rule => $"{Column(rule.Field)} {rule.Direction}");
        return string.Join(", ", [.. columns, $"{Text("name_folded")} asc", $"{Text("slug")} asc"]);
    }

    private static string Column(NqlField field) =>
        field switch
        {
            { Source: NqlSource.Constant } => field.Column,
            { Type: NqlFieldType.Number } => $"cast(v.value ->> '{field.Column}' as integer)",
            _ => Text(field.Column),
        };

    // The cast gives the column a type, so that numbers compare to it as texts, as they do to a column of a table.
    private static string Text(string column) => $"cast(v.value ->> '{column}' as text)";
}
