using AngleSharp.Dom;

namespace KapFunctions.Content.MarkdownExport;

internal sealed class Footnotes
{
    private readonly Dictionary<string, string> labels = new(StringComparer.Ordinal);
    private readonly HashSet<string> referredTo = [];

    private Footnotes(IElement? section) => Section = section;

    public static Footnotes None { get; } = new(null);

    public IElement? Section { get; }

    public bool AreAllReferredTo => referredTo.Count == labels.Count;

    public static Footnotes Of(IElement body)
    {
        var notes = new Footnotes(body.Children.LastOrDefault(child => child.ClassList.Contains("footnotes")));
        foreach (var note in notes.Section?.QuerySelectorAll("ol > li[id]") ?? Enumerable.Empty<IElement>())
        {
            notes.labels[note.Id!] = (notes.labels.Count + 1).ToString(
                System.Globalization.CultureInfo.InvariantCulture
            );
        }
        return notes;
    }

    public string LabelOf(IElement note) => labels[note.Id!];

    /// <summary>Null where the number stands for no note.</summary>
    public string? Refer(IElement element)
    {
        if (
            element.LocalName != "sup"
            || element.ChildNodes is not [IElement { LocalName: "a" } link]
            || !link.ClassList.Contains("footnote")
            || link.GetAttribute("href") is not ['#', .. var id]
            || !labels.TryGetValue(id, out var label)
        )
        {
            return null;
        }
        referredTo.Add(id);
        return label;
    }
}
