using System.Globalization;
using System.Text;
using KapFunctions.Content.Comments;
using KapFunctions.Content.Html;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig;
using Markdig.Syntax;

namespace KapFunctions.Content.Pipeline;

/// <summary>A body as HTML, and where its first part ends.</summary>
/// <param name="Html">Safe HTML.</param>
/// <param name="MoreAt">Where <c>&lt;!--more--&gt;</c> stood, as an index into <paramref name="Html"/>; -1 without one.</param>
/// <param name="Headings">The headings in order.</param>
internal sealed record RenderedBody(string Html, int MoreAt, IReadOnlyList<FlatHeading> Headings)
{
    /// <summary>The heading that is the title, and stands in it no more; null for none.</summary>
    public string? TitleHeading { get; init; }
}

/// <summary>
/// Renders Markdown block by block. Blocks without an author's HTML are safe as they are written; from the first block that
/// opens an element to the one that closes it, what was written goes through the sanitiser. Both parts are well formed, so
/// joining them is too.
/// </summary>
internal sealed class BodyRenderer
{
    private readonly PostHtmlRenderer renderer;
    private Block? regionBlock;
    private int regionStart;
    private int moreAt = -1;

    private BodyRenderer(BodySource source, string language)
    {
        renderer = new(Writer(source), source, language) { MaximumNestingDepth = PostPipeline.MaxDepth * 4 };
        PostPipeline.Shared.Setup(renderer);
        Renderers.Replace(renderer.ObjectRenderers);
    }

    private static StringWriter Writer(BodySource source) =>
        new(new StringBuilder(source.Markdown.Length + source.Markdown.Length / 4), CultureInfo.InvariantCulture);

    /// <summary>The body, or null with a problem where it is too complex to render.</summary>
    /// <param name="source">The text.</param>
    /// <param name="title">What the head says; empty where it says nothing.</param>
    /// <param name="language">The language of the post.</param>
    public static RenderedBody? Render(BodySource source, string title, string language)
    {
        try
        {
            ShapeGuard.Check(source.Markdown);
            var document = Markdown.Parse(SpanningComments.Hide(source), PostPipeline.Shared);
            LeftOvers.Report(source);
            TextDirection.Note(document, source.Markdown, language);
            return new BodyRenderer(source, language).Render(document, TitleHeading.Find(document, title));
        }
        catch (TooComplexException tooComplex)
        {
            source.Problems.Add(ProblemCatalog.TooComplex, source.LineAt(tooComplex.Line), tooComplex.Message);
            return null;
        }
        catch (ArgumentException)
        {
            // How Markdig says that elements are nested deeper than its limit.
            source.Problems.Add(ProblemCatalog.TooComplex, source.LineAt(0), "elements are nested too deeply");
            return null;
        }
    }

    private RenderedBody Render(MarkdownDocument document, HeadingBlock? title)
    {
        foreach (var block in document.Where(block => block != title))
        {
            var start = renderer.Length;
            renderer.Write(block);
            if (renderer.HasRawHtml && regionBlock is null)
            {
                (regionBlock, regionStart) = (block, start);
            }
            renderer.HasRawHtml = false;
            if (regionBlock is not null && renderer.RawTags.Open == 0)
            {
                Sanitize();
            }
            NoteMore();
        }
        Sanitize();
        return UniqueIds.In(
            new(renderer.WrittenSince(0), Math.Min(moreAt, renderer.Length), renderer.Headings)
            {
                TitleHeading = title is null ? null : InlineText.Of(title.Inline).Trim(),
            }
        );
    }

    private void Sanitize()
    {
        if (regionBlock is not null)
        {
            renderer.Replace(
                regionStart,
                HtmlFragment.Sanitize(renderer.WrittenSince(regionStart), renderer.Source, regionBlock)
            );
            renderer.RawTags.Close();
            regionBlock = null;
        }
    }

    private void NoteMore()
    {
        if (renderer.MetMore && moreAt < 0)
        {
            // Inside an open element the cut can only be made before it.
            moreAt = regionBlock is null ? renderer.Length : regionStart;
        }
    }
}
