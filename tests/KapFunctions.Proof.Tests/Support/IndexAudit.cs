using System.Text;
using Azure.Data.Tables;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;

namespace KapFunctions.Proof.Tests.Support;

/// <summary>
/// What must hold of an index whatever happened: contiguous log, a replay of it that gives the rows, one claim for each
/// slug held, one waiting row for each slug wanted, every body and good source in place.
/// </summary>
internal static class IndexAudit
{
    /// <summary>Checks the index; returns the rows of its posts by path.</summary>
    public static async Task<Dictionary<string, PostRow>> CheckAsync(Instance instance, bool replays = true)
    {
        var head = await instance.Index.ReadHeadAsync(default);
        Assert.NotNull(head);
        var log = await instance.Index.ReadLogAsync(head.Epoch, after: 0, default).ToListAsync();
        Assert.Equal(Enumerable.Range(1, (int)head.Sequence), log.Select(entry => (int)entry.Sequence));
        var rows = await instance.Index.ReadRowsAsync(default).ToListAsync();
        if (replays)
        {
            Assert.Equal(Texts(rows), Texts(Replayed(log)));
        }

        var posts = rows.OfType<PostRow>().ToDictionary(post => post.Path);
        await CheckClaimsAsync(instance, posts.Values);
        await CheckBlobsAsync(instance, posts.Values);
        return posts;
    }

    private static Dictionary<string, IndexRow>.ValueCollection Replayed(IEnumerable<LogEntry> log)
    {
        var rows = new Dictionary<string, IndexRow>();
        foreach (var change in log.SelectMany(entry => entry.Rows))
        {
            if (change.Row is { } row)
            {
                rows[change.Key] = row;
            }
            else
            {
                rows.Remove(change.Key);
            }
        }

        return rows.Values;
    }

    private static IEnumerable<string> Texts(IEnumerable<IndexRow> rows) =>
        rows.Select(row => Encoding.UTF8.GetString(IndexRows.Write(row))).Order(StringComparer.Ordinal);

    private static async Task CheckClaimsAsync(Instance instance, IEnumerable<PostRow> posts)
    {
        var keys = new List<string>();
        await foreach (
            var entity in instance.Storage.Index.QueryAsync<TableEntity>(select: ["RowKey", nameof(LeftRow)])
        )
        {
            // What a post that is gone left is no claim: nobody has the address.
            if (entity[nameof(LeftRow)] is null)
            {
                keys.Add(entity.RowKey);
            }
        }

        Assert.Equal(
            posts.Where(post => post.HoldsSlug).Select(post => IndexKeys.Claim(post.Metadata!.Slug)).Order(),
            keys.Where(key => key.StartsWith("claim:", StringComparison.Ordinal)).Order()
        );
        Assert.Equal(
            posts
                .Where(post => post.WantedSlug is not null)
                .Select(post => IndexKeys.Waiting(post.WantedSlug!, post.Path))
                .Order(),
            keys.Where(key => key.StartsWith("waiting:", StringComparison.Ordinal)).Order()
        );
        foreach (var holder in posts.Where(post => post.HoldsSlug))
        {
            var claim = await instance.Index.ReadClaimAsync(holder.Metadata!.Slug, default);
            Assert.Equal(holder.Path, claim.Value?.Path);
        }
    }

    private static async Task CheckBlobsAsync(Instance instance, IEnumerable<PostRow> posts)
    {
        var kept = await instance.Get<RenderedStore>().ReadNamesAsync(default);
        foreach (var name in posts.SelectMany(post => new[] { post.Body, post.Good, post.Report }).OfType<string>())
        {
            Assert.True(kept.Contains(name), $"{name} is missing");
        }
    }
}
