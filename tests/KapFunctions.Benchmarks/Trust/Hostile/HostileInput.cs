namespace KapFunctions.Benchmarks.Trust.Hostile;

/// <summary>A file that somebody made to do harm. The same seed and number make the same.</summary>
/// <param name="Kind">What of the site it is meant for.</param>
/// <param name="Number">Of its kind.</param>
/// <param name="Path">Where it goes; few of each kind stand there at a time.</param>
/// <param name="Bytes">What is in it.</param>
internal sealed record HostileInput(string Kind, int Number, string Path, byte[] Bytes)
{
    private const int Kept = 20;

    public static readonly IReadOnlyList<Func<Dice, int, HostileInput>> Kinds =
    [
        (dice, number) => new("post", number, $"posts/hostile-{number % Kept}.md", HostilePosts.Make(dice)),
        (dice, number) =>
        {
            var (path, bytes) = HostileTemplates.Make(dice);
            return new("template", number, path, bytes);
        },
        (dice, number) =>
        {
            var (ending, bytes) = HostilePictures.Make(dice);
            return new("picture", number, $"media/hostile-{number % Kept}.{ending}", bytes);
        },
        (dice, number) => new("site.yaml", number, "site.yaml", HostileSites.Make(dice)),
    ];

    public static IEnumerable<HostileInput> All(int seed, int count) =>
        from number in Enumerable.Range(0, count)
        from kind in Enumerable.Range(0, Kinds.Count)
        select Kinds[kind](Dice.Of(seed, kind, number), number);

    /// <summary>Kept for whoever looks at what it did.</summary>
    public string Keep()
    {
        var folder = Directory.CreateDirectory(System.IO.Path.Combine("artifacts", "trust", "hostile")).FullName;
        var file = System.IO.Path.Combine(folder, $"{Kind}-{Number}{System.IO.Path.GetExtension(Path)}");
        File.WriteAllBytes(file, Bytes);
        return file;
    }
}
