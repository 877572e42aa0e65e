using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Posts;
using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Schedule;

/// <summary>Tells the log of boundaries of time, which need no event and no write to be seen by readers, but of which
/// followers of the log hear only from it. Several instances may do it at once: each boundary is told once, by a
/// conditional write. It asks to be called again at the next one.</summary>
public sealed class DueAnnouncer(IndexReader index, IndexWriter writer, FollowerSignal signal, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await foreach (var due in index.ReadDueAsync(now + FollowerSignal.Ahead, cancellation))
        {
            if (due.Value!.At > now)
            {
                await signal.SendAtFirstAsync([due.Value.At], cancellation);
                break;
            }

            var post = await index.ReadPostAsync(due.Value.Path, cancellation);
            // Where it does not hold, somebody else told of it, or changed the post; the next look sees.
            if (await writer.CommitAsync(PostPlan.ForBoundary(due, post, now), cancellation))
            {
                await signal.SendAsync(cancellation);
            }
        }
    }
}
