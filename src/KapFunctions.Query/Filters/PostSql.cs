using KapFunctions.Query.Nql;

namespace KapFunctions.Query.Filters;

/// <summary>Where a query of posts starts: the smallest table that holds everything it can find.</summary>
/// <param name="Table">The table, whose alias is <c>s</c>; all have kind, published_at, post, expires_at and featured.</param>
/// <param name="Condition">What holds there in addition; empty for nothing.</param>
/// <param name="IsPost">Whether it is the table <c>post</c> itself.</param>
internal sealed record PostSource(string Table, string Condition, bool IsPost);

/// <summary>Turns a filter's parts into SQL over a <see cref="PostSource"/>.</summary>
internal sealed class PostSql(PostSource source, TermLookup terms, SqlValues values, DateTimeOffset now)
{
    /// <summary>Above this many tags, their posts are collected once; up to it, each post is looked up under each tag.</summary>
    private const int MaxProbes = 8;

    /// <summary>All of <paramref name="parts"/> and <paramref name="groups"/> hold; empty where there are none.</summary>
    public IEnumerable<string> All(IEnumerable<NqlNode> parts, IEnumerable<RelatedGroup> groups) =>
        parts.Select(Render).Concat(groups.Select(Render));

    /// <summary>An expression for ordering by <paramref name="field"/>.</summary>
    public string OrderColumn(NqlField field) =>
        IsAtHand(field) ? Column(field) : $"(select {field.Column} from {TableOf(field)} x where {Joined(field, "x")})";

    private string Render(NqlNode node) =>
        node switch
        {
            NqlAll all => RenderAll(all),
            NqlAny any => $"({string.Join(" or ", any.Parts.Select(Render))})",
            NqlCondition { Field.Type: NqlFieldType.Related } related => Joined(
                " and ",
                RelatedGroup.Of([related]).Select(Render)
            ),
            NqlCondition condition => Render(condition),
            _ => throw new InvalidOperationException($"A filter has no {node.GetType().Name}."),
        };

    private string RenderAll(NqlAll all)
    {
        var related = all.Parts.Where(IsRelated).Cast<NqlCondition>();
        return Joined(" and ", All(all.Parts.Where(part => !IsRelated(part)), RelatedGroup.Of(related)));
    }

    private string Render(NqlCondition condition)
    {
        var field = condition.Field;
        if (IsAtHand(field))
        {
            return ComparisonSql.Render(
                condition,
                Column(field),
                field.Folded is { } folded ? "s." + folded : null,
                values,
                now
            );
        }

        var comparison = ComparisonSql.Render(condition, field.Column, field.Folded, values, now);
        return source.IsPost
            ? $"s.post in (select post from {TableOf(field)} where {comparison})"
            : $"(select {comparison} from {TableOf(field)} x where {Joined(field, "x")})";
    }

    private string Render(RelatedGroup group)
    {
        var found = terms.Find(group);
        var not = group.Negated ? "not " : "";
        var first = group.FirstOnly ? " and g.position = 0" : "";
        return found switch
        {
            { IsNone: true } => group.Negated ? "1" : "0",
            { Count: <= MaxProbes } => $"""
                {not}exists (select 1 from posting g where g.term in ({found.Sql}) and g.kind = s.kind
                    and g.published_at = s.published_at and g.post = s.post{first})
                """,
            _ => $"s.post {not}in (select g.post from posting g where g.term in ({found.Sql}){first})",
        };
    }

    private bool IsAtHand(NqlField field) =>
        field.Source is NqlSource.Narrow or NqlSource.Constant || (source.IsPost && field.Source == NqlSource.Post);

    private static string Column(NqlField field) =>
        field.Source == NqlSource.Constant ? field.Column : "s." + field.Column;

    private static string TableOf(NqlField field) =>
        field.Source switch
        {
            NqlSource.Post => "post",
            NqlSource.PostText => "post_text",
            _ => "source",
        };

    private static string Joined(NqlField field, string alias) =>
        field.Source == NqlSource.Post
            ? $"{alias}.kind = s.kind and {alias}.published_at = s.published_at and {alias}.post = s.post"
            : $"{alias}.post = s.post";

    private static string Joined(string by, IEnumerable<string> parts) => $"({string.Join(by, parts)})";

    private static bool IsRelated(NqlNode node) => node is NqlCondition { Field.Type: NqlFieldType.Related };
}
