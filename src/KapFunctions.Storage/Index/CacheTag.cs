using System.Security.Cryptography;
using System.Text;
using KapFunctions.Content.Links;

namespace KapFunctions.Storage.Index;

/// <summary>Names of what an answer depends on, as caches in front know it: printable ASCII without commas and blanks, by which
/// headers separate them.</summary>
public static class CacheTag
{
    /// <summary>Settings, theme, redirects: every answer depends on them, but for media.</summary>
    public const string Site = "site";

    /// <summary>Which posts there are, in which order, and what lists choose them by.</summary>
    public const string Posts = "posts";

    /// <summary>Anything that any visible post says.</summary>
    public const string Lists = "lists";

    /// <summary>The files below <c>media/</c> themselves.</summary>
    public const string Media = "media";

    /// <summary>Anything that is known of any of these files.</summary>
    public const string AnyMedia = "any-media";

    /// <summary>In characters: headers hold many of them.</summary>
    public const int MaxLength = 64;

    /// <summary>Of the hash that stands for a longer name.</summary>
    private const int HashBytes = 12;

    public static string Post(string id) => Named("post-", id);

    /// <summary>By the slug that posts have.</summary>
    public static string Tag(string slug) => Named("tag-", slug);

    /// <summary>By the slug that posts have; empty for the author of posts that name nobody.</summary>
    public static string Author(string slug) => Named("author-", slug);

    /// <summary>A file below <c>media/</c>, by its name alone: that is how pages find it.</summary>
    public static string File(string path) => "media-" + HashOf(KeyOf(path));

    private static string KeyOf(string path) =>
        // Half a character cannot be normalised, and names nothing.
        path.EnumerateRunes().Contains(Rune.ReplacementChar)
            ? path
            : MediaNames.KeyOf(path);

    private static string Named(string prefix, string name)
    {
        var escaped = prefix + Uri.EscapeDataString(name);
        return escaped.Length <= MaxLength ? escaped : $"{prefix}~{HashOf(name)}";
    }

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashBytes));
}
