namespace KapFunctions.Delivery.Ghost;

/// <summary>An address of Ghost's Content API, behind its version. Without a key it means the list; the search index is
/// the light list that a search in the browser is made of.</summary>
internal sealed record GhostAddress(string Resource, GhostKey? Key = null, bool IsSearchIndex = false)
{
    // Versions that older clients put into the path; they all mean the one that is served.
    private static readonly HashSet<string> Versions = new(StringComparer.OrdinalIgnoreCase)
    {
        "v2",
        "v3",
        "v4",
        "v5",
        "v6",
        "canary",
    };

    /// <summary>The address that a path below <c>/ghost</c> means; null where it is none.</summary>
    public static GhostAddress? Parse(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments is ["api", var version, "content", ..] && Versions.Contains(version))
        {
            segments = ["api", .. segments[2..]];
        }

        return segments switch
        {
            ["api", "content", "search-index", var of] => new(of, IsSearchIndex: true),
            ["api", "content", var resource] => new(resource),
            ["api", "content", var resource, "slug", var slug] => new(resource, new(Decoded(slug), IsId: false)),
            // Behind a language a slug has a slash, which Ghost's own client leaves as it is.
            ["api", "content", var resource, "slug", var language, var slug] => new(
                resource,
                new($"{language}/{slug}", IsId: false)
            ),
            ["api", "content", var resource, var id] => new(resource, new(id, IsId: true)),
            _ => null,
        };
    }

    private static string Decoded(string slug) => slug.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}

internal sealed record GhostKey(string Value, bool IsId);
