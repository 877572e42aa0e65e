using AngleSharp.Dom;
using KapFunctions.Content.Links;

namespace KapFunctions.Importing.Html;

/// <summary>Places that a link of the text leads to. Headings keep theirs always, since others may link to them, too.</summary>
internal sealed partial class CleanHtml
{
    private static string AnchorOf(string id) =>
        Anchor.Of(id.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(id) : id);

    /// <summary>The next line begins with it.</summary>
    private void NoteAnchor(IElement element)
    {
        if (Target(element) is { } anchor)
        {
            anchors.Add(anchor);
        }
    }

    private string? Target(IElement element) =>
        new[] { element.Id, element.LocalName == "a" ? element.GetAttribute("name") : null }
            .Where(id => !string.IsNullOrEmpty(id))
            .Select(id => AnchorOf(id!))
            .FirstOrDefault(anchor => targets.Contains(anchor) && anchor.Length > 0);

    private void AddAnchors(LineBuilder line)
    {
        foreach (var anchor in anchors.Distinct())
        {
            line.Object(AnchorElement(anchor), Marks.None);
        }
        anchors.Clear();
    }

    private IElement AnchorElement(string anchor)
    {
        var element = document.CreateElement("a");
        element.Id = anchor;
        return element;
    }
}
