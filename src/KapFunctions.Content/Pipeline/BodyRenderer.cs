using KapFunctions.Content.Checks;
using KapFunctions.Content.Comments;
using KapFunctions.Content.Html;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig;
using Markdig.Syntax;

namespace KapFunctions.Content.Pipeline;

/// <param name="Html">Safe HTML.</param>
/// <param name="MoreAt">The index of <c>&lt;!--more--&gt;</c> in <paramref name="Html"/>; -1 without one.</param>
/// <param name="Headings">In order.</param>
internal sealed record RenderedBody(string Html, int MoreAt, IReadOnlyList<FlatHeading> Headings)
{
    /// <summary>The heading that is the title, and stands in it no more; null for none.</summary>
    public string? TitleHeading { get; init; }

    /// <summary>What its first heading calls it; null where that is of a part.</summary>
    public string? Name { get; init; }

    /// <summary>The words by headings; none where nobody asked.</summary>
    public IReadOnlyList<TextSection> Sections { get; init; } = [];
}

/// <summary>From the first block that opens an element of the author's HTML to the one that closes it, what was written goes
/// through the sanitiser. All other blocks are safe as written. Both parts are well formed, so joining them is too.</summary>
internal sealed class BodyRenderer
{
    private readonly PostHtmlRenderer renderer;
    private readonly List<(int End, int Line)> blocks = [];
    private int line;
    private Block? regionBlock;
    private int regionStart;
    private int regionHeadings;
    private int moreAt = -1;

    private BodyRenderer(BodySource source, string language)
    {
        renderer = new(Writer(source), source, language)
        {
            Pipeline = PostPipeline.Shared,
            MaximumNestingDepth = PostPipeline.MaxDepth * 4,
        };
        PostPipeline.Shared.Setup(renderer);
        Renderers.Replace(renderer.ObjectRenderers);
    }

    private static BoundedWriter Writer(BodySource source) => new(source.Markdown.Length + source.Markdown.Length / 4);

    /// <summary>Null with a problem where the body is too complex. <paramref name="title"/> is the head's, or empty.</summary>
    public static RenderedBody? Render(BodySource source, string title, string language, bool readsSections)
    {
        var body = new BodyRenderer(source, language);
        try
        {
            ShapeGuard.Check(source.Markdown);
            var document = Markdown.Parse(InlineNotes.Define(SpanningComments.Hide(source)), PostPipeline.Shared);
            BodyChecks.Report(document, source);
            TextDirection.Note(document, source.Markdown, language);
            var heading = TitleHeading.Find(document, title);
            var sections = readsSections ? SectionReader.Read(document, heading, title) : [];
            return body.Render(document, heading) with { Sections = sections, Name = TitleHeading.NameIn(document) };
        }
        catch (OutputFullException)
        {
            source.Problems.Add(
                ProblemCatalog.TooComplex,
                source.LineAt(body.line),
                $"it becomes more than {OutputGuard.MaxCharacters} characters of HTML"
            );
            return null;
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
            var (start, headings) = (renderer.Length, renderer.Headings.Count);
            line = block.Line;
            renderer.Write(block);
            if (renderer.HasRawHtml && regionBlock is null)
            {
                (regionBlock, regionStart, regionHeadings) = (block, start, headings);
            }
            renderer.HasRawHtml = false;
            if (regionBlock is not null && renderer.RawTags.Open == 0)
            {
                Sanitize();
            }
            NoteMore();
            blocks.Add((renderer.Length, block.Line));
        }
        Sanitize();
        var html = renderer.WrittenSince(0);
        OutputGuard.Check(html, LineOf);
        var body = UniqueIds.In(
            new(html, Math.Min(moreAt, renderer.Length), renderer.Headings)
            {
                TitleHeading = title is null ? null : InlineText.Of(title.Inline).Trim(),
            }
        );
        return PageAnchors.Resolve(document, body, renderer.Source);
    }

    private int LineOf(int at) => blocks.FirstOrDefault(block => at < block.End).Line;

    private void Sanitize()
    {
        if (regionBlock is not null)
        {
            var html = HtmlFragment.Sanitize(renderer.WrittenSince(regionStart), renderer.Source, regionBlock);
            renderer.Replace(regionStart, html);
            renderer.KeepHeadings(regionHeadings, html);
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
