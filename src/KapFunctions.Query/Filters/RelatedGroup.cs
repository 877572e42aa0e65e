using KapFunctions.Query.Nql;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Filters;

/// <summary>Conditions that one tag (or author) of a post must meet together, or that none may: <c>tag:-x</c> means that no tag is
/// x, not that some tag is another. Without conditions: that there is one at all.</summary>
/// <param name="Type">Tags or authors.</param>
/// <param name="FirstOnly">Whether only the first one counts.</param>
/// <param name="Negated">Whether none may meet them.</param>
/// <param name="Conditions">Always in their positive form.</param>
internal sealed record RelatedGroup(TermType Type, bool FirstOnly, bool Negated, IReadOnlyList<NqlCondition> Conditions)
{
    /// <summary>Groups conditions that AND joins as Ghost does: those on different properties (<c>tags.slug</c>, <c>tags.name</c>) and
    /// the ends of a range are about the same tag; two on one property, and each negated one, are about tags of their own.
    /// https://github.com/TryGhost/NQL, packages/mongo-knex.</summary>
    public static IReadOnlyList<RelatedGroup> Of(IEnumerable<NqlCondition> conditions)
    {
        var groups = new List<RelatedGroup>();
        var shared = new Dictionary<TermType, int>();
        foreach (var condition in conditions)
        {
            var type = condition.Field.Relation;
            if (IsAlone(condition))
            {
                groups.AddRange(Alone(condition));
            }
            else if (!shared.TryGetValue(type, out var at))
            {
                shared[type] = groups.Count;
                groups.Add(new(type, false, false, [condition]));
            }
            else if (groups[at].Conditions.Any(other => MustDiffer(other, condition)))
            {
                groups.Add(new(type, false, false, [condition]));
            }
            else
            {
                groups[at] = groups[at] with { Conditions = [.. groups[at].Conditions, condition] };
            }
        }

        return groups;
    }

    private static bool IsAlone(NqlCondition condition) =>
        condition.Field.FirstOnly || condition.IsNegated || condition.IsAboutAbsence;

    private static IEnumerable<RelatedGroup> Alone(NqlCondition condition)
    {
        var (type, first) = (condition.Field.Relation, condition.Field.FirstOnly);
        var negated = condition.IsNegated;
        if (condition.IsAboutAbsence && first)
        {
            yield return new(type, first, !negated, []);
            yield break;
        }

        if (condition.IsAboutAbsence && negated)
        {
            // As in Ghost's SQL: none of the post's tags is there.
            yield return new(type, first, negated, []);
            yield break;
        }

        yield return new(type, first, negated, [condition.Affirmed()]);
        if (first && negated)
        {
            // primary_tag:-x asks for a primary tag that is another: a post without tags has none.
            yield return new(type, first, false, []);
        }
    }

    private static bool MustDiffer(NqlCondition one, NqlCondition other) =>
        one.Field.Column == other.Field.Column && !(IsRange(one.Operator) && IsRange(other.Operator));

    private static bool IsRange(NqlOperator op) =>
        op is NqlOperator.Greater or NqlOperator.GreaterOrEqual or NqlOperator.Less or NqlOperator.LessOrEqual;
}
