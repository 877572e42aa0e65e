using KapFunctions.Content.Posts;
using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Posts;

/// <summary>Finds out which text a review tells of: what the file says, else the first good version that carries its day.</summary>
public sealed class PostReviews(IndexReader index)
{
    /// <summary>The history is read only where the row does not tell.</summary>
    /// <param name="id">That the post will have.</param>
    internal async Task<Rendering> JudgeAsync(
        ObservedPost seen,
        Rendering rendering,
        string id,
        CancellationToken cancellation
    )
    {
        if (rendering.Good is not { Review: { } review } good)
        {
            return rendering;
        }

        var known = seen.Row.Value;
        if (known?.Id == id && known.Review?.Day == review.Day && (review.IsRecorded || !known.Review.IsRecorded))
        {
            return Judged(
                rendering,
                good,
                review.IsRecorded ? review : review with { Reviewed = known.Review.Reviewed }
            );
        }

        var reviews = await index.ReadReviewsAsync(id, cancellation);
        var carried =
            known?.Review is { IsRecorded: false } before && before.Day == review.Day ? before.Reviewed : null;
        var text = reviews.TextOf(review.Day) ?? carried;
        var learnt = reviews.With(new(review.Day, text ?? review.Reviewed));
        good = good with { Reviews = reviews.TextOf(review.Day) is null ? learnt : null };
        return Judged(rendering, good, review.IsRecorded ? review : review with { Reviewed = text ?? review.Reviewed });
    }

    /// <summary>A post that moved is the same post, and so is what was reviewed.</summary>
    public static PostRow Inherited(PostRow moved, PostReview? from) =>
        moved.Review is { IsRecorded: false } review && from is { IsRecorded: false } && from.Day == review.Day
            ? With(moved, review with { Reviewed = from.Reviewed })
            : moved;

    private static PostRow With(PostRow row, PostReview review) =>
        row with
        {
            Review = review,
            Metadata = row.Metadata! with { ReviewChanges = review.Changes },
        };

    private static Rendering Judged(Rendering rendering, GoodVersion good, PostReview review) =>
        rendering with
        {
            Good = good with { Review = review, Metadata = good.Metadata with { ReviewChanges = review.Changes } },
        };
}
