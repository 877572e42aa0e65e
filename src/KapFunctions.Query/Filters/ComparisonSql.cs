using System.Globalization;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Filters;

/// <summary>As Ghost's SQL compares: a missing value equals nothing and mostly differs from nothing, numbers compare to texts as
/// texts, matches ignore case.</summary>
internal static class ComparisonSql
{
    public static string Render(
        NqlCondition condition,
        string column,
        string? folded,
        SqlValues values,
        DateTimeOffset now
    )
    {
        var (type, op) = (condition.Field.Type, condition.Operator);
        return op switch
        {
            _ when condition.IsNegated && !condition.IsAboutAbsence && condition.Field.MissingDiffers =>
                $"({Render(condition.Affirmed(), column, folded, values, now)}) is not true",
            NqlOperator.In or NqlOperator.NotIn => $"{column} {(op == NqlOperator.In ? "in" : "not in")} ({List()})",
            _ when condition.Value is NqlValue.Null => column
                + (op == NqlOperator.NotEqual ? " is not null" : " is null"),
            < NqlOperator.Contains => $"{column} {Symbol(op)} {Bind(condition.Value)}",
            _ => Match(op, folded ?? Folded(column, type), Bind(condition.Value)),
        };

        string List() => string.Join(", ", condition.Values.Select(Bind));

        string Bind(NqlValue value) => values.Add(ValueOf(value, type, op, now));
    }

    private static string Match(NqlOperator op, string column, string text) =>
        op switch
        {
            NqlOperator.Contains => $"instr({column}, {text}) > 0",
            NqlOperator.NotContains => $"instr({column}, {text}) = 0",
            NqlOperator.StartsWith => $"substr({column}, 1, length({text})) = {text}",
            NqlOperator.NotStartsWith => $"substr({column}, 1, length({text})) <> {text}",
            NqlOperator.EndsWith => $"substr({column}, -length({text})) = {text}",
            _ => $"substr({column}, -length({text})) <> {text}",
        };

    private static string Folded(string column, NqlFieldType type) =>
        type == NqlFieldType.Instant
            ? $"strftime('%Y-%m-%d %H:%M:%S', {column} / 1000, 'unixepoch')"
            : $"lower(cast({column} as text))";

    private static object? ValueOf(NqlValue value, NqlFieldType type, NqlOperator op, DateTimeOffset now) =>
        value switch
        {
            NqlValue.Boolean truth => Number(truth.Value ? 1 : 0, type),
            NqlValue.Number number => Number(number.Value, type),
            NqlValue.Text text => op >= NqlOperator.Contains ? SqliteText.Fold(text.Value) : text.Value,
            NqlValue.Instant instant => Instant.Of(instant.Value),
            NqlValue.Relative relative when type == NqlFieldType.Instant => Instant.Of(relative.Value.At(now)),
            NqlValue.Relative relative => relative
                .Value.At(now)
                .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            _ => null,
        };

    private static object Number(double number, NqlFieldType type) =>
        type is NqlFieldType.Number or NqlFieldType.Boolean or NqlFieldType.Instant
            ? number
            : number.ToString(CultureInfo.InvariantCulture);

    private static string Symbol(NqlOperator op) =>
        op switch
        {
            NqlOperator.NotEqual => "<>",
            NqlOperator.Greater => ">",
            NqlOperator.GreaterOrEqual => ">=",
            NqlOperator.Less => "<",
            NqlOperator.LessOrEqual => "<=",
            _ => "=",
        };
}
