using KapFunctions.Content.Problems;
using KapFunctions.Editor.Posts;

namespace KapFunctions.Editor.Files;

/// <summary>What became of a file that an editor wrote. <c>Etag</c> is null after a deletion; <c>Post</c> is null for
/// other files, and while the index is being loaded.</summary>
internal sealed record EditedFile(string Path, string? Etag, PostSummary? Post, IReadOnlyList<Problem> Problems);
