using KapFunctions.Content.Settings;
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

    /// <summary>The site's own field whose values are rows of the table; null for another list.</summary>
    public NqlField? Own { get; init; }

    /// <summary>How its rows are found where the query starts from it: empty where there is one way.</summary>
    public string Index { get; init; } = "";

    /// <summary>Lists of which each holds posts once, that are this one together: they are merged as they stand.</summary>
    public IReadOnlyList<QueryBranch> Parts { get; init; } = [];

    /// <summary>Whether a post may be on it several times.</summary>
    public bool Repeats { get; init; }

    /// <summary>Whether it is one run of rows in the default order, without a post twice.</summary>
    public bool IsOneList => Terms is null ? !Repeats && Parts.Count == 0 : TermCount == 1;

    public bool IsScan => Posts == Scan;

    public static QueryBranch Of(RelatedGroup group, TermLookup terms)
    {
        var found = terms.Find(group);
        return new("posting", found.Posts, group.Negated != found.AreTheOthers)
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

    /// <summary>Of one value each post has its row. Of a list any value may meet a condition, and none may meet a negated one, as with
    /// tags.</summary>
    public static QueryBranch Of(NqlCondition condition, OwnFieldLookup own, SqlValues values)
    {
        var isList = condition.Field.Own!.IsList;
        var isNegated = condition.IsAboutAbsence
            ? condition.Operator != NqlOperator.NotEqual
            : condition.IsNegated && isList;
        var listed = isNegated && !condition.IsAboutAbsence ? condition.Affirmed() : condition;
        var posts = own.Posts(listed);
        return new("field_of", posts, isNegated)
        {
            Own = condition.Field,
            Index = posts < Scan ? ByValue : "not indexed",
            Parts = isNegated ? [] : PartsOf(listed, own, values),
            Repeats = isList && (listed.IsAboutAbsence || listed.Operator != NqlOperator.Equal),
            Condition = alias => own.Rows(listed, alias, values),
        };
    }

    public const string ByValue = "indexed by field_value";

    /// <summary>Of few values: each is a list in the default order.</summary>
    private static QueryBranch[] PartsOf(NqlCondition condition, OwnFieldLookup own, SqlValues values)
    {
        if (
            condition.Operator != NqlOperator.In
            || condition.Values.Count is < 2 or > MaxLists
            || condition.Field.Own!.Type == OwnFieldType.Post
        )
        {
            return [];
        }

        var each = condition.Values.Select(value => condition with { Operator = NqlOperator.Equal, Values = [value] });
        return
        [
            .. each.Select(one => new QueryBranch("field_of", 0, Negated: false)
            {
                Index = ByValue,
                Condition = alias => own.Rows(one, alias, values),
            }),
        ];
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
