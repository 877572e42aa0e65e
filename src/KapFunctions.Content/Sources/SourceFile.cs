namespace KapFunctions.Content.Sources;

/// <summary>One file as an editor uploaded it.</summary>
/// <param name="Path">Its path in the content container, with forward slashes: <c>posts/2024/hello.md</c>.</param>
/// <param name="Bytes">Its bytes, untouched: decoding them is part of rendering.</param>
public sealed record SourceFile(string Path, ReadOnlyMemory<byte> Bytes);
