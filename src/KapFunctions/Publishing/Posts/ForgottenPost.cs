using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Posts;

/// <summary>Decides what is written where there is neither a file nor a row that can be read: pure.</summary>
internal static class ForgottenPost
{
    /// <summary>Whoever still publishes what was read of the file is made to start over, and what history kept of it is
    /// not to come back.</summary>
    public static IndexCommit CommitFor(string path, Stored<PostRow> row, DateTimeOffset now)
    {
        var commit = new IndexCommit();
        commit.RemoveKept(path);
        if (row.ETag is { } version)
        {
            // Nobody can read what it said, but who follows the log may have shown it until now.
            commit.RemovePost(path, version);
            commit.Log(ChangeKind.Internal, now, path, id: null, slug: null, new RowChange(IndexKeys.Post(path), null));
        }

        return commit;
    }
}
