using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;

namespace KapFunctions.Content.Posts;

/// <summary>A file that can be published.</summary>
public sealed record RenderedPost(PostMetadata Metadata, PostBody Body)
{
    /// <summary>Null where the file names no day of a review.</summary>
    public PostReview? Review { get; init; }

    /// <summary>Null on a site in one language.</summary>
    public PostSections? Sections { get; init; }

    internal RenderedPost WithSections(
        bool hasTranslations,
        IReadOnlyList<string>? translated,
        IReadOnlyList<TextSection> sections
    ) =>
        hasTranslations
            ? this with
            {
                Sections = new(sections)
                {
                    Of = Metadata.TranslationKey,
                    MadeFrom = Metadata.TranslationKey is null ? null : translated,
                    IsRecorded = Metadata.TranslationKey is not null && translated is not null,
                },
            }
            : this;

    internal RenderedPost WithReview(IReadOnlyList<string>? recorded, IReadOnlyList<TextSection> sections) =>
        Metadata.Reviewed is { } day
            ? With(new(day, recorded ?? [.. sections.Select(section => section.Words)], sections, recorded is not null))
            : this;

    private RenderedPost With(PostReview review) =>
        this with
        {
            Review = review,
            Metadata = Metadata with { ReviewChanges = review.Changes },
        };
}

/// <summary>Any bytes at all give one of these, never an exception.</summary>
/// <param name="Post">Null where an error keeps it from being published; a draft is here whatever its errors.</param>
/// <param name="Problems">At most <see cref="ProblemLog.MaxProblems"/>, in the order of the lines.</param>
public sealed record RenderResult(RenderedPost? Post, IReadOnlyList<Problem> Problems)
{
    /// <summary>The settings that the file made use of.</summary>
    public RenderDependencies Uses { get; init; }

    /// <summary>A file without a post that was to be hidden, clearly or in doubt: its online version goes. Any other error leaves
    /// it there.</summary>
    public bool Withdraws { get; init; }
}
