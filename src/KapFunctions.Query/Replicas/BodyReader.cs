using System.Collections.Concurrent;
using KapFunctions.Content.Posts;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Replicas;

/// <summary>Bodies from a bounded cache, else from storage, <see cref="MaxFetches"/> at a time and each once, however many ask.</summary>
public sealed class BodyReader : IDisposable
{
    private const int MaxFetches = 8;

    private readonly Func<string, CancellationToken, Task<PostBody?>> readBody;
    private readonly BodyCache cache;
    private readonly SemaphoreSlim fetching = new(MaxFetches);
    private readonly ConcurrentDictionary<string, Lazy<Task<PostBody?>>> fetches = new();

    /// <summary><paramref name="maxBytes"/> of the cache are compressed bytes.</summary>
    public BodyReader(string folder, long maxBytes, ReplicaSource source)
    {
        Directory.CreateDirectory(folder);
        readBody = source.ReadBody;
        cache = new BodyCache(Path.Combine(folder, $"bodies-{Guid.NewGuid():n}.db"), maxBytes);
    }

    /// <summary>The body that is online; null where there is none or storage misses it, which is a fault to repair.</summary>
    public async Task<PostBody?> ReadAsync(PostRow post, CancellationToken cancellation) =>
        post.Body is { } name ? cache.Find(name) ?? await FetchOnceAsync(name).WaitAsync(cancellation) : null;

    public async Task<IReadOnlyList<PostBody?>> ReadAsync(
        IReadOnlyList<PostRow> posts,
        CancellationToken cancellation
    ) => await Task.WhenAll(posts.Select(post => ReadAsync(post, cancellation)));

    /// <summary>A body that was put just now will be read next, by readers and by the search.</summary>
    public void Keep(string name, PostBody body) => cache.Put(name, body);

    /// <summary>Without keeping it: for those that pass through all of them.</summary>
    internal async Task<PostBody?> PeekAsync(string name, CancellationToken cancellation)
    {
        if (cache.Find(name) is { } kept)
        {
            return kept;
        }

        await fetching.WaitAsync(cancellation);
        try
        {
            return await readBody(name, cancellation);
        }
        finally
        {
            fetching.Release();
        }
    }

    public void Dispose()
    {
        cache.Dispose();
        fetching.Dispose();
    }

    /// <summary>One fetch for all who ask: none of them may cancel it for the others.</summary>
    private Task<PostBody?> FetchOnceAsync(string name) =>
        fetches.GetOrAdd(name, _ => new Lazy<Task<PostBody?>>(() => Task.Run(() => FetchAsync(name)))).Value;

    private async Task<PostBody?> FetchAsync(string name)
    {
        try
        {
            var body = await PeekAsync(name, CancellationToken.None);
            if (body is not null)
            {
                cache.Put(name, body);
            }

            return body;
        }
        finally
        {
            fetches.TryRemove(name, out _);
        }
    }
}
