namespace KapFunctions.Importing.WordPress;

/// <summary>What plug-ins for search engines keep beside a post: Yoast, Rank Math, All in One.</summary>
internal static class WordPressSeo
{
    private static readonly (string Key, string[] Theirs)[] Names =
    [
        ("meta_title", ["_yoast_wpseo_title", "rank_math_title", "_aioseo_title", "_aioseop_title"]),
        (
            "meta_description",
            ["_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description", "_aioseop_description"]
        ),
        ("og_title", ["_yoast_wpseo_opengraph-title", "rank_math_facebook_title", "_aioseo_og_title"]),
        (
            "og_description",
            ["_yoast_wpseo_opengraph-description", "rank_math_facebook_description", "_aioseo_og_description"]
        ),
        ("og_image", ["_yoast_wpseo_opengraph-image", "rank_math_facebook_image"]),
        ("twitter_title", ["_yoast_wpseo_twitter-title", "rank_math_twitter_title", "_aioseo_twitter_title"]),
        (
            "twitter_description",
            ["_yoast_wpseo_twitter-description", "rank_math_twitter_description", "_aioseo_twitter_description"]
        ),
        ("twitter_image", ["_yoast_wpseo_twitter-image", "rank_math_twitter_image"]),
    ];

    /// <param name="meta">By its key.</param>
    /// <param name="media">Makes addresses of the old site's files ours.</param>
    public static IReadOnlyList<(string Key, string? Value)> Of(
        ILookup<string, string> meta,
        Func<string, string> media
    ) =>
        [
            .. Names.Select(name =>
                (
                    name.Key,
                    Fixed(name.Theirs, meta) is { } value
                        ? (name.Key.EndsWith("image", StringComparison.Ordinal) ? media(value) : value)
                        : null
                )
            ),
        ];

    public static string? Canonical(ILookup<string, string> meta) =>
        Fixed(["_yoast_wpseo_canonical", "rank_math_canonical_url", "_aioseo_canonical_url"], meta);

    /// <summary>Their placeholders mean nothing elsewhere.</summary>
    private static string? Fixed(string[] keys, ILookup<string, string> meta) =>
        keys.SelectMany(key => meta[key])
            .FirstOrDefault(value =>
                !string.IsNullOrWhiteSpace(value)
                && !value.Contains("%%", StringComparison.Ordinal)
                && !IsPlaceholder(value)
            );

    private static bool IsPlaceholder(string value) =>
        value.Contains('%', StringComparison.Ordinal)
            && value.Split('%') is { Length: > 2 } parts
            && parts[1].All(c => char.IsAsciiLetterLower(c) || c == '_')
            && parts[1].Length > 0
        || value.Contains("#post_", StringComparison.Ordinal)
        || value.Contains("#site_", StringComparison.Ordinal);
}
