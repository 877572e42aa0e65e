using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Posts;

/// <summary>What the index knew of a path before it was looked at.</summary>
/// <param name="Path">The path.</param>
/// <param name="Row">Its row.</param>
/// <param name="Identity">What history keeps of its identity; read only where the row does not tell.</param>
/// <param name="TakesClaimForGranted">
/// Whether nobody asked who holds its slug: a new file is taken to find it free, and one that is rendered anew to hold it.
/// </param>
/// <param name="IsFirstLook">Whether this is not tried again after a commit that was stale.</param>
public sealed record ObservedPost(
    string Path,
    Stored<PostRow> Row,
    Stored<IdentityRow> Identity,
    bool TakesClaimForGranted = false,
    bool IsFirstLook = false
);

/// <summary>The good version of a source, rendered and kept.</summary>
/// <param name="Metadata">What its front matter and text say.</param>
/// <param name="Body">Name of the rendered document.</param>
/// <param name="Good">Name of the kept source.</param>
/// <param name="ETag">Version of the source.</param>
/// <param name="Uses">The settings that it made use of.</param>
public sealed record GoodVersion(PostMetadata Metadata, string Body, string Good, string ETag, RenderDependencies Uses);

/// <summary>What rendering the source at a path came to, kept in storage under its name.</summary>
/// <param name="SourceETag">Version of the source looked at.</param>
/// <param name="FirstSeen">When its blob was created.</param>
/// <param name="UploadedAt">When this version was uploaded; null where that is not known.</param>
/// <param name="Report">Name of the document with its problems; null where it has none.</param>
/// <param name="Errors">How many errors.</param>
/// <param name="Warnings">How many warnings and hints.</param>
/// <param name="Uses">The settings that it made use of.</param>
/// <param name="Site">The settings it was rendered under.</param>
/// <param name="Good">The version that can be online: this one, or the last good one rendered anew; null to leave what is online.</param>
public sealed record Rendering(
    string SourceETag,
    DateTimeOffset FirstSeen,
    DateTimeOffset? UploadedAt,
    string? Report,
    int Errors,
    int Warnings,
    RenderDependencies Uses,
    SiteRow Site,
    GoodVersion? Good
);

/// <summary>Who comes after a post on a slug that it leaves.</summary>
/// <param name="Row">The row of the post that moves up in the same commit; none where nobody does.</param>
/// <param name="Offered">
/// The slug, where somebody waits for it and does not move up with this commit: they are looked at next.
/// </param>
public readonly record struct NextInLine(Stored<PostRow> Row, string? Offered = null);

/// <summary>What a post that is gone leaves to the one that comes after it.</summary>
/// <param name="Slug">Where it stood.</param>
/// <param name="Left">What it left there.</param>
/// <param name="Version">The row that says so: only one post inherits.</param>
public sealed record Heritage(string Slug, LeftRow Left, RowVersion Version);

/// <summary>Who stands in a post's way to a slug, and who comes after it on the slug that it leaves.</summary>
/// <param name="Claim">The claim on the slug it wants.</param>
/// <param name="Holder">The row of the post that holds that slug, where it is another one.</param>
/// <param name="Next">Who comes after it on the slug it leaves.</param>
/// <param name="Displaces">Whether the holder gives way, its claim being provisional and its path sorting later.</param>
/// <param name="IsExpected">Whether the holder has no row yet, or has lost it, but still has its source.</param>
/// <param name="GoneHolder">
/// The post that holds the slug which this one waited for and gives up, where its file is gone: it is to be looked at first,
/// since this one takes its place.
/// </param>
/// <param name="Heritage">What a post that is gone leaves to this one, which took its place; null for nothing.</param>
public sealed record Neighbours(
    Stored<ClaimRow> Claim,
    Stored<PostRow> Holder,
    NextInLine Next,
    bool Displaces = false,
    bool IsExpected = false,
    string? GoneHolder = null,
    Heritage? Heritage = null
)
{
    /// <summary>Nobody is near.</summary>
    public static Neighbours None { get; } = new(default, default, default);

    /// <summary>Whether the holder's row says that it holds the slug; one that holds another slug by now holds nothing.</summary>
    public bool HolderHolds =>
        Holder.Value is { HoldsSlug: true, Metadata.Address: var held } && held == Claim.Value?.Address;

    /// <summary>Whether the slug is another post's.</summary>
    public bool AreInTheWay => (HolderHolds && !Displaces) || IsExpected;
}
