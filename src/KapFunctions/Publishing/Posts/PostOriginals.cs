using KapFunctions.Content.Posts;
using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Posts;

/// <summary>Remembers what a text said first, and of a translation which version of its original it was made from: what the file says,
/// else the one that was there when the translation came. On a site in one language nothing is asked or kept.</summary>
public sealed class PostOriginals(IndexReader index)
{
    /// <summary>The history is read only where the row does not tell.</summary>
    /// <param name="id">That the post will have.</param>
    internal async Task<Rendering> JudgeAsync(
        ObservedPost seen,
        Rendering rendering,
        Neighbours neighbours,
        string id,
        CancellationToken cancellation
    )
    {
        if (rendering.Good is not { Sections: { } sections } good)
        {
            return rendering;
        }

        var known = seen.Row.Value;
        var before = known?.Sections;
        var kept =
            before is not null && known!.Id == id ? RowOf(id, before)
            : IsNew(seen, good, neighbours) ? null
            : await index.ReadSectionsAsync(id, cancellation);
        before ??= new(sections.Now)
        {
            First = kept?.First,
            Of = kept?.Of,
            MadeFrom = kept?.MadeFrom,
        };
        var after = sections.After(before);
        if (after is { Of: { } key, IsRecorded: false } && key != before.Of)
        {
            after = after with { MadeFrom = (await ReadAsync(key, seen.Path, cancellation))?.Words };
        }

        var row = RowOf(id, after);
        return rendering with
        {
            Good = good with { Sections = after, SectionsToKeep = row.SaysAsMuchAs(kept) ? null : row },
        };
    }

    /// <summary>A post that moved is the same post, and so is what it was made from.</summary>
    public static PostRow Inherited(PostRow moved, PostSections? from) =>
        moved.Sections is { } sections && from is not null ? moved with { Sections = sections.After(from) } : moved;

    // Whoever has such a row has an identity, too, so a new file costs no further question.
    private static bool IsNew(ObservedPost seen, GoodVersion good, Neighbours neighbours) =>
        seen is { Row.Value: null, Identity.ETag: null } && good.Metadata.Id is null && neighbours.Heritage is null;

    private static SectionsRow RowOf(string id, PostSections sections) =>
        new(id)
        {
            First = sections.First,
            Of = sections.Of,
            MadeFrom = sections.MadeFrom,
        };

    // One of another ending than its translation's is taken to have come later.
    private async Task<PostSections?> ReadAsync(string key, string translation, CancellationToken cancellation) =>
        (await index.ReadPostAsync(key + Path.GetExtension(translation), cancellation)).Value?.Sections;
}
