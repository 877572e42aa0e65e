using KapFunctions.Content.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Queues;

namespace KapFunctions.Reading;

/// <summary>A body that storage has lost is asked to be rendered again, and never answered wrongly.</summary>
public sealed class Bodies(BodyReader reader, ContentEvents events)
{
    /// <exception cref="MissingBodyException">Storage has lost it; its repair is under way.</exception>
    public async Task<PostBody> ReadAsync(PostRow post, CancellationToken cancellation) =>
        await reader.ReadAsync(post, cancellation) ?? throw await AskForRepairAsync(post, cancellation);

    /// <summary>As a list: single posts that are asked for meanwhile come first.</summary>
    /// <exception cref="MissingBodyException">Storage has lost one; its repair is under way.</exception>
    public async Task<PostBody[]> ReadAllAsync(IReadOnlyList<PostRow> posts, CancellationToken cancellation)
    {
        if (posts is [var only])
        {
            return [await ReadAsync(only, cancellation)];
        }

        var read = await reader.ReadAsync(posts, cancellation);
        foreach (var (post, _) in posts.Zip(read).Where(pair => pair.Second is null))
        {
            throw await AskForRepairAsync(post, cancellation);
        }

        return [.. read.OfType<PostBody>()];
    }

    private async Task<MissingBodyException> AskForRepairAsync(PostRow post, CancellationToken cancellation)
    {
        await events.SendLookAtAsync(post.Path, cancellation);
        return new(post.Path);
    }
}

/// <summary>A body that the index names is not in storage: 503, never a wrong answer.</summary>
internal sealed class MissingBodyException(string path)
    : Exception($"The body of {path} is missing from storage; it is being rendered again.");
