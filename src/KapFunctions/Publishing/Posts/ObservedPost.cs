using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Posts;

/// <summary>What the index knew of a path before it was looked at.</summary>
/// <param name="Identity">What history keeps of its identity; read only where the row does not tell.</param>
/// <param name="TakesClaimForGranted">Nobody asked who holds its slug: a new file is taken to find it free.</param>
/// <param name="IsFirstLook">Whether this is not tried again after a commit that was stale.</param>
internal sealed record ObservedPost(
    string Path,
    Stored<PostRow> Row,
    Stored<IdentityRow> Identity,
    bool TakesClaimForGranted = false,
    bool IsFirstLook = false
);

/// <summary>The good version; <c>Body</c> names the rendered document, <c>Good</c> the kept source.</summary>
internal sealed record GoodVersion(
    PostMetadata Metadata,
    string Body,
    string Good,
    string ETag,
    RenderDependencies Uses
)
{
    /// <summary>Of the text as it is rendered now; null where it is not reviewed, or was not rendered.</summary>
    public PostReview? Review { get; init; }

    /// <summary>Null on a site in one language.</summary>
    public PostSections? Sections { get; init; }

    /// <summary>What history is to know of them; null where it does already.</summary>
    public SectionsRow? SectionsToKeep { get; init; }

    /// <summary>Of which texts its reviews tell from now on; null where that is known already.</summary>
    public ReviewRow? Reviews { get; init; }
}

/// <summary>What rendering the source at a path came to, kept in storage under its name.</summary>
/// <param name="FirstSeen">When its blob was created.</param>
/// <param name="Report">Names the document with its problems; null where it has none.</param>
/// <param name="Good">What can be online: this version, or the last good one rendered anew; null: as it is.</param>
internal sealed record Rendering(
    string SourceETag,
    DateTimeOffset FirstSeen,
    DateTimeOffset? UploadedAt,
    string? Report,
    int Errors,
    int Warnings,
    RenderDependencies Uses,
    SiteRow Site,
    GoodVersion? Good
)
{
    /// <summary>Who wrote the source, and when; null where nothing says so.</summary>
    public FileWrite? Written { get; init; }
}

/// <summary>Who comes after a post on a slug that it leaves. Where nobody moves up in the same commit, those who wait
/// for the slug are looked at next: it is <c>Offered</c>.</summary>
internal readonly record struct NextInLine(Stored<PostRow> Row, string? Offered = null);

/// <summary>What a post that is gone leaves to the one that comes after it.</summary>
/// <param name="Slug">Where it stood.</param>
/// <param name="Left">What it left there.</param>
/// <param name="Version">The row that says so: only one post inherits.</param>
internal sealed record Heritage(string Slug, LeftRow Left, RowVersion Version);

/// <summary>Who stands in a post's way to a slug, and who comes after it on the slug that it leaves.</summary>
/// <param name="Displaces">Whether the holder gives way, its claim being provisional and its path sorting
/// later.</param>
/// <param name="IsExpected">Whether the holder has no row yet, or has lost it, but still has its source.</param>
/// <param name="GoneHolder">
/// The post that holds the slug which this one waited for and gives up, where its file is gone: it is to be looked at first,
/// since this one takes its place.
/// </param>
/// <param name="Heritage">What a post that is gone leaves to this one, which took its place; null for nothing.</param>
internal sealed record Neighbours(
    Stored<ClaimRow> Claim,
    Stored<PostRow> Holder,
    NextInLine Next,
    bool Displaces = false,
    bool IsExpected = false,
    string? GoneHolder = null,
    Heritage? Heritage = null
)
{
    public static Neighbours None { get; } = new(default, default, default);

    /// <summary>A row that holds another slug by now holds nothing here.</summary>
    public bool HolderHolds =>
        Holder.Value is { HoldsSlug: true, Metadata.Address: var held } && held == Claim.Value?.Address;

    public bool AreInTheWay => (HolderHolds && !Displaces) || IsExpected;
}
