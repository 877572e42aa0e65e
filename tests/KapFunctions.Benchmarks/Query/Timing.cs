using System.Diagnostics;
using System.Globalization;

namespace KapFunctions.Benchmarks.Query;

/// <summary>Times a question asked many times, never the same one twice, and prints its median, p99 and worst.</summary>
internal static class Timing
{
    public static void Print(string what, double barMilliseconds, int times, Action<int> ask)
    {
        for (var warm = 0; warm < 20; warm++)
        {
            ask(-1 - warm);
        }

        var milliseconds = new double[times];
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            ask(i);
            milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(milliseconds);
        var p99 = milliseconds[(int)(times * 0.99)];
        Line(
            what,
            $"{milliseconds[times / 2], 8:F2} ms {p99, 8:F2} ms {milliseconds[^1], 8:F2} ms",
            $"{barMilliseconds, 5} ms",
            p99 <= barMilliseconds
        );
        Note(what, p99, barMilliseconds);
    }

    /// <summary>For programs: in the file that <c>KAP_MEASURED</c> names, where it is set.</summary>
    private static void Note(string what, double p99, double bar)
    {
        if (Environment.GetEnvironmentVariable("KAP_MEASURED") is { Length: > 0 } file)
        {
            File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture, $"{what}\t{p99}\t{bar}\n"));
        }
    }

    public static void Line(string what, string measured, string bar, bool met) =>
        Console.WriteLine($"{what, -58} {measured, 35} {bar, 9} {(met ? "ok" : "MISSED")}");
}
