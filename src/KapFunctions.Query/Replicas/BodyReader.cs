using System.Collections.Concurrent;
using KapFunctions.Content.Posts;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Replicas;

/// <summary>Bodies from a bounded cache, else from storage, <see cref="MaxFetches"/> at a time, and each once for all single posts and
/// once for all lists that ask meanwhile: a single post goes before lists, and a list before the search.</summary>
public sealed class BodyReader : IDisposable
{
    private const int MaxFetches = 8;

    private readonly Func<string, CancellationToken, Task<PostBody?>> readBody;
    private readonly BodyCache cache;
    private readonly FetchQueue queue = new(MaxFetches);
    private readonly ConcurrentDictionary<(string, FetchPriority), Lazy<Task<PostBody?>>> fetches = new();

    /// <summary><paramref name="maxBytes"/> of the cache are compressed bytes.</summary>
    public BodyReader(string folder, long maxBytes, ReplicaSource source)
    {
        Directory.CreateDirectory(folder);
        readBody = source.ReadBody;
        cache = new BodyCache(Path.Combine(folder, $"bodies-{Guid.NewGuid():n}.db"), maxBytes);
    }

    /// <summary>The body that is online; null where there is none or storage misses it, which is a fault to repair.</summary>
    public Task<PostBody?> ReadAsync(PostRow post, CancellationToken cancellation) =>
        ReadAsync(post, FetchPriority.Post, cancellation);

    public async Task<IReadOnlyList<PostBody?>> ReadAsync(
        IReadOnlyList<PostRow> posts,
        CancellationToken cancellation
    ) => await Task.WhenAll(posts.Select(post => ReadAsync(post, FetchPriority.List, cancellation)));

    /// <summary>A body that was put just now will be read next, by readers and by the search.</summary>
    public void Keep(string name, PostBody body) => cache.Put(name, body);

    /// <summary>Without keeping it: for those that pass through all of them.</summary>
    internal async Task<PostBody?> PeekAsync(string name, CancellationToken cancellation) =>
        cache.Find(name) ?? await FetchAsync(name, FetchPriority.Search, cancellation);

    public void Dispose() => cache.Dispose();

    private async Task<PostBody?> ReadAsync(PostRow post, FetchPriority priority, CancellationToken cancellation) =>
        post.Body is { } name ? cache.Find(name) ?? await FetchOnceAsync(name, priority).WaitAsync(cancellation) : null;

    /// <summary>One fetch for all who ask: none of them may cancel it for the others.</summary>
    private Task<PostBody?> FetchOnceAsync(string name, FetchPriority priority) =>
        fetches
            .GetOrAdd(
                (name, priority),
                fetch => new Lazy<Task<PostBody?>>(() => Task.Run(() => FetchAndKeepAsync(fetch)))
            )
            .Value;

    private async Task<PostBody?> FetchAndKeepAsync((string Name, FetchPriority Priority) fetch)
    {
        try
        {
            var body = await FetchAsync(fetch.Name, fetch.Priority, CancellationToken.None);
            if (body is not null)
            {
                cache.Put(fetch.Name, body);
            }

            return body;
        }
        finally
        {
            fetches.TryRemove(fetch, out _);
        }
    }

    private async Task<PostBody?> FetchAsync(string name, FetchPriority priority, CancellationToken cancellation)
    {
        await queue.EnterAsync(priority, cancellation);
        try
        {
            // Who waited for a turn may find that a reader of the other kind has fetched it.
            return cache.Find(name) ?? await readBody(name, cancellation);
        }
        finally
        {
            queue.Release();
        }
    }
}
