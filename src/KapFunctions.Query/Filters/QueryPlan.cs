using KapFunctions.Content.Posts;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Filters;

/// <summary>A query starts from the shortest list that a post must be on, and looks posts up in the others; without such a list
/// it walks through all posts in the default order.</summary>
internal sealed class QueryPlan
{
    private const string NewestFirst = "s.published_at desc, s.post desc";

    private readonly PostKind? kind;
    private readonly NqlNode? root;
    private readonly TermLookup terms;
    private readonly DateTimeOffset now;
    private readonly IReadOnlyList<OrderRule> rules;
    private readonly IReadOnlyList<NqlNode> parts;
    private readonly IReadOnlyList<RelatedGroup> groups;

    public QueryPlan(PostKind? kind, NqlFilter? filter, string? order, TermLookup terms, DateTimeOffset now)
    {
        (this.kind, this.terms, this.now) = (kind, terms, now);
        root = FilterRewriting.Simplify(filter?.Root);
        rules = OrderRule.Read(order, NqlFields.Posts);
        IReadOnlyList<NqlNode> all = root switch
        {
            null => [],
            NqlAll conditions => conditions.Parts,
            _ => [root],
        };
        groups = RelatedGroup.Of(all.Where(PostSql.IsRelated).Cast<NqlCondition>());
        parts = [.. all.Where(part => !PostSql.IsRelated(part))];
    }

    /// <summary>Whether it looks at wide columns, newest first: then the total is counted from the end of the page on, nothing twice.</summary>
    public bool IsScan => IsNewestFirst && new Statement(this, Branches).IsScan;

    private bool IsNewestFirst =>
        rules is [] or [{ Field.Name: "published_at", Descending: true }]
        && kind is { } one
        && (rules is [_] || (one == PostKind.Post && ListedSlugs.In(root) is null));

    public long Count(Func<string, IReadOnlyList<object?>, long> number) => Count(Branches, number);

    public long CountAfter(PostRow post, long postNumber, Func<string, IReadOnlyList<object?>, long> number)
    {
        var at = Instant.Of(post.PublishedAt);
        return Count(values => $"s.published_at < {values.Add(at)}")
            + Count(values => $"s.published_at = {values.Add(at)} and s.post < {values.Add(postNumber)}");

        long Count(Func<SqlValues, string> condition)
        {
            var statement = new Statement(this, Branches);
            return number(statement.Count(condition(statement.Values)), statement.Values.All);
        }
    }

    public string Page(long offset, int limit, SqlValues values) =>
        new Statement(this, Branches) { Values = values }.Page(offset, limit);

    /// <summary>Posts off a list are all posts less those on it: two counts in place of a look at every post.</summary>
    private long Count(Func<SqlValues, List<QueryBranch>> branches, Func<string, IReadOnlyList<object?>, long> number)
    {
        var negated = branches(new SqlValues()).FindIndex(branch => branch.Negated);
        var statement = new Statement(this, branches);
        if (negated < 0 || !statement.StartsFromAll)
        {
            var sql = statement.Count("1");
            return number(sql, statement.Values.All);
        }

        return Count(Without, number) - Count(Turned, number);

        List<QueryBranch> Without(SqlValues values)
        {
            var all = branches(values);
            all.RemoveAt(negated);
            return all;
        }

        List<QueryBranch> Turned(SqlValues values)
        {
            var all = branches(values);
            all[negated] = all[negated] with { Negated = false };
            return all;
        }
    }

    private List<QueryBranch> Branches(SqlValues values) =>
        [
            .. groups.Select(group => QueryBranch.Of(group, terms)),
            .. parts.Where(IsText).Cast<NqlCondition>().Select(condition => QueryBranch.Of(condition, values, now)),
        ];

    private static bool IsText(NqlNode node) => node is NqlCondition { Field.Source: NqlSource.Text };

