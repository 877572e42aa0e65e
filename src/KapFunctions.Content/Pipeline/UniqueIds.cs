using System.Text;

namespace KapFunctions.Content.Pipeline;

/// <summary>Ids that occur twice in a body, since an author's HTML and attributes may name what a heading is called: the first
/// keeps it, as browsers read it, the others get a number.</summary>
internal sealed class UniqueIds
{
    private const string Mark = " id=\"";
    private const string Anchor = "<a class=\"heading-anchor\" href=\"#";

    private readonly HashSet<string> all = [];
    private readonly List<(int Start, string Id)> twice = [];

    /// <summary>The body with every id once.</summary>
    public static RenderedBody In(RenderedBody body)
    {
        var ids = new UniqueIds();
        ids.Find(body.Html);
        return ids.twice.Count == 0 ? body : ids.Mend(body);
    }

    /// <summary>In a body a double quote always delimits an attribute, and ids are slugs: a value with anything else is none.</summary>
    private void Find(string html)
    {
        var lookup = all.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = html.IndexOf(Mark, StringComparison.Ordinal); at >= 0; )
        {
            var start = at + Mark.Length;
            var rest = html.AsSpan(start);
            var id = rest[..Math.Max(0, rest.IndexOf('"'))];
            if (id.Length > 0 && !id.ContainsAny(" =<>") && !lookup.Add(id))
            {
                twice.Add((start, id.ToString()));
            }
            at = html.IndexOf(Mark, start, StringComparison.Ordinal);
        }
    }

    private RenderedBody Mend(RenderedBody body)
    {
        var (html, headings, copied, shift) = (new StringBuilder(), body.Headings.ToList(), 0, 0);
        var next = new Dictionary<string, int>();
        foreach (var (start, id) in twice)
        {
            var renamed = Numbered(id, next);
            html.Append(body.Html.AsSpan(copied, start - copied)).Append(renamed);
            copied = start + id.Length;
            if (IsHeading(body.Html, start) && headings.FindIndex(heading => heading.Id == id) is >= 0 and var index)
            {
                headings[index] = headings[index] with { Id = renamed };
                copied = MendAnchor(body.Html, copied, id, renamed, html);
            }
            shift = start < body.MoreAt ? html.Length - copied : shift;
        }
        html.Append(body.Html.AsSpan(copied));
        return body with { Html = html.ToString(), MoreAt = body.MoreAt + shift, Headings = headings };
    }

    private string Numbered(string id, Dictionary<string, int> next)
    {
        for (var n = next.GetValueOrDefault(id, 1); ; n++)
        {
            if (all.Add($"{id}-{n}"))
            {
                next[id] = n + 1;
                return $"{id}-{n}";
            }
        }
    }

    private static bool IsHeading(string html, int start)
    {
        var tag = html.AsSpan(0, start - Mark.Length);
        return tag.Length > 2 && tag[^3..] is ['<', 'h', >= '1' and <= '6'];
    }

    /// <summary>Takes the link of a heading to itself along; gives how far <paramref name="html"/> has been copied.</summary>
    private static int MendAnchor(string html, int from, string id, string renamed, StringBuilder mended)
    {
        var link = html.IndexOf(Anchor, from, StringComparison.Ordinal);
        if (link < 0 || !html.AsSpan(link + Anchor.Length).StartsWith(Uri.EscapeDataString(id)))
        {
            return from;
        }
        mended.Append(html.AsSpan(from, link + Anchor.Length - from)).Append(Uri.EscapeDataString(renamed));
        return link + Anchor.Length + Uri.EscapeDataString(id).Length;
    }
}
