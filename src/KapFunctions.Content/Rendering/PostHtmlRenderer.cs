using System.Text.RegularExpressions;
using KapFunctions.Content.Links;
using KapFunctions.Content.Text;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KapFunctions.Content.Rendering;

/// <summary>Safe by construction: every address goes through <see cref="LinkResolver"/>, every attribute through an allow-list.
/// Only an author's HTML is written as it stands, and then <see cref="HasRawHtml"/> says so.</summary>
internal sealed partial class PostHtmlRenderer : HtmlRenderer
{
    private readonly StringWriter writer;
    private readonly Dictionary<string, int> ids = [];
    private readonly List<FlatHeading> headings = [];

    public PostHtmlRenderer(StringWriter writer, BodySource source, string language)
        : base(writer)
    {
        this.writer = writer;
        Source = source;
        Language = language;
        Typography = Typography.Of(language);
    }

    public BodySource Source { get; }

    /// <summary>Reads what stands in the text of something else.</summary>
    public required MarkdownPipeline Pipeline { get; init; }

    /// <summary>BCP 47, of the text.</summary>
    public string Language { get; }

    public Typography Typography { get; }

    /// <summary>Since it was last set to false.</summary>
    public bool HasRawHtml { get; set; }

    /// <summary>What raw HTML has left open.</summary>
    public RawTagBalance RawTags { get; } = new();

    /// <summary>Whether <c>&lt;!--more--&gt;</c> has been met.</summary>
    public bool MetMore { get; set; }

    public IReadOnlyList<FlatHeading> Headings => headings;

    public int Length => writer.GetStringBuilder().Length;

    public string AddHeading(string text, string? wanted, int level)
    {
        var anchor = Anchor.Of(wanted ?? text);
        var id = Unique(
            anchor.Length == 0 ? "section"
            : IsNote(anchor) ? "s-" + anchor
            : anchor
        );
        headings.Add(new(id, text, level));
        return id;
    }

    /// <summary>Paragraphs are paragraphs in it, also where it stands in a tight list.</summary>
    public void WriteInside(ContainerBlock container)
    {
        var implicitParagraph = ImplicitParagraph;
        ImplicitParagraph = false;
        WriteChildren(container);
        ImplicitParagraph = implicitParagraph;
    }

    /// <summary>The ids that elements of a body have, as they are written.</summary>
    public static IEnumerable<string> IdsIn(string html) => Id().Matches(html).Select(id => id.Groups["id"].Value);

    /// <summary>Of the headings from the one at <paramref name="from"/> on, those that <paramref name="html"/> still holds.</summary>
    public void KeepHeadings(int from, string html)
    {
        if (from < headings.Count)
        {
            var held = IdsIn(html).ToHashSet(StringComparer.Ordinal);
            var kept = headings.Skip(from).Where(heading => held.Contains(heading.Id)).ToList();
            headings.RemoveRange(from, headings.Count - from);
            headings.AddRange(kept);
        }
    }

    public void Replace(int start, string html)
    {
        writer.GetStringBuilder().Length = start;
        writer.Write(html);
        previousWasLine = html.Length == 0 || html[^1] == '\n';
    }

    public string WrittenSince(int start) => writer.GetStringBuilder().ToString(start, Length - start);

    /// <summary>The notes' own ids.</summary>
    private static bool IsNote(string id) =>
        id.StartsWith("fn-", StringComparison.Ordinal) || id.StartsWith("fnref-", StringComparison.Ordinal);

    [GeneratedRegex(" id=\"(?<id>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Id();

    private string Unique(string id)
    {
        for (var n = ids.GetValueOrDefault(id); ; n++)
        {
            var numbered = n == 0 ? id : $"{id}-{n}";
            if (n == 0 || !ids.ContainsKey(numbered))
            {
                ids[numbered] = 1;
                ids[id] = n + 1;
                return numbered;
            }
        }
    }
}

internal sealed record FlatHeading(string Id, string Text, int Level);
