using System.Collections.Concurrent;

namespace KapFunctions.Benchmarks.Trust;

/// <summary>What was promised and did not hold, and so the exit code.</summary>
internal sealed class Findings
{
    private const int Shown = 20;

    private readonly ConcurrentQueue<string> all = new();

    public int Count => all.Count;

    public void Add(string what)
    {
        all.Enqueue(what);
        if (all.Count <= Shown)
        {
            Console.WriteLine($"VIOLATION {what}");
        }
    }

    public void Unless(bool holds, string what)
    {
        if (!holds)
        {
            Add(what);
        }
    }

    public int Report(string what)
    {
        Console.WriteLine($"{what}: {all.Count} violations");
        return all.IsEmpty ? 0 : 1;
    }
}
