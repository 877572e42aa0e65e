namespace KapFunctions.Content;

/// <summary>A file that can be published.</summary>
public sealed record RenderedPost(PostMetadata Metadata, PostBody Body);

/// <summary>What rendering a file came to. Any bytes at all give one of these, never an exception.</summary>
/// <param name="Post">The post; null where an error keeps it from being published.</param>
/// <param name="Problems">What the author should know, at most <see cref="MaxProblems"/>, in the order of the lines.</param>
public sealed record RenderResult(RenderedPost? Post, IReadOnlyList<Problem> Problems)
{
    /// <summary>The settings that the file made use of.</summary>
    public RenderDependencies Uses { get; init; }

    /// <summary>Problems listed a file; a last one counts those beyond.</summary>
    public const int MaxProblems = 50;
}
