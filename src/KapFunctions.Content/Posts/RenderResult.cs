using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;

namespace KapFunctions.Content.Posts;

/// <summary>A file that can be published.</summary>
public sealed record RenderedPost(PostMetadata Metadata, PostBody Body);

/// <summary>What rendering a file came to. Any bytes at all give one of these, never an exception.</summary>
/// <param name="Post">
/// The post; null where an error keeps it from being published. What is kept back as a draft is not, so it is here whatever
/// its errors.
/// </param>
/// <param name="Problems">What the author should know, at most <see cref="ProblemLog.MaxProblems"/>, in the order of the lines.</param>
public sealed record RenderResult(RenderedPost? Post, IReadOnlyList<Problem> Problems)
{
    /// <summary>The settings that the file made use of.</summary>
    public RenderDependencies Uses { get; init; }

    /// <summary>
    /// Whether a file without a post says, clearly or in doubt, that readers are to see nothing of it: then what is online
    /// of it goes, where any other error leaves it there.
    /// </summary>
    public bool Withdraws { get; init; }
}
