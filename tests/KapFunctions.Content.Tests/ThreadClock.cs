using System.Diagnostics;
using System.Globalization;

namespace KapFunctions.Content.Tests;

/// <summary>
/// How long this thread has worked. A wall clock would also count its neighbours' work, and on a busy machine the test would
/// fail by chance. Only Linux tells; elsewhere it is the wall clock after all.
/// </summary>
internal readonly struct ThreadClock
{
    // https://docs.kernel.org/scheduler/sched-stats.html#proc-pid-schedstat
    private const string Statistics = "/proc/thread-self/schedstat";

    private readonly TimeSpan start;

    private ThreadClock(TimeSpan start) => this.start = start;

    public static ThreadClock Start() => new(Now());

    public TimeSpan Elapsed => Now() - start;

    private static TimeSpan Now() =>
        File.Exists(Statistics)
            ? TimeSpan.FromMicroseconds(
                long.Parse(File.ReadAllText(Statistics).Split(' ')[0], CultureInfo.InvariantCulture) / 1000.0
            )
            : Stopwatch.GetElapsedTime(0);
}
