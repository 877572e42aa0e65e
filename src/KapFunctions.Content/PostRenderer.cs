using KapFunctions.Content.Assembly;
using KapFunctions.Content.Comments;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Metadata;
using KapFunctions.Content.Pipeline;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;

namespace KapFunctions.Content;

/// <summary>Turns a source file into a post or problems: pure, thread-safe, the same everywhere.</summary>
public static class PostRenderer
{
    /// <summary>Grows whenever the same source would give another body or other metadata.</summary>
    public const int Version = 9;

    /// <summary>Largest source, in bytes.</summary>
    public const int MaxSourceBytes = 1 << 20;

    /// <summary>Renders <paramref name="source"/>, whose path is a post's or a page's.</summary>
    public static RenderResult Render(SourceFile source, RenderSettings settings)
    {
        var used = new UsedSettings(settings);
        var problems = new ProblemLog(source.Path, used.IsOff);
        var (post, withdraws) = RenderOrReport(source, used, problems);
        // What nobody is to see needs no last good version in its place.
        return problems.HasError && post is not { Metadata.Draft: true }
            ? new(null, problems.ToList()) { Uses = used.Uses, Withdraws = withdraws }
            : new(post, problems.ToList()) { Uses = used.Uses };
    }

    private static (RenderedPost? Post, bool Withdraws) RenderOrReport(
        SourceFile source,
        UsedSettings settings,
        ProblemLog problems
    )
    {
        try
        {
            return Render(source, settings, problems);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A parser's own mistake on some file must not take the publishing of others with it, nor be tried again and again.
            problems.Add(ProblemCatalog.RenderFailed, Position.Start, fault.GetType().Name);
            return (null, UnreadHead.Hides(source.Bytes.Span));
        }
    }

    private static (RenderedPost? Post, bool Withdraws) Render(
        SourceFile source,
        UsedSettings settings,
        ProblemLog problems
    )
    {
        if (
            SourceText.Decode(source, MaxSourceBytes, problems) is not { } text
            || FrontMatterReader.Read(text, problems) is not var (written, block)
        )
        {
            return (null, UnreadHead.Hides(source.Bytes.Span));
        }
        var map = TypedQuotes.Read(written, problems);
        var fields = new Fields(map, problems);
        var names = FileNames.Of(source.Path, settings);
        var reader = new MetadataReader(fields, names, source, settings, problems);
        var metadata = reader.Read();
        var reviewed = reader.ReviewedText();
        var translated = reader.TranslatedText();
        fields.ReportUnreadBroken();
        NearKeys.Report(fields, settings, problems);
        var hides = new HideSwitches(map, block, fields, settings, problems).Hide(names);
        if (RestrictedPart.In(block.Body) is var (line, mark))
        {
            hides = true;
            problems.Add(ProblemCatalog.KeptBackPart, new(block.BodyLine + line, 1), mark);
        }
        if (!hides)
        {
            TemplateSentences.Report(block, problems);
        }
        var markdown = MarkerBlanks.Mend(block.Body, block.BodyLine, problems);
        var body = new BodySource(source.Path, markdown, block.BodyLine, settings, problems);
        var readsSections = metadata.Reviewed is not null || settings.HasTranslations;
        return BodyRenderer.Render(body, metadata.Title, metadata.Language, readsSections) is { } rendered
            ? (
                PostAssembly
                    .Complete(
                        metadata with
                        {
                            Draft = hides,
                            Written = WrittenFields.Of(fields, problems),
                        },
                        rendered,
                        names,
                        DeliveredFields.Of(fields, settings),
                        problems
                    )
                    .WithReview(reviewed, rendered.Sections)
                    .WithSections(settings.HasTranslations, translated, rendered.Sections),
                hides
            )
            : (null, hides);
    }
}
