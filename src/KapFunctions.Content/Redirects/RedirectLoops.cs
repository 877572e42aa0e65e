using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Redirects;

/// <summary>Finds rules that would send readers in a circle.</summary>
internal static class RedirectLoops
{
    // Rules that a chain is followed through; browsers give up after twenty.
    private const int LongestChain = 100;

    // Stands for whatever lies below a prefix.
    private const string Below = "x";

    /// <summary>The rules that lead somewhere; the others are told of.</summary>
    public static IReadOnlyList<RedirectRule> Without(IReadOnlyList<RedirectRule> rules, ProblemLog problems)
    {
        var all = new RedirectRules(rules);
        var good = new List<RedirectRule>();
        foreach (var rule in rules)
        {
            if (Chain(rule, all) is { } chain)
            {
                problems.Add(ProblemCatalog.RedirectLoop, new(rule.Line, 1), rule.Shown, string.Join(" → ", chain));
            }
            else
            {
                good.Add(rule);
            }
        }
        return good;
    }

    /// <summary>The addresses that readers would be sent through; null where they do not come back to <paramref name="first"/>:
    /// one that leads into a circle of others is right once these are left out.</summary>
    private static List<string>? Chain(RedirectRule first, RedirectRules rules)
    {
        var path = first.IsPrefix ? $"/{first.From}/{Below}/" : $"/{first.From}/";
        var (seen, chain) = (new HashSet<RedirectRule>(), new List<string> { path });
        RedirectMatch? next = new(first, first.TargetOf(path));
        while (next is { Rule: var rule, Target: { } target } && seen.Add(rule) && chain.Count <= LongestChain)
        {
            chain.Add(target);
            var end = target.AsSpan().IndexOfAny('?', '#');
            next = target.StartsWith('/') ? rules.Find(end < 0 ? target : target[..end]) : null;
        }
        return chain.Count > 1 && next is { Rule: var last } && last == first ? chain : null;
    }
}
