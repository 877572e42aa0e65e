namespace KapFunctions.Content.Sources;

/// <summary><paramref name="Path"/> is in the content container, with forward slashes: <c>posts/2024/hello.md</c>; the bytes are untouched.</summary>
public sealed record SourceFile(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>In bytes, of a file of which only the beginning was read; else null.</summary>
    public long? Size { get; init; }
}
