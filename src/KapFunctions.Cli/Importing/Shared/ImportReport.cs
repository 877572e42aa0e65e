using KapFunctions.Cli.Terminal;

namespace KapFunctions.Cli.Importing.Shared;

internal sealed class ImportReport
{
    /// <summary>Lines on the terminal; the file in the folder has all of them.</summary>
    private const int MaxShown = 40;

    /// <summary>Lines kept at all, so that a hostile export cannot fill memory.</summary>
    private const int MaxNotes = 20_000;

    public const string FileName = "import-report.txt";

    private readonly List<string> notes = [];
    private readonly HashSet<string> known = [];
    private int beyond;

    public int Posts { get; set; }

    public int Pages { get; set; }

    public int Drafts { get; set; }

    public int Media { get; set; }

    public IReadOnlyList<string> Notes => notes;

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

    public void Write(string folder, Screen screen)
    {
        if (beyond > 0)
        {
            notes.Add($"and {beyond} more");
        }
        File.WriteAllLines(Path.Combine(folder, FileName), [Summary, .. notes]);
        foreach (var note in notes.Take(MaxShown))
        {
            screen.Line($"[yellow]note[/] {Screen.Plain(note)}");
        }
        if (notes.Count > MaxShown)
        {
            screen.Line($"[yellow]note[/] and {notes.Count - MaxShown} more in {FileName}");
        }
        screen.Line(Screen.Plain(Summary));
    }

    private string Summary =>
        $"{Screen.Count(Posts, "post")}, {Screen.Count(Pages, "page")} ({Screen.Count(Drafts, "draft")} among them), {Screen.Count(Media, "media file")}";
}
