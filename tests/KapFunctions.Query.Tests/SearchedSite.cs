using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Search;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;

namespace KapFunctions.Query.Tests;

/// <summary>A site whose texts can be searched: bodies lie in memory, as in storage.</summary>
internal sealed class SearchedSite : IDisposable
{
    private readonly Dictionary<string, string> texts = [];
    private readonly BodyReader bodies;

    public SearchedSite()
    {
        bodies = new BodyReader(
            Index.Folder,
            maxBytes: 2_000,
            new ReplicaSource
            {
                ReadHead = _ => Task.FromResult<Head?>(Index.Head),
                ReadRows = _ => Index.Rows.ToAsyncEnumerable(),
                ReadLog = (_, _, _) => Index.Log.ToAsyncEnumerable(),
                ReadBody = (name, _) =>
                    Task.FromResult(texts.TryGetValue(name, out var text) ? new PostBody { PlainText = text } : null),
            }
        );
        Indexer = new SearchIndexer(Index.Replica, bodies);
    }

    public TestIndex Index { get; } = new();

    public SearchIndexer Indexer { get; }

    public SiteSettings Settings { get; set; } = new();

    /// <summary>A body of that name.</summary>
    public void Put(string body, string text) => texts[body] = text;

    public async Task<View> ViewAsync(params IReadOnlyList<(string Slug, string Title, string Text)> posts)
    {
        Index.Commit([
            new SiteRow { Settings = Settings },
            .. posts.Select(IndexRow (post) => A.Post(post.Slug, one => one with { Title = post.Title })),
        ]);
        foreach (var (slug, _, text) in posts)
        {
            Put($"bodies/posts/{slug}.md", text);
        }

        await Index.LoadAsync();
        await Indexer.IndexAsync(default);
        return Index.Replica.Read(TestIndex.Noon);
    }

    /// <summary>Slugs of what is found, best first.</summary>
    public string Find(View view, string question) =>
        string.Join(' ', view.Search(new SearchQuery(question)).Hits.Select(hit => hit.Post.Metadata!.Slug));

    /// <summary>Another instance over the same account.</summary>
    public async Task<SearchedSite> FreshAsync()
    {
        var fresh = new SearchedSite();
        foreach (var (body, text) in texts)
        {
            fresh.Put(body, text);
        }

        await fresh.Index.Replica.LoadAsync(
            Index.Head,
            Index.Rows.ToAsyncEnumerable(),
            AsyncEnumerable.Empty<LogEntry>(),
            default
        );
        await fresh.Indexer.IndexAsync(default);
        return fresh;
    }

    public void Dispose()
    {
        bodies.Dispose();
        Index.Dispose();
    }
}
