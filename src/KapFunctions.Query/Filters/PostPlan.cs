using KapFunctions.Content;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Replicas;

namespace KapFunctions.Query.Filters;

/// <summary>How a query of posts runs: from which table, and how it counts.</summary>
internal sealed class PostPlan(PostKind? kind, NqlFilter? filter, TermLookup terms, DateTimeOffset now)
{
    private readonly NqlNode? root = FilterRewriting.Simplify(filter?.Root);

    /// <summary>The statement that counts what the query finds.</summary>
    public long Count(Func<string, IReadOnlyList<object?>, long> number)
    {
        var (groups, rest) = Parts();
        var source = Source(groups, rest, counting: true);

        // Posts without a tag are all posts less those with it: two narrow counts in place of a look at every post.
        return source.IsPost && groups.Where(group => group.Negated).ToList() is [var negated]
            ? Count([.. groups.Where(group => group != negated)], rest, number)
                - Count([.. groups.Where(group => group != negated), negated with { Negated = false }], rest, number)
            : Count(groups, rest, number);
    }

    /// <summary>The statement that selects the numbers of the posts on a page.</summary>
    public string Page(IReadOnlyList<OrderRule> rules, long offset, int limit, SqlValues values)
    {
        var (groups, rest) = Parts();
        var source = Source(groups, rest, counting: false);
        var sql = new PostSql(source, terms, values, now);
        return $"""
            select s.post from {source.Table} where {Where(source, groups, rest, sql, values)}
            order by {Order(rules, sql, values)} limit {limit} offset {offset}
            """;
    }

    private long Count(
        IReadOnlyList<RelatedGroup> groups,
        IReadOnlyList<NqlNode> rest,
        Func<string, IReadOnlyList<object?>, long> number
    )
    {
        var values = new SqlValues();
        var source = Source(groups, rest, counting: true);
        var sql = new PostSql(source, terms, values, now);
        return number(
            $"select count(*) from {source.Table} where {Where(source, groups, rest, sql, values)}",
            values.All
        );
    }

    private (IReadOnlyList<RelatedGroup> Groups, IReadOnlyList<NqlNode> Others) Parts()
    {
        IReadOnlyList<NqlNode> parts = root switch
        {
            null => [],
            NqlAll all => all.Parts,
            _ => [root],
        };
        var related = parts.Where(IsRelated).Cast<NqlCondition>();
        return (RelatedGroup.Of(related), [.. parts.Where(part => !IsRelated(part))]);
    }

    private string Where(
        PostSource source,
        IReadOnlyList<RelatedGroup> groups,
        IReadOnlyList<NqlNode> rest,
        PostSql sql,
        SqlValues values
    )
    {
        var at = values.Add(Instant.Of(now));
        var kinds = kind is { } one ? $"s.kind = {(int)one}" : "s.kind in (0, 1)";
        string[] visible = [kinds, $"s.published_at <= {at}", $"(s.expires_at is null or s.expires_at > {at})"];
        var others = groups.Where(group => group != Start(groups, rest));
        return string.Join(" and ", [.. visible, source.Condition, .. sql.All(rest, others)]);
    }

    /// <summary>The tag or author that the query starts from: of those that a post must have, the one with the fewest posts.</summary>
    private RelatedGroup? Start(IReadOnlyList<RelatedGroup> groups, IReadOnlyList<NqlNode> rest) =>
        rest.Any(IsUnique)
            ? null
            : groups
                .Where(group => group is { Negated: false, Conditions.Count: > 0 })
                .MinBy(group => terms.Find(group).Posts);

    private PostSource Source(IReadOnlyList<RelatedGroup> groups, IReadOnlyList<NqlNode> rest, bool counting)
    {
        if (Start(groups, rest) is { } start)
        {
            return Posting(terms.Find(start), start.FirstOnly);
        }

        var index =
            rest.Any(IsUnique) ? "indexed by post_" + Unique(rest)
            : rest.Any(IsFeatured) ? "indexed by post_featured"
            : counting && rest.All(IsNarrow) ? "indexed by post_visible"
            : "not indexed";
        return new(
            $"post s {index}",
            index.EndsWith("featured", StringComparison.Ordinal) ? "s.featured = 1" : "1",
            IsPost: true
        );
    }

    private static PostSource Posting(FoundTerms found, bool firstOnly)
    {
        var first = firstOnly ? " and s.position = 0" : "";
        return found.Count == 1
            ? new("posting s", $"s.term = {found.Sql}{first}", IsPost: false)
            : new(
                $"""
                (select distinct s.kind, s.published_at, s.post, s.expires_at, s.featured from posting s
                    where s.term in ({found.Sql}){first}) s
                """,
                "1",
                IsPost: false
            );
    }

    private string Order(IReadOnlyList<OrderRule> rules, PostSql sql, SqlValues values)
    {
        if (rules.Count == 0 && ListedSlugs(root) is { } listed)
        {
            var slug = sql.OrderColumn(NqlFields.Posts.Find("slug")!);
            var cases = listed.Select((value, at) => $"when {values.Add(value)} then {at}");
            return $"case {slug} {string.Join(' ', cases)} else {listed.Count} end, s.published_at desc, s.post desc";
        }

        var order =
            rules.Count > 0 ? rules
            : kind == PostKind.Page ? OrderRule.Read("title asc", NqlFields.Posts)
            : OrderRule.Read("published_at desc", NqlFields.Posts);
        var columns = order.Select(rule => $"{sql.OrderColumn(rule.Field)} {rule.Direction}");

        // Equal dates are told apart in the same direction, so that the index can be walked backwards.
        var last = order[^1];
        return last.Field.Name == "published_at"
            ? $"{string.Join(", ", columns)}, s.post {last.Direction}"
            : $"{string.Join(", ", columns)}, s.published_at desc, s.post desc";
    }

    /// <summary>The slugs that a filter lists, wherever it does; null where it lists none.</summary>
    private static IReadOnlyList<string>? ListedSlugs(NqlNode? node) =>
        node switch
        {
            NqlCondition { Field.Name: "slug", Operator: NqlOperator.In } slugs =>
            [
                .. slugs.Values.OfType<NqlValue.Text>().Select(text => text.Value),
            ],
            NqlAll all => all.Parts.Select(ListedSlugs).FirstOrDefault(found => found is not null),
            NqlAny any => any.Parts.Select(ListedSlugs).FirstOrDefault(found => found is not null),
            _ => null,
        };

    private static bool IsRelated(NqlNode node) => node is NqlCondition { Field.Type: NqlFieldType.Related };

    private static bool IsUnique(NqlNode node) =>
        node is NqlCondition { Field.Name: "slug" or "id", Operator: NqlOperator.Equal or NqlOperator.In } condition
        && condition.Values.All(value => value is NqlValue.Text);

    private static string Unique(IReadOnlyList<NqlNode> rest) => ((NqlCondition)rest.First(IsUnique)).Field.Name;

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
            NqlCondition condition => condition.Field.Source is NqlSource.Narrow or NqlSource.Constant,
            _ => false,
        };
}