    private sealed class Statement(QueryPlan plan, Func<SqlValues, List<QueryBranch>> branchesOf)
    {
        private readonly List<NqlNode> others = [.. plan.parts.Where(part => !IsText(part))];
        private List<QueryBranch>? branches;

        public SqlValues Values { get; init; } = new();

        public bool StartsFromAll => Start is null;

        public bool IsScan =>
            Start is { IsScan: true } || (Start is null && !others.Exists(IsUnique) && !others.TrueForAll(IsNarrow));

        private List<QueryBranch> Branches => branches ??= branchesOf(Values);

        /// <summary>The shortest list that posts must be on; null where there is none, or something finds them at once.</summary>
        private QueryBranch? Start =>
            others.Exists(IsUnique)
                ? null
                : Branches
                    .Where(branch => branch is { Negated: false, Posts: <= QueryBranch.Scan })
                    .MinBy(branch => branch.Posts);

        public string Count(string condition)
        {
            var start = Start;
            return start is { Posts: 0 } ? "select 0"
                : IsMerged(start) ? $"select count(*) from ({Merged(start!, condition)})"
                : Intersected(start) is { } other ? $"select count(*) from ({Intersection(start!, other, condition)})"
                : $"select count(*) from {Table(start, counting: true)} where {Where(start, condition)}";
        }

        public string Page(long offset, int limit)
        {
            var start = Start;
            var page = $"limit {limit} offset {offset}";
            return IsMerged(start) && plan.IsNewestFirst
                ? $"select post from ({Merged(start!, "1")} {page})"
                : $"select s.post from {Table(start, counting: false)} where {Where(start, "1")} order by {Order(start)} {page}";
        }

        /// <summary>Several lists of one kind are merged as they stand: no post is sorted.</summary>
        private bool IsMerged(QueryBranch? start) =>
            start is { IsOneList: false, TermCount: <= QueryBranch.MaxLists } && plan.kind is not null;

        private string Merged(QueryBranch start, string condition)
        {
            var lists = start.Terms!.Split(", ").Select(term => start with { Terms = term, TermCount = 1 });
            var selects = lists.Select(list =>
                $"select s.published_at, s.post from posting s where {Where(start, condition, list)}"
            );
            return $"{string.Join(" union ", selects)} order by published_at desc, post desc";
        }

        /// <summary>A second list that is not much longer than the first: walking both is faster than looking up each post.</summary>
        private QueryBranch? Intersected(QueryBranch? start) =>
            start is { Terms: not null, IsOneList: true } && plan.kind is not null && others.TrueForAll(IsNarrow)
                ? Branches.Find(branch =>
                    branch != start
                    && branch is { Terms: not null, Negated: false, IsOneList: true }
                    && branch.Posts < 4 * start.Posts
                )
                : null;

        private string Intersection(QueryBranch start, QueryBranch other, string condition) =>
            $"""
                select s.published_at, s.post from posting s where {Where(start, condition, start, other)}
                intersect select s.published_at, s.post from posting s where {other.Rows("s")} and {Kinds}
                order by published_at desc, post desc
                """;

        private string Kinds => plan.kind is { } one ? $"s.kind = {(int)one}" : "s.kind in (0, 1)";

        private string Table(QueryBranch? start, bool counting)
        {
            if (start is { IsOneList: true })
            {
                return start.Table + " s";
            }

            if (start is not null)
            {
                const string columns = "s.kind, s.published_at, s.post, s.expires_at, s.featured";
                return $"(select distinct {columns} from posting s where {start.Rows("s")}) s";
            }

            var index =
                others.Find(IsUnique) is NqlCondition unique ? "indexed by post_" + unique.Field.Name
                : others.Exists(IsFeatured) ? "indexed by post_featured"
                : others.TrueForAll(IsNarrow) && (counting || IsOrderNarrow) ? "indexed by post_visible"
                : counting || plan.IsNewestFirst ? "not indexed"
                : OrderIndex is { } order && others.TrueForAll(IsNarrow) ? "indexed by post_" + order
                : "";
            return $"post s {index}";
        }

