using KapFunctions.Query.Nql;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Filters;

/// <summary>A list of posts in the default order: those of tags or authors, or those that have a text. A query starts from one,
/// and looks posts up in the others by their key; all have kind, published_at, post, expires_at and featured.</summary>
/// <param name="Table">The table that holds the list.</param>
/// <param name="Posts">How many posts are on it, at most.</param>
/// <param name="Negated">Whether posts must not be on it.</param>
internal sealed record QueryBranch(string Table, long Posts, bool Negated)
{
    /// <summary>Lists that are looked through for each post.</summary>
    public const int MaxLists = 8;

    /// <summary>Every post has to be looked at to find those on the list.</summary>
    public const long Scan = 1_000_000_000;

    /// <summary>The numbers of the tags or authors as an SQL list; null for a text.</summary>
    public string? Terms { get; init; }

    public long TermCount { get; init; }

    public Func<string, string> Condition { get; init; } = _ => "1";

    /// <summary>Whether it is one run of rows in the default order, without a post twice.</summary>
    public bool IsOneList => Terms is null || TermCount == 1;

    public bool IsScan => Posts == Scan;

    public static QueryBranch Of(RelatedGroup group, TermLookup terms)
    {
        var found = terms.Find(group);
        return new("posting", found.Posts, group.Negated)
        {
            Terms = found.Sql,
            TermCount = found.Count,
            Condition = alias => group.FirstOnly ? $"{alias}.position = 0" : "1",
        };
    }

    public static QueryBranch Of(NqlCondition condition, SqlValues values, DateTimeOffset now)
    {
        var field = Schema.TextField(condition.Field.Column);
        if (condition.IsAboutAbsence)
        {
            return new("text_of", Scan, Negated: condition.Operator != NqlOperator.NotEqual)
            {
                Condition = alias => $"{alias}.field = {field}",
            };
        }

        var isNegated = condition.IsNegated && condition.Field.MissingDiffers;
        var listed = isNegated ? condition.Affirmed() : condition;
        return new("text_of", Scan, isNegated) { Condition = alias => $"{alias}.field = {field} and {Compare(alias)}" };

        string Compare(string alias)
        {
            var original = Original(alias, field);
            var compared = ComparisonSql.Render(listed, original, $"{alias}.folded", values, now);
            return listed.Operator == NqlOperator.Equal && listed.Value is NqlValue.Text text
                ? $"{alias}.folded = {values.Add(SqliteText.Fold(text.Value))} and {compared}"
                : compared;
        }
    }

    /// <summary>Original texts that are not in lower case are kept apart from the rows that matches read.</summary>
    public static string Original(string alias, int field) =>
        $"coalesce((select o.text from original o where o.field = {field} and o.post = {alias}.post), {alias}.folded)";

    public string Rows(string alias) =>
        Terms is null ? Condition(alias) : $"{alias}.term in ({Terms}) and {Condition(alias)}";

    /// <summary>Not a plain 0: SQLite would foresee an empty result, and then refuse the index that the statement names.</summary>
    private const string Nowhere = "s.kind < 0";

    /// <summary>Whether the post <c>s</c> is on the list; where negated, whether it is not.</summary>
    public string Lookup()
    {
        var not = Negated ? "not " : "";
        return Posts == 0 ? (Negated ? "1" : Nowhere)
            : Terms is not null && TermCount > MaxLists
                ? $"s.post {not}in (select g.post from posting g where {Rows("g")})"
            : $"""
                {not}exists (select 1 from {Table} g where {Rows("g")}
                    and g.kind = s.kind and g.published_at = s.published_at and g.post = s.post)
                """;
    }
}
