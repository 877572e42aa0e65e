namespace KapFunctions.Content.Sources;

/// <summary><paramref name="Path"/> is in the content container, with forward slashes: <c>posts/2024/hello.md</c>; the bytes are untouched.</summary>
public sealed record SourceFile(string Path, ReadOnlyMemory<byte> Bytes);
