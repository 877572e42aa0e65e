using AngleSharp.Dom;

namespace KapFunctions.Importing.Html;

/// <summary>The elements around a piece of a line, outermost first: each kind at most once.</summary>
internal sealed class Marks
{
    /// <summary>More elements around one word are no text.</summary>
    private const int MaxDepth = 24;

    private readonly Mark[] marks;

    private Marks(Mark[] marks) => this.marks = marks;

    public static Marks None { get; } = new([]);

    public int Count => marks.Length;

    public Mark this[int at] => marks[at];

    /// <summary>The same where the element means nothing, or nothing more.</summary>
    public Marks With(IElement element) => StyledMarks.Of(element).Aggregate(this, (all, mark) => all.With(mark));

    private Marks With(Mark mark) =>
        marks.Length >= MaxDepth
        || Array.Exists(marks, outer => outer.Name == mark.Name && (mark.Name == "a" || outer == mark))
            ? this
            : new([.. marks, mark]);

    public bool Has(string name) => Array.Exists(marks, mark => mark.Name == name);

    public Marks Common(Marks other)
    {
        var common = 0;
        while (common < Math.Min(Count, other.Count) && marks[common] == other.marks[common])
        {
            common++;
        }
        return common == Count ? this : new(marks[..common]);
    }
}

/// <param name="Name">As our HTML calls it.</param>
/// <param name="Source">Whose attributes it takes; null where it has none, and is the same as another of its name.</param>
internal sealed record Mark(string Name, IElement? Source)
{
    private static readonly string[] Kept = ["href", "title", "lang", "dir", "cite", "datetime"];

    public IElement ToElement(IDocument document)
    {
        var element = document.CreateElement(Name);
        foreach (var name in Kept)
        {
            if (Source?.GetAttribute(name) is { } value && (name != "href" || Name == "a"))
            {
                element.SetAttribute(name, value.Trim());
            }
        }
        return element;
    }
}
