using System.Collections.Concurrent;
using KapFunctions.Cli.Terminal;
using KapFunctions.Content;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;

namespace KapFunctions.Cli.Checking;

/// <summary>What this program's rules would make of the site before it is upgraded. Each version that is online is rendered from
/// its kept source, as the upgrade will do; it may be older than the file. Nothing is written.</summary>
internal sealed class OnlineCheck(StorageClients storage, Surroundings around, Screen screen)
{
    private const int Parallelism = 8;

    private readonly IndexReader index = new(storage);
    private readonly RenderedStore rendered = new(storage);

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (await index.ReadHeadAsync(cancellation) is null)
        {
            throw new UsageException("No site has used this storage account yet. Name the site's.");
        }
        var settings = ((await index.ReadSiteAsync(cancellation)).Value ?? new()).Settings.Rendering;
        var (now, looked) = (around.Clock.GetUtcNow(), 0);
        var withdrawn = new ConcurrentBag<Judged>();
        await Parallel.ForEachAsync(
            index.ReadRowsAsync(cancellation).OfType<PostRow>().Where(row => row.IsVisible(now)),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation },
            async (row, token) =>
            {
                Interlocked.Increment(ref looked);
                if (await JudgeAsync(row, settings, now, token) is { } judged)
                {
                    withdrawn.Add(judged);
                }
            }
        );
        Report(withdrawn.OrderBy(judged => judged.Path, StringComparer.Ordinal), looked);
        return withdrawn.IsEmpty ? ExitCodes.Well : ExitCodes.Mend;
    }

    /// <summary>Null where readers would go on seeing the post.</summary>
    private async Task<Judged?> JudgeAsync(
        PostRow row,
        RenderSettings settings,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (row.Good is not { } good || await rendered.ReadGoodAsync(good, cancellation) is not { } bytes)
        {
            // The upgrade cannot render it either, and leaves it as it is.
            return null;
        }
        var result = PostRenderer.Render(new(row.Path, bytes), settings);
        // One with an error stays online as it was; only what is kept back goes.
        var staysOnline = result.Post is { } post
            ? (row with { State = StateOf(post), Metadata = post.Metadata }).IsVisible(now)
            : !result.Withdraws;
        return staysOnline ? null : new(row.Path, result.Problems);
    }

    private static PostState StateOf(RenderedPost post) => post.Metadata.Draft ? PostState.Draft : PostState.Published;

    private void Report(IEnumerable<Judged> withdrawn, int looked)
    {
        var count = 0;
        foreach (var (path, problems) in withdrawn)
        {
            count++;
            screen.Line($"{Screen.Plain(path)}: [red]would be taken down[/]");
            foreach (var problem in problems.Where(problem => problem.Severity != Severity.Hint))
            {
                TextReport.Write(path, problem, screen);
            }
        }
        screen.Line($"{Screen.Count(looked, "post")} online: an upgrade to this version would take {count} down");
    }

    private sealed record Judged(string Path, IReadOnlyList<Problem> Problems);
}
