using KapFunctions.Content.Links;

namespace KapFunctions.Content.Redirects;

/// <summary>Finds the rule for a path in as many steps as the deepest rule has parts, however many rules there are.</summary>
public sealed class RedirectRules
{
    private readonly Dictionary<string, RedirectRule> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RedirectRule> prefixes = new(StringComparer.Ordinal);
    private readonly int deepest;

    /// <summary>Of two rules for the same the first counts.</summary>
    public RedirectRules(IEnumerable<RedirectRule> rules)
    {
        foreach (var rule in rules)
        {
            (rule.IsPrefix ? prefixes : exact).TryAdd(rule.From, rule);
            deepest = rule.IsPrefix ? Math.Max(deepest, rule.From.Count(c => c == '/') + 1) : deepest;
        }
    }

    /// <summary>The rule for this very path.</summary>
    public RedirectMatch? FindExact(string path) =>
        exact.TryGetValue(AddressKey.Of(path), out var rule) ? new(rule, rule.TargetOf(path)) : null;

    /// <summary>The rule for what lies below a path: of several the deepest.</summary>
    public RedirectMatch? FindPrefix(string path)
    {
        if (prefixes.Count == 0)
        {
            return null;
        }

        var key = AddressKey.Of(path);
        var parts = key.Split('/', deepest + 1);
        for (var depth = Math.Min(parts.Length, deepest); depth >= 0; depth--)
        {
            if (prefixes.TryGetValue(string.Join('/', parts[..depth]), out var rule))
            {
                return new(rule, rule.TargetOf(path));
            }
        }

        return null;
    }

    /// <summary>The rule for the path itself, else the one for what lies below another.</summary>
    public RedirectMatch? Find(string path) => FindExact(path) ?? FindPrefix(path);
}
