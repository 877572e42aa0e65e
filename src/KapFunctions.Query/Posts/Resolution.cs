using KapFunctions.Content.Posts;
using KapFunctions.Content.Text;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Posts;

public abstract record Resolution
{
    private Resolution() { }

    public sealed record Live(PostRow Post) : Resolution;

    /// <summary>From an old address; the post now has <paramref name="Slug"/>.</summary>
    public sealed record Redirect(PostKind Kind, string Slug) : Resolution;

    /// <summary>A post was here and was deleted.</summary>
    public sealed record Gone : Resolution;

    public sealed record NotFound : Resolution;
}

/// <summary><paramref name="Fragment"/> begins with its <c>#</c>, or is empty.</summary>
public sealed record Target(PostKind Kind, string Slug, string Fragment);
