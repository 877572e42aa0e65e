using AngleSharp.Dom;

namespace KapFunctions.Importing.Html;

/// <summary>Footnotes of other systems as the writer knows them: a number that leads to an item of a list, which leads back.</summary>
internal sealed partial class CleanHtml
{
    private const int MaxNotes = 2_000;

    private readonly Dictionary<string, IElement> notes = new(StringComparer.Ordinal);

    /// <summary>The mark of a note, or null.</summary>
    private IElement? NoteOf(IElement mark)
    {
        IElement[] links = mark.LocalName == "a" ? [mark] : [.. mark.QuerySelectorAll("a[href^='#']")];
        if (
            links is not [var link]
            || mark.TextContent.Trim().Trim('[', ']', '(', ')') is not { Length: > 0 and <= 4 } number
            || !number.All(char.IsAsciiDigit)
            || link.GetAttribute("href")![1..] is not { Length: > 0 } id
        )
        {
            return null;
        }
        if (!notes.ContainsKey(id))
        {
            if (notes.Count >= MaxNotes || ItemOf(id) is not { } item)
            {
                return null;
            }
            notes[id] = item;
        }
        var copy = document.CreateElement("sup");
        var to = (IElement)copy.AppendChild(document.CreateElement("a"));
        to.ClassName = "footnote";
        to.SetAttribute("href", "#" + id);
        to.TextContent = number;
        return copy;
    }

    /// <summary>An item of a list that leads back to a mark.</summary>
    private IElement? ItemOf(string id) =>
        document.GetElementById(id) is { } found
        && (found.LocalName == "li" ? found : found.Closest("li")) is { } item
        && item.QuerySelector("a[href^='#']") is not null
        && item.ParentElement is { LocalName: "ol" }
            ? item
            : NoteOfWord(id);

    private IElement? NoteOfWord(string id) =>
        id.StartsWith("_ftn", StringComparison.Ordinal) || id.StartsWith("_edn", StringComparison.Ordinal)
            ? document.GetElementById(id[1..])
            : null;

    private static bool IsMarkOfWord(IElement link) =>
        StyleOf(link).Contains("mso-footnote-id", StringComparison.Ordinal)
        || StyleOf(link).Contains("mso-endnote-id", StringComparison.Ordinal);

    private static bool AreNotesOfWord(IElement part) =>
        StyleOf(part).Contains("mso-element:footnote-list", StringComparison.Ordinal)
        || StyleOf(part).Contains("mso-element:endnote-list", StringComparison.Ordinal);

    private static string StyleOf(IElement element) => element.GetAttribute("style") ?? "";

    private bool IsNotes(IElement list) =>
        notes.Count > 0 && list.Children.Length > 0 && list.Children.All(item => notes.ContainsValue(item));

    /// <summary>The line above them is drawn by the site.</summary>
    private bool IsRuleOfNotes(IElement rule) =>
        notes.Count > 0
        && rule.NextElementSibling is { } next
        && (next.LocalName == "ol" && IsNotes(next) || next.Children is [{ LocalName: "ol" } list] && IsNotes(list));

    private void WriteNotes(IElement to)
    {
        if (notes.Count == 0)
        {
            return;
        }
        var section = (IElement)to.AppendChild(document.CreateElement("section"));
        section.ClassName = "footnotes";
        var list = section.AppendChild(document.CreateElement("ol"));
        foreach (var (id, note) in notes.ToArray())
        {
            var item = (IElement)list.AppendChild(document.CreateElement("li"));
            item.Id = id;
            foreach (var back in note.QuerySelectorAll("a[href^='#']").Where(IsBack).ToArray())
            {
                back.Remove();
            }
            WriteAll(item, note, Marks.None);
        }
    }

    private static bool IsBack(IElement link) =>
        link.TextContent.Trim().TrimEnd('\uFE0E', '\uFE0F') is "" or "↩" or "↑" or "^" or "⏎" or "↵" or "⤴"
        || link.ClassList.Contains("footnote-backref")
        || link.ClassList.Contains("reversefootnote")
        || IsMarkOfWord(link);
}
