using System.Text.Json;
using KapFunctions.Content.Links;
using KapFunctions.Content.Metadata;
using KapFunctions.Content.Pipeline;
using KapFunctions.Content.Placeholders;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Assembly;

internal static class PostAssembly
{
    /// <summary>In characters, of the 32,000 that all metadata may have.</summary>
    private const int MaxTargets = 4_000;

    public static RenderedPost Complete(
        PostMetadata written,
        RenderedBody rendered,
        FileNames names,
        IReadOnlyDictionary<string, JsonElement> frontmatter,
        ProblemLog problems
    )
    {
        var facts = HtmlText.Read(rendered.Html);
        var words = Words.Count(facts.PlainText);
        if (!written.Draft && rendered.Html.AsSpan().Trim().IsEmpty)
        {
            problems.Add(ProblemCatalog.TextEmpty, Position.Start);
        }
        var metadata = written with
        {
            Title = Title(written, rendered, names, problems),
            Excerpt = written.CustomExcerpt ?? Beginning(rendered, facts),
            FeatureImage = written.FeatureImage ?? facts.FirstImage,
            FeatureImageAlt = written.FeatureImageAlt ?? (written.FeatureImage is null ? facts.FirstImageAlt : null),
            LinkTargets = Targets(facts.Links),
            WordCount = words,
            ReadingTime = ReadingTime.Minutes(
                HeadingAnchors.Without(rendered.Html),
                (written.FeatureImage ?? facts.FirstImage) is not null
            ),
        };
        var body = new PostBody
        {
            Html = rendered.Html,
            PlainText = facts.PlainText,
            Toc = TableOfContents.Of(rendered.Headings),
            Links = facts.Links,
            Frontmatter = frontmatter,
        };
        return new(metadata, body);
    }

    /// <summary>As many as an index row has room for.</summary>
    private static List<string>? Targets(IReadOnlyList<string> links)
    {
        var room = MaxTargets;
        var targets = links
            .Where(link => link.StartsWith(Placeholder.Scheme, StringComparison.Ordinal))
            .Select(link => link.Split('#')[0])
            .Distinct()
            .TakeWhile(link => (room -= link.Length) >= 0)
            .ToList();
        return targets.Count > 0 ? targets : null;
    }

    private static string Title(PostMetadata written, RenderedBody rendered, FileNames names, ProblemLog problems)
    {
        if (written.Title.Length > 0)
        {
            return written.Title;
        }
        if ((rendered.TitleHeading ?? rendered.Name) is { } heading)
        {
            return Excerpt.Of(heading);
        }
        var title = names.ToTitle();
        // A front matter that cannot be read may well hold one.
        if (!problems.HasError)
        {
            problems.Add(ProblemCatalog.TitleMissing, Position.Start, title);
        }
        return title;
    }

    private static string Beginning(RenderedBody rendered, HtmlFacts facts) =>
        rendered.MoreAt > 0 && HtmlText.Read(rendered.Html[..rendered.MoreAt]).PlainText is { Length: > 0 } before
            ? Excerpt.Of(before)
            : Excerpt.Of(facts.PlainText);
}
