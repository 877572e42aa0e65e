using AngleSharp.Dom;

namespace KapFunctions.Importing.Sites;

/// <summary>Menus, "Recent Posts", share buttons and notes about cookies stand on every page: they are known by repeating. A line of plain
/// words that repeats may be how somebody ends a text, and stays, unless it says what systems put there.</summary>
internal sealed class RepeatedParts
{
    private const int MaxLine = 300;

    private static readonly HashSet<string> OfSystems = new(StringComparer.OrdinalIgnoreCase)
    {
        "recent posts",
        "see all",
        "top of page",
        "bottom of page",
        "related posts",
        "share",
        "share this",
        "share this post",
        "log in / sign up",
        "log in",
        "sign up",
        "subscribe",
        "all posts",
        "comments",
        "write a comment...",
        "previous",
        "next",
        "back to blog",
        "read more",
        "read next",
    };

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);
    private int pages;

    /// <summary>What was taken out, and from how many places.</summary>
    public IReadOnlyDictionary<string, int> Taken => taken;

    public void Count(IElement main)
    {
        pages++;
        foreach (var line in PartsOf(main).Select(KeyOf).Where(key => key.Length > 0).Distinct())
        {
            counts[line] = counts.GetValueOrDefault(line) + 1;
        }
    }

    public void TakeOut(IElement main)
    {
        foreach (var part in PartsOf(main).ToArray())
        {
            var key = KeyOf(part);
            if (
                key.Length > 0
                && (
                    OfSystems.Contains(key) && Repeats(key, Math.Min(2, pages))
                    || Repeats(key, 3) && (IsOnlyLinks(part) || IsOfCookies(key) && counts[key] == pages)
                )
            )
            {
                part.Remove();
                taken[key] = taken.GetValueOrDefault(key) + 1;
            }
        }
    }

    private bool Repeats(string key, int atLeast) =>
        counts.GetValueOrDefault(key) is var count && count >= atLeast && count * 2 >= pages;

    private static bool IsOfCookies(string key) => key.Contains("cookie", StringComparison.OrdinalIgnoreCase);

    /// <summary>The innermost blocks.</summary>
    private static IEnumerable<IElement> PartsOf(IElement main) =>
        main.QuerySelectorAll("p, h1, h2, h3, h4, h5, h6, li, div, section, a, span")
            .Where(part => part.QuerySelector("p, h1, h2, h3, h4, h5, h6, li, div, section") is null)
            .Where(part =>
                part.LocalName is not ("a" or "span")
                || part.ParentElement?.LocalName is "div" or "section" or "article" or "main" or "body"
            );

    private static string KeyOf(IElement part)
    {
        var text = string.Join(' ', part.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= MaxLine && part.QuerySelector("img") is null ? text : "";
    }

    private static bool IsOnlyLinks(IElement part) =>
        part.LocalName == "a"
        || part.QuerySelectorAll("a").Sum(link => link.TextContent.Trim().Length) is > 0 and var length
            && length >= part.TextContent.Trim().Length - 3;
}
