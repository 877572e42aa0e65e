using KapFunctions.Content.Posts;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Filters;

/// <summary>A query starts from the shortest list that a post must be on, and looks posts up in the others; without such a list
/// it walks through all posts in the default order.</summary>
internal sealed partial class QueryPlan
{
    /// <summary>So few posts are sorted sooner than a longer list is walked in its order.</summary>
    private const int FewToSort = 5_000;

    private const string NewestFirst = "s.published_at desc, s.post desc";

    private readonly PostKind? kind;
    private readonly NqlNode? root;
    private readonly TermLookup terms;
    private readonly OwnFieldLookup own;
    private readonly DateTimeOffset now;
    private readonly IReadOnlyList<OrderRule> rules;
    private readonly IReadOnlyList<NqlNode> parts;
    private readonly IReadOnlyList<RelatedGroup> groups;

    public QueryPlan(PostKind? kind, NqlFilter? filter, string? order, TermLookup terms, OwnFieldLookup own)
    {
        (this.kind, this.terms, this.own, now) = (kind, terms, own, own.Now);
        root = FilterRewriting.Simplify(filter?.Root);
        rules = OrderRule.Read(order, own.Fields);
        IReadOnlyList<NqlNode> all = root switch
        {
            null => [],
            NqlAll conditions => conditions.Parts,
            _ => [root],
        };
        groups = RelatedGroup.Of(all.Where(PostSql.IsRelated).Cast<NqlCondition>());
        parts = [.. all.Where(part => !PostSql.IsRelated(part))];
    }

    private QueryPlan(QueryPlan plan, NqlCondition besides, IReadOnlyList<OrderRule> rules)
    {
        (kind, root, terms, own, now, groups) = (plan.kind, plan.root, plan.terms, plan.own, plan.now, plan.groups);
        (parts, this.rules) = ([.. plan.parts, besides], rules);
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

    /// <summary>Posts with a value of the field that comes first in the order stand before those without one, or behind them. A page
    /// that lies among one of them needs no look at the others: the plan for these, and where the page begins among them.</summary>
    public (QueryPlan Plan, long Offset) PlanOfPage(
        long offset,
        int limit,
        Func<string, IReadOnlyList<object?>, long> number
    )
    {
        if (
            rules is not [{ Field.Own: not null } first, ..]
            || new Statement(this, Branches) is { IsQuickToSort: true }
        )
        {
            return (this, offset);
        }

        var with = new QueryPlan(this, new(first.Field, NqlOperator.NotEqual, [new NqlValue.Null()]), rules);
        OrderRule[] others = rules.Count > 1 ? [.. rules.Skip(1)] : [new(own.Fields.Find("published_at")!, true)];
        var without = new QueryPlan(this, new(first.Field, NqlOperator.Equal, [new NqlValue.Null()]), others);
        var (front, back) = first.Descending ? (with, without) : (without, with);
        var inFront = front.Count(number);
        return offset + limit <= inFront ? (front, offset)
            : offset >= inFront ? (back, offset - inFront)
            : (this, offset);
    }

    private List<QueryBranch> Branches(SqlValues values) =>
        [
            .. groups.Select(group => QueryBranch.Of(group, terms)),
            .. parts.Where(IsText).Cast<NqlCondition>().Select(condition => QueryBranch.Of(condition, values, now)),
            .. parts.Where(IsOwn).Cast<NqlCondition>().Select(condition => QueryBranch.Of(condition, own, values)),
        ];

    private static bool IsText(NqlNode node) => node is NqlCondition { Field.Source: NqlSource.Text };

    private static bool IsOwn(NqlNode node) => node is NqlCondition { Field.Source: NqlSource.Own };
}
