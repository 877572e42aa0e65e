namespace KapFunctions.Importing.Sites;

/// <summary>https://www.rfc-editor.org/rfc/rfc9309: the group for all, and where the maps of the site are.</summary>
internal sealed class Robots
{
    private readonly List<(string Path, bool Allows)> rules = [];

    public List<string> Sitemaps { get; } = [];

    public static Robots Of(string text)
    {
        var robots = new Robots();
        var (isOurs, inAgents) = (false, false);
        foreach (var line in text.Split('\n').Take(10_000))
        {
            var parts = line.Split('#')[0].Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2)
            {
                continue;
            }
            var name = parts[0].ToLowerInvariant();
            if (name == "sitemap")
            {
                robots.Sitemaps.Add(parts[1]);
            }
            else if (name == "user-agent")
            {
                isOurs = (inAgents && isOurs) || parts[1] is "*" or "kap-import";
            }
            else if (isOurs && parts[1].Length > 0 && name is "allow" or "disallow")
            {
                robots.rules.Add((parts[1].TrimEnd('*'), name == "allow"));
            }
            inAgents = name == "user-agent";
        }
        return robots;
    }

    /// <summary>The longest rule that fits decides.</summary>
    public bool Allows(Uri address) =>
        rules
            .Where(rule => address.PathAndQuery.StartsWith(rule.Path, StringComparison.Ordinal))
            .OrderByDescending(rule => rule.Path.Length)
            .ThenByDescending(rule => rule.Allows)
            .Select(rule => rule.Allows)
            .FirstOrDefault(true);
}
