using KapFunctions.Reading;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KapFunctions.Site;

/// <summary>Where a page is as Markdown: beside it, under its name with <c>.md</c>.</summary>
internal static class MarkdownAddress
{
    /// <summary>Beside the first page.</summary>
    public const string Index = "index.md";

    private const string Extension = ".md";
    private const string MediaType = "text/markdown";

    public static string OfPost(string slug) => $"/{PublicAddresses.PathOf(slug)}{Extension}";

    /// <summary>Null where what is at the address has no such form.</summary>
    /// <param name="address">Where the page is.</param>
    /// <param name="prefix">What the page's language begins with, see <see cref="LanguageAddress"/>.</param>
    public static string? Of(SiteAddress address, string prefix = "") =>
        address switch
        {
            SiteAddress.First => $"{prefix}/{Index}",
            SiteAddress.Entry(var path)
                when path.EndsWith('/') && !path.AsSpan(prefix.Length).TrimEnd('/').Contains('/') => OfPost(
                path.TrimEnd('/')
            ),
            _ => null,
        };

    /// <summary>The path of the page; null where <paramref name="path"/> names no Markdown.</summary>
    public static string? PageOf(string path) =>
        path.Length > Extension.Length && path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            ? path[..^Extension.Length]
            : null;

    /// <summary>Whether Markdown is asked for before anything else (RFC 9110, section 12.5.1).</summary>
    public static bool IsWanted(StringValues accept) =>
        // Nearly nobody names it, and every request comes through here.
        accept.ToString().Contains(MediaType, StringComparison.OrdinalIgnoreCase)
        && MediaTypeHeaderValue.TryParseList(accept, out var ranges)
        && ranges.MaxBy(range => range.Quality ?? 1) is { Quality: not 0 } first
        && first.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase);
}
