using KapFunctions.Content.Posts;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Filters;

/// <content>The SQL of one question.</content>
internal sealed partial class QueryPlan
{
    private sealed class Statement(QueryPlan plan, Func<SqlValues, List<QueryBranch>> branchesOf)
    {
        private readonly List<NqlNode> others = [.. plan.parts.Where(part => !IsText(part) && !IsOwn(part))];
        private List<QueryBranch>? branches;

        public SqlValues Values { get; init; } = new();

        public bool StartsFromAll => Start is null;

        public bool IsScan =>
            Start is { IsScan: true } || (Start is null && !others.Exists(IsUnique) && !others.TrueForAll(IsNarrow));

        /// <summary>Whether few posts are left, or such as are found by what must be looked at for each, or in the wanted order already.</summary>
        public bool IsQuickToSort =>
            Start is { Posts: <= FewToSort }
            || others.Exists(IsUnique)
            || !others.TrueForAll(IsNarrow)
            || Branches.Exists(branch => branch.Own is null ? branch.IsScan : Ordered(branch) is not null);

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
            if (Ordered(start) is { } ordered)
            {
                var walked = ordered with { Index = QueryBranch.ByValue, Parts = [] };
                var rows = Where(walked, "1", walked, seenTo: ordered);
                return $"select s.post from {Table(walked, counting: false)} where {rows} order by {Order(walked)} {page}";
            }

            return IsMerged(start) && plan.IsNewestFirst
                ? $"select post from ({Merged(start!, "1")} {page})"
                : $"select s.post from {Table(start, counting: false)} where {Where(start, "1")} order by {Order(start)} {page}";
        }

        /// <summary>The list of a field in whose order posts are wanted; null where there is none, or so few posts are left that they
        /// are sorted sooner.</summary>
        private QueryBranch? Ordered(QueryBranch? start) =>
            plan.rules is [{ Field.Own: not null } first, ..] && start is { Posts: > FewToSort }
                ? Branches.Find(branch =>
                    !branch.Negated && !branch.Repeats && branch.Own?.Column == first.Field.Column
                )
                : null;

        /// <summary>Several lists of one kind are merged as they stand: no post is sorted.</summary>
        private bool IsMerged(QueryBranch? start) =>
            plan.kind is not null
            && start is { IsOneList: false }
            && (start.Parts.Count > 0 || (start.Terms is not null && start.TermCount <= QueryBranch.MaxLists));

        private string Merged(QueryBranch start, string condition)
        {
            var lists =
                start.Parts.Count > 0
                    ? start.Parts
                    : start.Terms!.Split(", ").Select(term => start with { Terms = term, TermCount = 1 });
            var selects = lists.Select(list =>
                $"select s.published_at, s.post from {start.Table} s {list.Index} where {Where(start, condition, list)}"
            );
            return $"{string.Join(" union ", selects)} order by published_at desc, post desc";
        }

        /// <summary>A second list that is not much longer than the first: walking both is faster than looking up each post.</summary>
        private QueryBranch? Intersected(QueryBranch? start) =>
            start is not null && IsWalked(start) && plan.kind is not null && others.TrueForAll(IsNarrow)
                ? Branches.Find(branch =>
                    branch != start && IsWalked(branch) && !branch.Negated && branch.Posts < 4 * start.Posts
                )
                : null;

        private static bool IsWalked(QueryBranch branch) =>
            branch.IsOneList && (branch.Terms is not null || branch.Own is not null);

        private string Intersection(QueryBranch start, QueryBranch other, string condition) =>
            $"""
                select s.published_at, s.post from {start.Table} s {start.Index} where {Where(start, condition, start, other)}
                intersect select s.published_at, s.post from {other.Table} s {other.Index} where {other.Rows(
                "s"
            )} and {Kinds}
                order by published_at desc, post desc
                """;

        private string Kinds => plan.kind is { } one ? $"s.kind = {(int)one}" : "s.kind in (0, 1)";

        private string Table(QueryBranch? start, bool counting)
        {
            if (start is { IsOneList: true })
            {
                return $"{start.Table} s {start.Index}";
            }

            if (start is { Own: not null })
            {
                // Those of one post stand together.
                return $"""
                    (select s.kind, s.published_at, s.post, s.expires_at, s.featured from field_of s {start.Index}
                    where {start.Rows("s")} group by s.kind, s.published_at, s.post) s
                    """;
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
            var sql = new PostSql(start is null, plan.terms, plan.own, Values, plan.now);
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
            var sql = new PostSql(start is null, plan.terms, plan.own, Values, plan.now);
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
                rule.Field.Source == NqlSource.Constant ? $"(select {rule.Field.Column}) {rule.Direction}"
                : start is { IsOneList: true, Own: { } own } && own.Column == rule.Field.Column
                    ? $"s.value {rule.Direction}"
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
