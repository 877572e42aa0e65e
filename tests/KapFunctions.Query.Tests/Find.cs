using KapFunctions.Query.Nql;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;

namespace KapFunctions.Query.Tests;

/// <summary>Asks a view and answers slugs.</summary>
internal static class Find
{
    public static List<string> Slugs(View view, string? filter, string? order = null)
    {
        var page = view.Browse(
            new PostQuery
            {
                Filter = filter is null ? null : Filter(filter),
                Order = order,
                Limit = null,
            }
        );
        Assert.Equal(page.Total, page.Posts.Count);
        return [.. page.Posts.Select(post => post.Metadata!.Slug)];
    }

    public static NqlFilter Filter(string text)
    {
        var (filter, error) = NqlFilter.ParsePosts(text);
        Assert.True(error is null, $"{text}: {error}");
        return filter!;
    }
}
