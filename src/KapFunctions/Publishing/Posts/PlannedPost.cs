using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Posts;

/// <summary>What a publish writes.</summary>
/// <param name="Commit">All of it, in one transaction.</param>
/// <param name="Row">The post's row in it.</param>
public sealed record PlannedPost(IndexCommit Commit, PostRow Row);
