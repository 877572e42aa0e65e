using KapFunctions.Content.Posts;
using KapFunctions.Query.Posts;
using KapFunctions.Storage.Index;

namespace KapFunctions.Site;

/// <summary>What the page of a post shows, beside it what the site has: for readers, and for who previews it.</summary>
internal static class PostPages
{
    private const int RecentPosts = 3;

    public static Dictionary<string, object?> Of(PageVisit visit, PostRow post, PostBody body)
    {
        var recent = visit
            .View.Browse(visit.Posts() with { Limit = RecentPosts + 1 })
            .Posts.Where(other => other.Path != post.Path)
            .Take(RecentPosts);
        visit.Versions.AreOfPost(post);
        var page = visit.Model.Post(post, body, [.. recent]);
        if (post.Metadata!.Kind == PostKind.Page)
        {
            AddParts(visit, page);
        }

        return page;
    }

    /// <summary>The newest post that stands out; null for none.</summary>
    public static PostRow? Featured(PageVisit visit) =>
        visit.View.Browse(visit.Posts("featured:true") with { Limit = 1 }) is { Posts: [var newest] } ? newest : null;

    // Who asks for a post that stands out and has none gets the newest; it does not stand among the latest again.
    public static void AddParts(PageVisit visit, Dictionary<string, object?> page)
    {
        var latest = visit.View.Browse(visit.Posts() with { Limit = PageModels.MaxLatest + 1 }).Posts;
        var featured = Featured(visit) ?? (latest.Count > 0 ? latest[0] : null);
        visit.Model.AddParts(page, featured, latest);
    }
}
