using System.Globalization;
using System.Text.Json;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;

namespace KapFunctions.Content;

/// <summary>Writes into a file's head that somebody reviewed it, and which text that was. No other byte changes, and what is written is
/// read again first, so that a file never says anything else afterwards.</summary>
public static class ReviewRecorder
{
    /// <summary>Longest name of a reviewer, in characters.</summary>
    public const int MaxName = 200;

    /// <param name="source">A post or page.</param>
    /// <param name="settings">Those of the site.</param>
    /// <param name="day">Of the review.</param>
    /// <param name="by">Who reviewed it; null leaves the name that is there.</param>
    public static RecordedHead Record(SourceFile source, RenderSettings settings, DateOnly day, string? by)
    {
        var name = by?.Trim();
        if (name is { Length: 0 or > MaxName } || name?.Any(char.IsControl) == true)
        {
            return RecordedHead.Refused($"The reviewer's name must be one line of 1 to {MaxName} characters.");
        }
        if (PostRenderer.Render(source, settings).Post is not { } before)
        {
            return RecordedHead.NotPublished;
        }
        if (HeadText.Of(source) is not { } text)
        {
            return RecordedHead.NotUtf8;
        }
        var iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (
            With(text, iso, name) is not { } dated
            || Render(source, dated, settings) is not { Review: { } review }
            || HeadEdit.Set(dated, HeadText.Json(review.Now.Select(section => section.Words)), "reviewed_text")
                is not { } written
            || Render(source, written, settings) is not { } after
            || !IsRecorded(before, after, day, name)
        )
        {
            return RecordedHead.Refused(
                $"The head takes no further lines. Write \"reviewed: {iso}\" into it yourself, and try again."
            );
        }
        return new(HeadText.FileOf(source.Path, written), null);
    }

    private static string? With(string text, string day, string? by)
    {
        var named = by is null ? text : HeadEdit.Set(text, HeadText.Json(by), "reviewed_by", "reviewer");
        return named is null
            ? null
            : HeadEdit.Set(named, HeadText.Json(day), "reviewed", "last_reviewed", "reviewed_at");
    }

    private static bool IsRecorded(RenderedPost before, RenderedPost after, DateOnly day, string? by) =>
        after is { Review: { IsRecorded: true, Changes: null } review }
        && review.Day == day
        && (by is null ? before.Metadata.ReviewedBy : by) == after.Metadata.ReviewedBy
        && after.Body.Html == before.Body.Html
        && SaysOfItself(after.Metadata) == SaysOfItself(before.Metadata);

    /// <summary>All but the review.</summary>
    private static string SaysOfItself(PostMetadata post) =>
        JsonSerializer.Serialize(
            post with
            {
                Reviewed = null,
                ReviewedFrom = null,
                ReviewedBy = null,
                ReviewChanges = null,
                ReviewBy = null,
                ReviewDueFrom = null,
                ReviewOverdueFrom = null,
                // Their lines, and what of them the review has now for itself.
                Written = null,
            }
        );

    private static RenderedPost? Render(SourceFile source, string text, RenderSettings settings) =>
        PostRenderer.Render(HeadText.FileOf(source.Path, text), settings).Post;
}
