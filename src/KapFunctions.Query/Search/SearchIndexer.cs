using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Search;

/// <summary>Adds what is missing to the search. It needs the bodies, so it runs after each refresh and comes later than the posts.</summary>
public sealed class SearchIndexer(Replica replica, BodyReader bodies)
{
    private const int Batch = 64;

    private int? complete;

    /// <summary>Whether every post with a body could be found when it last ran to its end.</summary>
    public bool IsReady => complete is not null;

    /// <summary>How many posts have no text, because storage misses their bodies.</summary>
    public async Task<int> IndexAsync(CancellationToken cancellation)
    {
        if (replica.Position is null)
        {
            return 0;
        }

        var (loads, changed) = (replica.Loads, Drain());
        try
        {
            var missing =
                loads == complete
                    ? await AddAsync(changed, ReadChanged, cancellation)
                    : await AddAllAsync(cancellation);
            complete = loads;
            return missing;
        }
        catch
        {
            changed.ForEach(replica.Changed.Enqueue);
            throw;
        }
    }

    private List<string> Drain()
    {
        var changed = new List<string>();
        while (replica.Changed.TryDequeue(out var path))
        {
            changed.Add(path);
        }

        return changed;
    }

    private async Task<int> AddAllAsync(CancellationToken cancellation)
    {
        List<long> numbers;
        using (var view = replica.Read(DateTimeOffset.UnixEpoch))
        {
            numbers = view.WithoutText();
        }

        return await AddAsync(numbers, (view, some) => view.Posts(some), cancellation);
    }

    /// <summary>A row may change where its body did not, and then its text is there.</summary>
    private static List<PostRow> ReadChanged(View view, IEnumerable<string> paths) =>
        [.. paths.Select(view.SourceAt).OfType<PostRow>().Where(post => post.Body is { } body && !view.HasText(body))];

    private async Task<int> AddAsync<T>(
        IReadOnlyList<T> all,
        Func<View, IEnumerable<T>, List<PostRow>> read,
        CancellationToken cancellation
    )
    {
        var missing = 0;
        foreach (var batch in all.Chunk(Batch))
        {
            List<PostRow> posts;
            using (var view = replica.Read(DateTimeOffset.UnixEpoch))
            {
                posts = read(view, batch);
            }

            var online = posts.Where(post =>
                post is { State: PostState.Published, Body: not null, Metadata: not null }
            );
            var texts = await Task.WhenAll(online.Select(post => TextOfAsync(post, cancellation)));
            replica.Texts.Add([.. texts.OfType<SearchText>()]);
            missing += texts.Count(text => text is null);
        }

        return missing;
    }

    private async Task<SearchText?> TextOfAsync(PostRow post, CancellationToken cancellation) =>
        await bodies.PeekAsync(post.Body!, cancellation) is { } body
            ? new(
                TextFile.NumberOf(post.Body!),
                post.Metadata!.Title,
                string.Join(", ", post.Metadata.Tags.Select(tag => tag.Name)),
                body.PlainText
            )
            : null;
}
