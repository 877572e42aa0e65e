using KapFunctions.Content.Sources;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Files;
using KapFunctions.Publishing.Posts;

namespace KapFunctions.Publishing;

/// <summary>Gives a file to whoever publishes its kind; <c>site.yaml</c>, on which the others depend, is not among them.</summary>
public sealed class FilePublisher(PostPublisher posts, MediaPublisher media, ThemePublisher theme)
{
    private readonly PathTurns turns = new();

    /// <summary>Makes the index agree with the file at <paramref name="path"/>; one of another kind is done at once.</summary>
    /// <exception cref="PublishContentionException">Others kept changing the same row; the trigger tries again.</exception>
    public Task LookAtAsync(string path, Occasion occasion, CancellationToken cancellation)
    {
        Func<Task>? look = ContentPaths.KindOf(path) switch
        {
            ContentKind.Post or ContentKind.Page => () => posts.LookAtAsync(path, occasion, cancellation),
            ContentKind.Media => () => media.LookAtAsync(path, cancellation),
            ContentKind.Theme => () => theme.LookAtAsync(path, cancellation),
            _ => null,
        };
        return look is null ? Task.CompletedTask : turns.RunAsync(path, look, cancellation);
    }
}
