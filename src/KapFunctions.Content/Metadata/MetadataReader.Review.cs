using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Metadata;

internal sealed partial class MetadataReader
{
    /// <summary>What was reviewed, as <see cref="WordsHash"/> writes it; null where the file does not say.</summary>
    public IReadOnlyList<string>? ReviewedText() =>
        RecordedText("reviewed_text", ProblemCatalog.ReviewedTextUnreadable);

    private IReadOnlyList<string>? RecordedText(string key, ProblemKind unreadable)
    {
        if (fields.Find(key) is not { } field)
        {
            return null;
        }
        var items = field.Value is ListValue list ? list.Items : [field.Value];
        if (
            items.Count <= TextSection.Max
            && items.All(item => item is ScalarValue { Text: var text } && WordsHash.Parse(text) is not null)
        )
        {
            return [.. items.Cast<ScalarValue>().Select(item => item.Text)];
        }
        problems.Add(unreadable, field.At, field.Key);
        return null;
    }

    private PostMetadata WithReviewDue(PostMetadata post)
    {
        if (post.Reviewed is not { } day)
        {
            _ = fields.Find("review_every");
            return post;
        }
        if (ReviewEvery(post) is not { IsNever: false } every || every.After(day) is not { } due)
        {
            return post;
        }
        return post with
        {
            ReviewBy = due,
            ReviewDueFrom = Utc(new(every.NoticeBefore(due).ToDateTime(TimeOnly.MinValue), Offset: null)),
            ReviewOverdueFrom = Utc(new(due.ToDateTime(TimeOnly.MinValue), Offset: null)),
        };
    }

    /// <summary>The file's own, else the shortest of its tags', else the site's.</summary>
    private ReviewInterval? ReviewEvery(PostMetadata post)
    {
        if (fields.Find("review_every") is { } field)
        {
            if (field.Value is ScalarValue { Text: var text } && ReviewInterval.Parse(text) is { } own)
            {
                return own;
            }
            problems.Add(ProblemCatalog.FieldType, field.At, field.Key, ReviewInterval.Example);
        }
        return settings.ReviewEvery(post.Tags.Select(tag => tag.Slug));
    }
}
