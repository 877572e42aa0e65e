using System.Text.RegularExpressions;
using KapFunctions.Query.Nql;

namespace KapFunctions.Query.Filters;

internal sealed partial record OrderRule(NqlField Field, bool Descending)
{
    /// <summary>Further rules are ignored, as unknown fields are.</summary>
    private const int MaxRules = 10;

    public string Direction => Descending ? "desc" : "asc";

    /// <summary>Rules without a known field or a direction are left out.</summary>
    public static IReadOnlyList<OrderRule> Read(string? order, NqlFields fields) =>
        [
            .. (order ?? "")
                .Split(',', MaxRules + 1)
                .Take(MaxRules)
                .Select(rule => Rule().Match(rule))
                .Where(match => match.Success)
                .Select(match => (Field: fields.Find(match.Groups[1].Value.ToLowerInvariant()), match.Groups[2].Value))
                .Where(rule => rule.Field is { IsOrdered: true })
                .Select(rule => new OrderRule(
                    rule.Field!,
                    rule.Value.Equals("desc", StringComparison.OrdinalIgnoreCase)
                )),
        ];

    [GeneratedRegex(@"^\s*([a-z0-9_.]+)\s+(asc|desc)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rule();
}
