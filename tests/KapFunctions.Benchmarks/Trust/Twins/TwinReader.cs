using System.Collections.Concurrent;
using System.Diagnostics;

namespace KapFunctions.Benchmarks.Trust.Twins;

/// <summary>Asks one instance for one text, or for the list of all, and judges the answer by what was known when it asked.</summary>
internal sealed class TwinReader(TwinSites sites, IReadOnlyList<TwinFile> files, Findings findings)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>So long a file may be gone that is edited in the very seconds of its move.</summary>
    private static readonly TimeSpan MostGone = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan OfAMove = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<(TwinFile File, int Instance), long> goneSince = [];
    private int answers;
    private int gone;

    public int Answers => answers;

    /// <summary>Answers that a file edited in its move was gone.</summary>
    public int Gone => gone;

    public async Task RunAsync(Random random, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var instance = random.Next(TwinSites.Count);
            var site = sites[instance];
            try
            {
                if (random.Next(10) == 0)
                {
                    await AskForListAsync(instance);
                }
                else
                {
                    await AskAsync(files[random.Next(files.Count)], instance, asPage: random.Next(3) == 0);
                }

                Interlocked.Increment(ref answers);
            }
            catch (Exception broken)
                when (broken
                        is HttpRequestException
                            or IOException
                            or ObjectDisposedException
                            or OperationCanceledException
                )
            {
                var isExcused = sites.IsAway(instance) || site != sites[instance];
                findings.Unless(isExcused, $"instance {instance} gave no answer: {broken.Message}");
                await Task.Delay(Pause, CancellationToken.None);
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private async Task AskAsync(TwinFile file, int instance, bool asPage)
    {
        var asked = Stopwatch.GetTimestamp();
        var before = file.ShownBy(instance);
        var address = file.Address(asPage);
        using var reply = await sites[instance].Public.GetAsync(address);
        var text = await reply.Content.ReadAsStringAsync();
        var status = (int)reply.StatusCode;
        var where = $"{address} of instance {instance}";
        if (status == 200)
        {
            goneSince.TryRemove((file, instance), out _);
            if (file.Fault(instance, before, text) is { } fault)
            {
                findings.Add($"{where}: {fault}");
            }
        }
        else if (status == 410 && file.ChangedInAMoveWithin(OfAMove))
        {
            Interlocked.Increment(ref gone);
            var since = goneSince.GetOrAdd((file, instance), asked);
            findings.Unless(
                !file.WasSettledSince(asked) || Stopwatch.GetElapsedTime(since) <= MostGone,
                $"{where}: gone for {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s in the middle of a move"
            );
        }
        else
        {
            findings.Unless(!file.WasSettledSince(asked), $"{where} answered {status}, where it exists");
            findings.Unless(status is 301 or 308 or 404 or 410 or 503, $"{where} answered {status}");
        }
    }

    private async Task AskForListAsync(int instance)
    {
        var asked = Stopwatch.GetTimestamp();
        using var reply = await sites[instance].Public.GetAsync("/api/posts?limit=all&fields=slug");
        var list = await reply.Content.ReadAsStringAsync();
        findings.Unless(
            (int)reply.StatusCode == 200,
            $"the list of instance {instance} answered {(int)reply.StatusCode}"
        );
        foreach (var file in files)
        {
            var isListed = file.IsMedia || list.Contains($"\"{file.Slug}\"", StringComparison.Ordinal);
            findings.Unless(
                isListed || file.ChangedInAMoveWithin(OfAMove) || !file.WasSettledSince(asked),
                $"{file.Slug} is missing in the list of instance {instance}"
            );
        }
    }
}
