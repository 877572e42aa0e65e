using KapFunctions.Content.Posts;
using KapFunctions.Content.Text;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Posts;

/// <summary>What an address leads to.</summary>
public abstract record Resolution
{
    private Resolution() { }

    /// <summary>A visible post or page.</summary>
    public sealed record Live(PostRow Post) : Resolution;

    /// <summary>An old address of a visible post or page, which now has <paramref name="Slug"/>.</summary>
    public sealed record Redirect(PostKind Kind, string Slug) : Resolution;

    /// <summary>A post was here and was deleted.</summary>
    public sealed record Gone : Resolution;

    /// <summary>Nothing that readers may know of.</summary>
    public sealed record NotFound : Resolution;
}

/// <summary>Where a placeholder leads.</summary>
/// <param name="Kind">Whether a post's address or a page's.</param>
/// <param name="Slug">The visible post's slug.</param>
/// <param name="Fragment">The fragment with its <c>#</c>; empty for none.</param>
public sealed record Target(PostKind Kind, string Slug, string Fragment);
