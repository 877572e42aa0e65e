namespace KapFunctions.Content.Text;

/// <summary>As in Ghost, a tag whose name begins with <c>#</c> is internal: it sorts posts for the site's makers and is shown to
/// nobody. https://ghost.org/docs/themes/contexts/tag/#internal-tags</summary>
public static class TagName
{
    private const string InternalSlug = "hash-";

    /// <summary>By the name as it is written.</summary>
    public static bool IsInternal(string name) => name.StartsWith('#');

    /// <summary>With one sign at most; empty where there is nothing behind it.</summary>
    public static string Tidy(string name) =>
        !IsInternal(name) ? name
        : name.TrimStart('#').Trim() is { Length: > 0 } rest ? "#" + rest
        : "";

    /// <summary>The last part of its address; of an internal one Ghost's.</summary>
    public static string SlugOf(string name) =>
        IsInternal(name) ? Slug.From(InternalSlug + name[1..]) : Slug.From(name);
}
