using System.Net;
using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using KapFunctions.Content.Text;
using Markdig.Syntax;

namespace KapFunctions.Content.Checks;

/// <summary>Links to places on the same page that it does not have.</summary>
internal static partial class PageAnchors
{
    /// <summary>Links that are looked at: beyond them a list is a list of all.</summary>
    private const int MaxLinks = 200;

    public static void Report(MarkdownDocument document, string html, BodySource source)
    {
        var links = Link()
            .Matches(html)
            .Take(MaxLinks)
            .Select(link => Plain(link.Groups["id"].Value))
            .Distinct()
            .ToList();
        if (links.Count == 0)
        {
            return;
        }
        var ids = Id().Matches(html).Select(id => Plain(id.Groups["id"].Value)).ToHashSet(StringComparer.Ordinal);
        foreach (var missing in links.Where(link => !ids.Contains(link) && link != "top"))
        {
            var meant = ids.FirstOrDefault(id => Spelling.IsNear(missing, id)) ?? ids.FirstOrDefault() ?? "part-one";
            source.Report(ProblemCatalog.LinkToAnchor, document, "#" + missing, "#" + missing, meant);
        }
    }

    private static string Plain(string written) => Uri.UnescapeDataString(WebUtility.HtmlDecode(written));

    [GeneratedRegex(
        "(?<!class=\"heading-anchor\") href=\"#(?<id>[^\"]+)\"",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Link();

    [GeneratedRegex(" id=\"(?<id>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Id();
}
