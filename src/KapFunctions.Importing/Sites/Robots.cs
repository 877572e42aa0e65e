using System.Text.RegularExpressions;

namespace KapFunctions.Importing.Sites;

/// <summary>https://www.rfc-editor.org/rfc/rfc9309: the group that names us, else the one for all; and where the maps of the site are.</summary>
internal sealed class Robots
{
    private const int MaxLines = 10_000;

    /// <summary>Each rule is asked for each page.</summary>
    private const int MaxRules = 1_000;

    private readonly List<(Regex Path, int Length, bool Allows)> rules = [];

    public List<string> Sitemaps { get; } = [];

    public static Robots Of(string text)
    {
        var robots = new Robots();
        var (ours, all) = (new List<(string Path, bool Allows)>(), new List<(string Path, bool Allows)>());
        var (namesUs, namesAll, inAgents) = (false, false, false);
        var isNamed = false;
        foreach (var line in text.Split('\n').Take(MaxLines))
        {
            var parts = line.Split('#')[0].Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2)
            {
                continue;
            }
            var (name, value) = (parts[0].ToLowerInvariant(), parts[1]);
            if (name == "sitemap")
            {
                robots.Sitemaps.Add(value);
                continue;
            }
            if (name == "user-agent")
            {
                var isUs = value.Equals("kap-import", StringComparison.OrdinalIgnoreCase);
                (namesUs, namesAll) = ((inAgents && namesUs) || isUs, (inAgents && namesAll) || value == "*");
                isNamed |= isUs;
            }
            else if (value.Length > 0 && name is "allow" or "disallow")
            {
                (
                    namesUs ? ours
                    : namesAll ? all
                    : []
                ).Add((value, name == "allow"));
            }
            inAgents = name == "user-agent";
        }
        foreach (var (path, allows) in (isNamed ? ours : all).Take(MaxRules))
        {
            robots.rules.Add((PatternOf(path), path.Length, allows));
        }
        return robots;
    }

    /// <summary>The longest rule that fits decides.</summary>
    public bool Allows(Uri address) =>
        rules
            .Where(rule => rule.Path.IsMatch(address.PathAndQuery))
            .OrderByDescending(rule => rule.Length)
            .ThenByDescending(rule => rule.Allows)
            .Select(rule => rule.Allows)
            .FirstOrDefault(true);

    /// <summary>A star is anything, a dollar sign at the end is the end.</summary>
    private static Regex PatternOf(string path)
    {
        var isWhole = path.EndsWith('$');
        var parts = (isWhole ? path[..^1] : path).Split('*').Select(Regex.Escape);
        return new(
            @"\A" + string.Join(".*", parts) + (isWhole ? @"\z" : ""),
            RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
        );
    }
}
