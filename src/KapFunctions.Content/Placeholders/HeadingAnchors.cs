using System.Text;

namespace KapFunctions.Content.Placeholders;

/// <summary>The links of headings to themselves, which pages show and nobody else wants.</summary>
public static class HeadingAnchors
{
    private const string Opening = "<a class=\"heading-anchor\"";
    private const string Closing = "</a>";

    /// <summary>A body without them; the same string where it has none.</summary>
    public static string Without(string html)
    {
        var at = html.IndexOf(Opening, StringComparison.Ordinal);
        if (at < 0)
        {
            return html;
        }
        var (kept, copied) = (new StringBuilder(html.Length), 0);
        for (; at >= 0; at = html.IndexOf(Opening, copied, StringComparison.Ordinal))
        {
            kept.Append(html.AsSpan(copied, at - copied));
            var end = html.IndexOf(Closing, at, StringComparison.Ordinal);
            copied = end < 0 ? html.Length : end + Closing.Length;
        }
        return kept.Append(html.AsSpan(copied)).ToString();
    }
}
