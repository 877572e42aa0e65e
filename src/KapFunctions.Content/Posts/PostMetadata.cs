using System.Text.Json;
using System.Text.Json.Serialization;
using KapFunctions.Content.Links;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Posts;

/// <summary>Whether a file is a dated post or a standing page.</summary>
public enum PostKind
{
    /// <summary>From <c>posts/</c>: listed, dated, in feeds.</summary>
    Post,

    /// <summary>From <c>pages/</c>: standing, not listed.</summary>
    Page,
}

/// <summary>As the author wrote it, with the slug that addresses it.</summary>
public sealed record TagReference(string Name, string Slug)
{
    /// <summary>Whether readers never see it.</summary>
    [JsonIgnore]
    public bool IsInternal => TagName.IsInternal(Name);
}

/// <summary><paramref name="Title"/> is the address where the author gave none; <paramref name="Url"/> is null for print.</summary>
public sealed record Citation(string Title, string? Url);

/// <summary>What lists, filters, feeds and head elements need: at most 32,000 characters of JSON, the size of an index row.
/// Picture and link addresses are absolute URLs or <c>kap:</c> placeholders (<see cref="Placeholder"/>).</summary>
public sealed record PostMetadata
{
    /// <summary>Post or page, from the folder.</summary>
    public PostKind Kind { get; init; }

    /// <summary>Front matter, else the first heading, else the file name.</summary>
    public required string Title { get; init; }

    /// <summary>Lower case, at most 191 characters; in another language than the site's first behind its tag: <c>fr/about</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>What the feeds of an earlier site called the post, by which who reads them knows it; null for one that is new here.</summary>
    public string? FormerFeedId { get; init; }

    /// <summary>The address that it holds, without slashes around it: no other post has it. Who holds an address, left it or
    /// waits for it is kept by this.</summary>
    [JsonIgnore]
    public string Address => Slug;

    /// <summary>The id that the author fixed, 24 hex characters; null where the index gives one.</summary>
    public string? Id { get; init; }

    /// <summary>When it is (or will be) published, in UTC; null where the author gave no date.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>In UTC, where that is later than the date: of a date with two readings, the later one.</summary>
    public DateTimeOffset? VisibleFrom { get; init; }

    /// <summary>When the author says the text last changed, in UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>When it disappears, in UTC.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>True while the author keeps it back.</summary>
    public bool Draft { get; init; }

    /// <summary>Shown first.</summary>
    public bool Featured { get; init; }

    /// <summary>The first is the primary one.</summary>
    public IReadOnlyList<TagReference> Tags { get; init; } = [];

    /// <summary>What readers see of <see cref="Tags"/>.</summary>
    [JsonIgnore]
    public IEnumerable<TagReference> PublicTags => Tags.Where(tag => !tag.IsInternal);

    /// <summary>Slugs of authors in the author's order; <c>site.yaml</c> says who they are.</summary>
    public IReadOnlyList<TagReference> Authors { get; init; } = [];

    /// <summary>The summary that the author wrote.</summary>
    public string? CustomExcerpt { get; init; }

    /// <summary>The custom excerpt, else the text before <c>&lt;!--more--&gt;</c>, else the first 500 characters of the text.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>The picture that stands for the post: named, else the first in the text.</summary>
    public string? FeatureImage { get; init; }

    /// <summary>What the picture shows.</summary>
    public string? FeatureImageAlt { get; init; }

    /// <summary>The line below the picture.</summary>
    public string? FeatureImageCaption { get; init; }

    /// <summary>What of the picture stays where it is cropped, from its left and its top: <c>40% 30%</c>; null for its middle.</summary>
    public string? FeatureImageFocus { get; init; }

    /// <summary>The address search engines should take for the original.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>Whether search engines are to leave it out; readers see it all the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NoIndex { get; init; }

    /// <summary>Old addresses, as paths with a leading slash (<c>/2016/05/19/title/</c>); at most 50.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Other titles under which wiki links find the post, where the site reads <c>aliases</c> so; at most 50.</summary>
    public IReadOnlyList<string> AlternateTitles { get; init; } = [];

    /// <summary>The share and search-engine texts; null where none is written.</summary>
    public ShareMetadata? Share { get; init; }

    /// <summary>The day a professional last reviewed the content.</summary>
    public DateOnly? Reviewed { get; init; }

    /// <summary>When that day begins on the site, in UTC: until then nobody is told of the review.</summary>
    public DateTimeOffset? ReviewedFrom { get; init; }

    /// <summary>Who reviewed it.</summary>
    public string? ReviewedBy { get; init; }

    /// <summary>Names of the sections that changed since, see <see cref="PostReview.Changes"/>; null where the text is the one that
    /// was reviewed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? ReviewChanges { get; init; }

    /// <summary>The day from which on it is too old; null where nobody asks for another one.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>When the next review is to be seen to, and when it is too late, in UTC; null where nobody asks for one.</summary>
    public DateTimeOffset? ReviewDueFrom { get; init; }

    /// <summary>The same.</summary>
    public DateTimeOffset? ReviewOverdueFrom { get; init; }

    /// <summary>The sources it cites.</summary>
    public IReadOnlyList<Citation> Sources { get; init; } = [];

    /// <summary>BCP 47 language tag of the post.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether the file names it, and the site's is not taken for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool StatesLanguage { get; init; }

    /// <summary>What it has in common with the text that it translates, a path without language and ending; null for a text that
    /// says so neither in its name nor in its head, and where the site is written in one language.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TranslationKey { get; init; }

    /// <summary>Words in the text.</summary>
    public int WordCount { get; init; }

    /// <summary>Minutes to read it, by Ghost's rule: 275 words a minute and a few seconds a picture; 0 for a few lines.</summary>
    public int ReadingTime { get; init; }

    /// <summary>Files, titles and media that the text links to or shows, as placeholders without fragments; null for none. Of a
    /// text with more than fit into the index, the first ones.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? LinkTargets { get; init; }

    /// <summary>The same; empty for none.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Targets => LinkTargets ?? [];

    /// <summary>What its head says under keys that the model does not know; null for none. Private: readers get what
    /// <c>site.yaml</c> declares of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WrittenField>? Written { get; init; }

    /// <summary>What a newer program says beside what this one knows; it stays there when this one writes the row.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? NewerFields { get; set; }

    /// <summary>Whether the next review is due, or overdue, from that moment on.</summary>
    public bool IsReviewDueAt(DateTimeOffset moment) => moment == ReviewDueFrom || moment == ReviewOverdueFrom;

    /// <summary>Whether it says something else than the text that was reviewed.</summary>
    [JsonIgnore]
    public bool IsEditedSinceReview => Reviewed is not null && ReviewChanges is not null;

    /// <summary>What it says at <paramref name="now"/>: of a review still ahead neither the day nor by whom.</summary>
    public PostMetadata AsOf(DateTimeOffset now) =>
        ReviewedFrom > now ? this with { Reviewed = null, ReviewedBy = null, ReviewChanges = null } : this;
}

/// <summary>The texts and pictures written for search engines and social networks; each null where the author wrote none.</summary>
public sealed record ShareMetadata(
    string? MetaTitle = null,
    string? MetaDescription = null,
    string? OgTitle = null,
    string? OgDescription = null,
    string? OgImage = null,
    string? TwitterTitle = null,
    string? TwitterDescription = null,
    string? TwitterImage = null
);
