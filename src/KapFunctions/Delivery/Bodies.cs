using KapFunctions.Content;
using KapFunctions.Storage;
using KapFunctions.Storage.Index;

namespace KapFunctions.Delivery;

/// <summary>Bodies of posts: from the replica where it has them, else once from storage.</summary>
public sealed class Bodies(RenderedStore rendered, ContentEvents events)
{
    /// <summary>Bodies fetched at once for one list.</summary>
    private const int Parallelism = 8;

    /// <summary>The body of a visible post.</summary>
    /// <exception cref="MissingBodyException">Storage has lost it; its repair is under way.</exception>
    public async Task<PostBody> ReadAsync(PostRow post, CancellationToken cancellation)
    {
        if (await rendered.ReadBodyAsync(post.Body!, cancellation) is not { } body)
        {
            await events.SendLookAtAsync(post.Path, cancellation);
            throw new MissingBodyException(post.Path);
        }

        return body;
    }

    /// <summary>The bodies of a list, in its order.</summary>
    public async Task<PostBody[]> ReadAllAsync(IReadOnlyList<PostRow> posts, CancellationToken cancellation)
    {
        var bodies = new PostBody[posts.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForAsync(
            0,
            posts.Count,
            options,
            async (i, token) => bodies[i] = await ReadAsync(posts[i], token)
        );
        return bodies;
    }
}

/// <summary>A body that the index names is not in storage: 503, never a wrong answer.</summary>
public sealed class MissingBodyException(string path)
    : Exception($"The body of {path} is missing from storage; it is being rendered again.");
