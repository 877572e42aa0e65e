using System.Globalization;

namespace KapFunctions.Benchmarks.Trust.Hostile;

/// <summary>What became of the inputs of each kind.</summary>
internal sealed class HostileTable
{
    private readonly SortedDictionary<string, SortedDictionary<string, int>> outcomes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeSpan> longest = [];

    public void Add(string kind, string outcome)
    {
        if (!outcomes.TryGetValue(kind, out var counts))
        {
            outcomes[kind] = counts = new(StringComparer.Ordinal);
        }

        counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
    }

    /// <summary>The processor's time of one that nothing ran beside.</summary>
    public void Note(string kind, TimeSpan took) =>
        longest[kind] = longest.TryGetValue(kind, out var known) && known > took ? known : took;

    public void Write()
    {
        Console.WriteLine("| kind | inputs | what became of them | longest, of those tried alone |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var (kind, counts) in outcomes)
        {
            var time = longest.TryGetValue(kind, out var took)
                ? string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s")
                : "none was";
            Console.WriteLine(
                $"| {kind} | {counts.Values.Sum()} | {string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}"))} | {time} |"
            );
        }
    }
}