        private bool IsOrderNarrow =>
            !plan.IsNewestFirst
            && plan.rules is { Count: > 0 }
            && plan.rules.All(rule => rule.Field.Source is NqlSource.Narrow or NqlSource.Visible);

        /// <summary>The index in whose order posts are wanted: walking it, most pages are found soon.</summary>
        private string? OrderIndex =>
            plan.rules is [{ Field.Name: "title" or "slug" } first, ..] ? first.Field.Name
            : plan.rules.Count == 0 && plan.kind == PostKind.Page && ListedSlugs.In(plan.root) is null ? "title"
            : null;

        private string Where(QueryBranch? start, string condition) =>
            Where(start, condition, start is { IsOneList: true } ? start : null);

        /// <summary><paramref name="list"/> stands for <paramref name="start"/>; <paramref name="seenTo"/> is asked elsewhere.</summary>
        private string Where(QueryBranch? start, string condition, QueryBranch? list, QueryBranch? seenTo = null)
        {
            var now = Values.Add(Instant.Of(plan.now));
            var sql = new PostSql(start is null, plan.terms, Values, plan.now);
            string[] all =
            [
                list?.Rows("s") ?? "1",
                Kinds,
                // The plus keeps this bound, which drops little, from taking the place of the filter's own in the walk.
                $"+s.published_at <= {now}",
                $"(s.expires_at is null or s.expires_at > {now})",
                others.Exists(IsFeatured) ? "s.featured = 1" : "1",
                condition,
                .. others.Select(sql.Render),
                .. Branches.Where(branch => branch != start && branch != seenTo).Select(branch => branch.Lookup()),
            ];
            return string.Join(" and ", all.Where(part => part != "1"));
        }

        private string Order(QueryBranch? start)
        {
            var sql = new PostSql(start is null, plan.terms, Values, plan.now);
            if (plan.rules.Count == 0 && ListedSlugs.In(plan.root) is { } listed)
            {
                return $"{listed.Order(sql.OrderColumn(NqlFields.Posts.Find("slug")!), Values)}, {NewestFirst}";
            }

            var order =
                plan.rules.Count == 0 && plan.kind == PostKind.Page
                    ? OrderRule.Read("title asc", NqlFields.Posts)
                    : plan.rules;
            // A number alone would be the number of a column to SQLite.
            var columns = order.Select(rule =>
                rule.Field.Source == NqlSource.Constant
                    ? $"(select {rule.Field.Column}) {rule.Direction}"
                    : $"{sql.OrderColumn(rule.Field)} {rule.Direction}"
            );

            // Equal dates are told apart in the same direction, so that a list can be walked backwards.
            return order is [.., { Field.Name: "published_at", Direction: var direction }]
                ? $"{string.Join(", ", columns)}, s.post {direction}"
                : string.Join(", ", [.. columns, NewestFirst]);
        }

        private static bool IsUnique(NqlNode node) =>
            node is NqlCondition { Field.Name: "slug" or "id", Operator: NqlOperator.Equal or NqlOperator.In } condition
            && condition.Values.All(value => value is NqlValue.Text);

        private static bool IsFeatured(NqlNode node) =>
            node
                is NqlCondition
                {
                    Field.Name: "featured",
                    Operator: NqlOperator.Equal,
                    Values: [NqlValue.Boolean { Value: true }]
                };

        private static bool IsNarrow(NqlNode node) =>
            node switch
            {
                NqlAll all => all.Parts.All(IsNarrow),
                NqlAny any => any.Parts.All(IsNarrow),
                NqlCondition condition => condition.Field
                    is {
                        Source: NqlSource.Narrow or NqlSource.Constant or NqlSource.Visible,
                        Type: not NqlFieldType.Related
                    },
                _ => false,
            };
    }
}
