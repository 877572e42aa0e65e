namespace KapFunctions.Importing.Shared;

internal sealed class ImportReport
{
    /// <summary>Lines kept at all, so that a hostile export cannot fill memory.</summary>
    private const int MaxNotes = 20_000;

    /// <summary>Kinds of lost things that are counted by name; their names come from the export.</summary>
    private const int MaxKinds = 1_000;

    public const string FileName = "import-report.txt";

    private readonly List<string> results = [];
    private readonly List<string> notes = [];
    private readonly HashSet<string> known = [];
    private readonly Dictionary<string, int> lost = new(StringComparer.Ordinal);
    private int beyond;

    public int Posts { get; set; }

    public int Pages { get; set; }

    public int Drafts { get; set; }

    public int Media { get; set; }

    /// <summary>What it all came to; what was not carried over, by its kind and name, with how many of it there were; then every note.</summary>
    public IReadOnlyList<string> Notes =>
        [
            .. results,
            .. lost.OrderBy(kind => kind.Key, StringComparer.Ordinal)
                .Select(kind => $"not carried over: {kind.Value} × {kind.Key}"),
            .. notes,
            .. beyond > 0 ? [$"and {beyond} more"] : Array.Empty<string>(),
        ];

    public string Summary =>
        $"{Count(Posts, "post")}, {Count(Pages, "page")} ({Count(Drafts, "draft")} among them), {Count(Media, "media file")}";

    /// <summary>What a move came to as a whole, which stands above all else.</summary>
    public void AddResult(string sentence) => results.Add(sentence);

    public void Add(string subject, string what)
    {
        var note = $"{subject}: {what}";
        if (notes.Count >= MaxNotes)
        {
            beyond++;
        }
        else if (known.Add(note))
        {
            notes.Add(note);
        }
    }

    /// <summary>A block, a shortcode or a card that readers will not find in the text as it was.</summary>
    /// <param name="what">Its kind and name: <c>the shortcode [gallery]</c>.</param>
    /// <param name="file">The file written.</param>
    /// <param name="line">Where it stood, or stands as text, in that file.</param>
    /// <param name="became">What became of it.</param>
    public void AddLost(string what, string file, int line, string became) =>
        Count(what, file, $"line {line}: {what} {became}");

    /// <summary>The same of what has no line.</summary>
    public void AddLost(string what, string subject, string became) => Count(what, subject, $"{what} {became}");

    private void Count(string what, string subject, string note)
    {
        if (lost.TryGetValue(what, out var count) || lost.Count < MaxKinds)
        {
            lost[what] = count + 1;
        }
        Add(subject, note);
    }

    public void Write(string folder) => File.WriteAllLines(Path.Combine(folder, FileName), [Summary, .. Notes]);

    private static string Count(int number, string one) => $"{number} {one}{(number == 1 ? "" : "s")}";
}
