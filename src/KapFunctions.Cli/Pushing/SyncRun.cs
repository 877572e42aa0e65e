using KapFunctions.Cli.Terminal;
using KapFunctions.Content.Settings;

namespace KapFunctions.Cli.Pushing;

internal sealed class SyncRun(SyncState known, Screen screen, bool isDryRun)
{
    private const int MaxParallel = 8;

    private readonly Dictionary<SyncKind, int> done = [];

    /// <summary><paramref name="carryOut"/> gives back the step as it went, which may differ from the plan.</summary>
    public async Task<int> RunAsync(
        IReadOnlyList<SyncStep> steps,
        Func<SyncStep, CancellationToken, Task<SyncStep>> carryOut,
        CancellationToken cancellation
    )
    {
        foreach (var step in steps.Where(step => step.Kind == SyncKind.Same))
        {
            known.Put(step.Path, step.ETag!, step.Local!.Hash);
        }
        var work = steps.Where(step => step.Kind is not (SyncKind.Same or SyncKind.Keep)).ToList();
        var finished = steps.Except(work).ToList();
        if (isDryRun)
        {
            finished.AddRange(work);
        }
        else
        {
            try
            {
                await screen.WithProgressAsync(
                    work.Count,
                    advance => CarryOutAsync(work, finished, carryOut, advance, cancellation)
                );
            }
            finally
            {
                // What was done before a failure is remembered, too.
                known.Save();
            }
        }
        foreach (var step in finished.OrderBy(step => step.Path, StringComparer.Ordinal))
        {
            Tell(step);
        }
        TellSum();
        return done.ContainsKey(SyncKind.Keep) ? ExitCodes.Mend : ExitCodes.Well;
    }

    private static async Task CarryOutAsync(
        List<SyncStep> work,
        List<SyncStep> finished,
        Func<SyncStep, CancellationToken, Task<SyncStep>> carryOut,
        Action advance,
        CancellationToken cancellation
    )
    {
        // The site's settings go alone and first, and deletions last, so that a file which moved is never away.
        foreach (var wave in work.GroupBy(WaveOf).OrderBy(wave => wave.Key))
        {
            await Parallel.ForEachAsync(
                wave,
                new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = cancellation },
                async (step, token) =>
                {
                    var outcome = await carryOut(step, token);
                    lock (finished)
                    {
                        finished.Add(outcome);
                        advance();
                    }
                }
            );
        }
    }

    private static int WaveOf(SyncStep step) =>
        step.Kind == SyncKind.Delete ? 2
        : step.Path == SiteSettings.Path ? 0
        : 1;

    private void Tell(SyncStep step)
    {
        done[step.Kind] = done.GetValueOrDefault(step.Kind) + 1;
        var path = Screen.Plain(step.Path);
        switch (step.Kind)
        {
            case SyncKind.Upload:
                screen.Line($"[green]up  [/] {path}");
                break;
            case SyncKind.Download:
                screen.Line($"[green]down[/] {path}");
                break;
            case SyncKind.Delete:
                screen.Line($"[red]del [/] {path}");
                break;
            case SyncKind.Keep:
                screen.Line($"[yellow]kept[/] {path} {step.Reason}");
                break;
        }
    }

    private void TellSum()
    {
        var parts = new (SyncKind Kind, string Verb)[]
        {
            (SyncKind.Upload, "uploaded"),
            (SyncKind.Download, "downloaded"),
            (SyncKind.Delete, "deleted"),
            (SyncKind.Keep, "kept"),
            (SyncKind.Same, "unchanged"),
        };
        var sum = string.Join(", ", parts.Where(p => done.ContainsKey(p.Kind)).Select(p => $"{done[p.Kind]} {p.Verb}"));
        screen.Line((sum.Length > 0 ? sum : "nothing to do") + (isDryRun ? " (dry run: nothing was changed)" : ""));
    }
}
