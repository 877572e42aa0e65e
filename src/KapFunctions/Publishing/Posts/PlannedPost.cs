using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Posts;

internal sealed record PlannedPost(IndexCommit Commit, PostRow Row);
