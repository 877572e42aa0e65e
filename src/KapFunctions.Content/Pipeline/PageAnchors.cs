using System.Net;
using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using KapFunctions.Content.Text;
using Markdig.Syntax;

namespace KapFunctions.Content.Pipeline;

/// <summary>Links to places on the same page. Each generator makes another anchor of a heading's signs (<c>v2.0</c> is <c>#v20</c> on
/// GitHub): what has the same letters and digits is meant.</summary>
internal static partial class PageAnchors
{
    /// <summary>Links that are looked at: beyond them a list is a list of all.</summary>
    private const int MaxLinks = 200;

    /// <summary>The body with such links led to the headings that they mean; what leads nowhere is told.</summary>
    public static RenderedBody Resolve(MarkdownDocument document, RenderedBody body, BodySource source)
    {
        var links = Link()
            .Matches(body.Html)
            .Take(MaxLinks)
            .Select(link => link.Groups["id"].Value)
            .Distinct()
            .ToList();
        if (links.Count == 0)
        {
            return body;
        }
        var ids = PostHtmlRenderer.IdsIn(body.Html).Select(Plain).ToHashSet(StringComparer.Ordinal);
        var places = Places(body);
        var meant = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var missing in links.Where(link => Plain(link) is var plain && !ids.Contains(plain) && plain != "top"))
        {
            if (places.TryGetValue(Spelling.Fold(Plain(missing)), out var place))
            {
                meant[missing] = place;
            }
            else
            {
                Tell(document, Plain(missing), ids, source);
            }
        }
        return meant.Count == 0 ? body : Led(body, meant);
    }

    /// <summary>Ids of headings by their letters and digits; Kramdown leaves out a number in front. The first of two is meant.</summary>
    private static Dictionary<string, string> Places(RenderedBody body)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var heading in body.Headings)
        {
            var name = Spelling.Fold(heading.Text);
            foreach (var one in (string[])[Spelling.Fold(heading.Id), name, name.TrimStart("0123456789".ToCharArray())])
            {
                if (one.Length > 0)
                {
                    places.TryAdd(one, heading.Id);
                }
            }
        }
        return places;
    }

    private static void Tell(MarkdownDocument document, string missing, HashSet<string> ids, BodySource source)
    {
        var near = ids.FirstOrDefault(id => Spelling.IsNear(missing, id)) ?? ids.FirstOrDefault() ?? "part-one";
        source.Report(ProblemCatalog.LinkToAnchor, document, "#" + missing, "#" + missing, near);
    }

    private static RenderedBody Led(RenderedBody body, Dictionary<string, string> meant)
    {
        string In(string html) =>
            Link()
                .Replace(
                    html,
                    link =>
                        meant.TryGetValue(link.Groups["id"].Value, out var id)
                            ? $" href=\"#{Uri.EscapeDataString(id)}\""
                            : link.Value
                );
        var before = In(body.Html[..Math.Max(0, body.MoreAt)]);
        return body with
        {
            Html = before + In(body.Html[Math.Max(0, body.MoreAt)..]),
            MoreAt = body.MoreAt < 0 ? body.MoreAt : before.Length,
        };
    }

    private static string Plain(string written) => Uri.UnescapeDataString(WebUtility.HtmlDecode(written));

    [GeneratedRegex(
        "(?<!class=\"heading-anchor\") href=\"#(?<id>[^\"]+)\"",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Link();
}
