using KapFunctions.Query.Nql;

namespace KapFunctions.Query.Filters;

internal static class FilterRewriting
{
    /// <summary>Conditions on what is forced go, as in Ghost; alternatives for one property become a list. Null where nothing is left.</summary>
    public static NqlNode? Simplify(NqlNode? node) =>
        node switch
        {
            NqlCondition { Field.Type: NqlFieldType.Forced } => null,
            NqlAll all => Simplify(all.Parts) switch
            {
                [] => null,
                [var one] => one,
                var parts => new NqlAll(parts),
            },
            NqlAny any => Merge(Simplify(any.Parts)) switch
            {
                [] => null,
                [var one] => one,
                var parts => new NqlAny(parts),
            },
            _ => node,
        };

    private static List<NqlNode> Simplify(IReadOnlyList<NqlNode> parts) =>
        [.. parts.Select(Simplify).OfType<NqlNode>()];

    private static List<NqlNode> Merge(List<NqlNode> parts)
    {
        var merged = new List<NqlNode>();
        var lists = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (part is not NqlCondition condition || !IsListed(condition))
            {
                merged.Add(part);
            }
            else if (lists.TryAdd(condition.Field.Name, merged.Count))
            {
                merged.Add(condition with { Operator = NqlOperator.In });
            }
            else
            {
                var at = lists[condition.Field.Name];
                var list = (NqlCondition)merged[at];
                merged[at] = list with { Values = [.. list.Values, .. condition.Values] };
            }
        }

        return merged;
    }

    private static bool IsListed(NqlCondition condition) =>
        condition is { Field.Type: NqlFieldType.Related, Operator: NqlOperator.Equal or NqlOperator.In }
        && !condition.Values.Any(value => value is NqlValue.Null);
}
