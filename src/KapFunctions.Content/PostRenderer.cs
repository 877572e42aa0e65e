namespace KapFunctions.Content;

/// <summary>Turns a source file into a post or problems: pure, thread-safe, the same everywhere.</summary>
public static class PostRenderer
{
    /// <summary>Grows whenever the same source would give another body or other metadata.</summary>
    public const int Version = 1;

    /// <summary>Largest source, in bytes.</summary>
    public const int MaxSourceBytes = 1 << 20;

    /// <summary>Renders <paramref name="source"/>, whose path is a post's or a page's.</summary>
    public static RenderResult Render(SourceFile source, RenderSettings settings) =>
        new(
            new(
                new PostMetadata
                {
                    Title = source.Path,
                    Slug = System.IO.Path.GetFileNameWithoutExtension(source.Path),
                },
                new PostBody { Html = "" }
            ),
            []
        );
}
