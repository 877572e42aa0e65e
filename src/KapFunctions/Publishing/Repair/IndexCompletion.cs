using KapFunctions.Content.Posts;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Files;
using KapFunctions.Publishing.Posts;
using KapFunctions.Storage.Index;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Publishing.Repair;

/// <summary>Begins the first reconcile of an index, and ends it when every source has been looked at: what could not be
/// told before is settled, and from then on fresh instances serve what the index says.</summary>
public sealed class IndexCompletion(
    IndexReader index,
    IndexWriter writer,
    Publisher publisher,
    TimeProvider clock,
    ILogger<IndexCompletion> log
)
{
    /// <summary>Brings the history back before any file is looked at.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        if (await index.ReadHeadAsync(cancellation) is null or { Restoring: true })
        {
            await writer.CommitAsync(new(), cancellation);
        }
    }

    /// <summary>False where something failed; the index is not complete yet then.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        if (await index.ReadHeadAsync(cancellation) is { Complete: true })
        {
            return true;
        }

        var (held, waiting) = await ReadRowsAsync(cancellation);
        // Who waits for a post that had no row yet, and that took another slug when it got one.
        if ((await publisher.LookAtAllAsync(waiting, LookReason.Changed, cancellation)).Failed > 0)
        {
            return false;
        }

        await foreach (var claim in index.ReadClaimsAsync(cancellation))
        {
            if (!held.Contains((claim.Value!.Path, claim.Value.Address)))
            {
                await SettleAsync(claim, cancellation);
            }
        }

        await writer.CommitAsync(new() { CompletesIndex = true }, cancellation);
        log.LogInformation("The index is complete");
        return true;
    }

    private async Task<(HashSet<(string Path, string Slug)> Held, List<string> Waiting)> ReadRowsAsync(
        CancellationToken cancellation
    )
    {
        var held = new HashSet<(string, string)>();
        var waiting = new List<string>();
        await foreach (var post in index.ReadRowsAsync(cancellation).OfType<PostRow>().WithCancellation(cancellation))
        {
            if (post is { HoldsSlug: true, Metadata.Address: var slug })
            {
                held.Add((post.Path, slug));
            }

            if (post.WantedSlug is not null)
            {
                waiting.Add(post.Path);
            }
        }

        return (held, waiting);
    }

    private async Task SettleAsync(Stored<ClaimRow> claim, CancellationToken cancellation)
    {
        var (slug, path) = (claim.Value!.Address, claim.Value.Path);
        var (holder, _, isNewer) = await index.ReadPostAsync(path, cancellation);
        if (isNewer || (holder is { HoldsSlug: true, Metadata.Address: var held } && held == slug))
        {
            return;
        }

        var identity = (await index.ReadHistoryOfAsync(path, cancellation)).Identity.Value;
        var id = holder?.Id ?? identity?.Id ?? PostIdentity.FromPath(path);
        // Where it does not hold, somebody took the claim meanwhile.
        await writer.CommitAsync(
            PostPlan.ForOrphan(claim.Value, claim.ETag!.Value, id, clock.GetUtcNow()),
            cancellation
        );
    }
}
