using System.Text.Json;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;

namespace KapFunctions.Content;

/// <summary>Writes into a translation's head which text it was made from. No other byte changes, and what is written is read again
/// first, so that a file never says anything else afterwards.</summary>
public static class TranslationRecorder
{
    /// <param name="source">The translation.</param>
    /// <param name="settings">Those of the site.</param>
    /// <param name="read">Reads a file of the site by its path; null where there is none.</param>
    public static RecordedHead Record(SourceFile source, RenderSettings settings, Func<string, SourceFile?> read)
    {
        if (!settings.HasTranslations)
        {
            return RecordedHead.Refused(
                "The site is written in one language. List the others under languages in site.yaml."
            );
        }
        if (PostRenderer.Render(source, settings).Post is not { } before)
        {
            return RecordedHead.NotPublished;
        }
        if (HeadText.Of(source) is not { } text)
        {
            return RecordedHead.NotUtf8;
        }
        if (before.Metadata.TranslationKey is not { } key)
        {
            return RecordedHead.Refused(
                "The file translates nothing. Name it like title.fr.md, or write translation_of: posts/title.md into it."
            );
        }
        if ((read(key + ".md") ?? read(key + ".markdown")) is not { } original || original.Path == source.Path)
        {
            return RecordedHead.Refused($"There is no {key}.md, which it translates.");
        }
        if (PostRenderer.Render(original, settings).Post?.Sections is not { } sections)
        {
            return RecordedHead.Refused(
                $"{original.Path}, which it translates, cannot be published. Mend its errors first."
            );
        }
        return
            HeadEdit.Set(text, HeadText.Json(sections.Words), "translated_text") is { } written
            && HeadText.FileOf(source.Path, written) is var file
            && PostRenderer.Render(file, settings).Post is { } after
            && IsRecorded(before, after, sections)
            ? new(file, null)
            : RecordedHead.Refused(
                "The head takes no further lines. Write it as YAML between two lines of ---, and try again."
            );
    }

    private static bool IsRecorded(RenderedPost before, RenderedPost after, PostSections original) =>
        after.Sections is { IsRecorded: true } sections
        && sections.ChangesOf(original) is null
        && after.Body.Html == before.Body.Html
        && SaysOfItself(after.Metadata) == SaysOfItself(before.Metadata);

    /// <summary>All but the lines in which its own fields stand.</summary>
    private static string SaysOfItself(PostMetadata post) => JsonSerializer.Serialize(post with { Written = null });
}
