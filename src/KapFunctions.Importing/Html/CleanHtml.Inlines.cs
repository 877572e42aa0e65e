using AngleSharp.Dom;

namespace KapFunctions.Importing.Html;

/// <summary>What stands in a line.</summary>
internal sealed partial class CleanHtml
{
    private void WriteInline(LineBuilder line, INode node, Marks marks)
    {
        if (node is IText { Data: var text })
        {
            line.Text(text, marks);
        }
        if (node is not IElement element)
        {
            return;
        }
        switch (element.LocalName)
        {
            case "br":
                line.Break(marks);
                break;
            case "img":
                AddPicture(line, element, marks);
                break;
            case "picture":
                AddPicture(line, element.QuerySelector("img"), marks);
                break;
            case "audio" or "video":
                line.Object(Player(element), marks);
                break;
            case "input":
                AddBox(line, element, marks);
                break;
            case "noscript"
                when PictureSource.IsLazy(element.PreviousElementSibling)
                    || PictureSource.IsLazy(element.NextElementSibling):
                break;
            case "sup" when NoteOf(element) is { } note:
                line.Object(note, marks);
                break;
            case "a" when IsMarkOfWord(element) && NoteOf(element) is { } note:
                line.Object(note, marks);
                break;
            case "a" when IsSilent(element):
                AddAnchor(line, element, marks);
                line.Text(
                    element.GetAttribute("aria-label") ?? element.GetAttribute("title") ?? "",
                    marks.With(element)
                );
                break;
            case "span" when WordList.IsMark(element):
                break;
            case var name when Told.Contains(name):
                line.Text(lose($"<{name}>"), marks);
                break;
            case var name when Silent.Contains(name):
                break;
            default:
                AddAnchor(line, element, marks);
                WriteChildren(line, element, marks.With(element));
                break;
        }
    }

    private void WriteChildren(LineBuilder line, IElement element, Marks marks)
    {
        foreach (var child in element.ChildNodes)
        {
            WriteInline(line, child, marks);
        }
    }

    private void AddAnchor(LineBuilder line, IElement element, Marks marks)
    {
        if (Target(element) is { } anchor)
        {
            line.Object(AnchorElement(anchor), marks.Has("a") ? Marks.None : marks);
        }
    }

    /// <summary>An icon that leads somewhere: nothing of it can be read.</summary>
    private static bool IsSilent(IElement link) =>
        link.HasAttribute("href")
        && string.IsNullOrWhiteSpace(link.TextContent)
        && link.QuerySelector("img, picture, video, audio, input") is null;

    private void AddPicture(LineBuilder line, IElement? picture, Marks marks)
    {
        if (picture is null || PictureSource.IsTracker(picture) || PictureSource.Of(picture) is not { } source)
        {
            return;
        }
        var copy = document.CreateElement("img");
        copy.SetAttribute("src", source);
        // In Markdown a title is a caption, which readers would see; here it was seen by nobody.
        var alt =
            picture.GetAttribute("alt") is { } given && !string.IsNullOrWhiteSpace(given)
                ? given
                : picture.GetAttribute("title");
        copy.SetAttribute("alt", (alt ?? "").Trim());
        AddAnchor(line, picture, marks);
        line.Object(copy, marks);
    }

    /// <summary>The box of a list of tasks; others belong to forms.</summary>
    private void AddBox(LineBuilder line, IElement input, Marks marks)
    {
        if (input.GetAttribute("type") != "checkbox" || input.Closest("li") is null)
        {
            return;
        }
        var box = document.CreateElement("input");
        box.SetAttribute("type", "checkbox");
        box.SetAttribute("disabled", "");
        if (input.HasAttribute("checked"))
        {
            box.SetAttribute("checked", "");
        }
        line.Object(box, marks);
        line.Text(" ", marks);
    }

    /// <summary>One file without a word beside it is written like a picture.</summary>
    private IElement Player(IElement element)
    {
        var sources = element
            .Children.Where(child => child.LocalName == "source" && child.HasAttribute("src"))
            .ToArray();
        var only = element.GetAttribute("src") ?? (sources is [var one] ? one.GetAttribute("src") : null);
        if (
            only is { Length: > 0 }
            && !element.HasAttribute("poster")
            && element.QuerySelector("track") is null
            && Content.Links.MediaTypes.Of(PathOf(only)) is { } type
            && (
                type.StartsWith("audio/", StringComparison.Ordinal)
                || type.StartsWith("video/", StringComparison.Ordinal)
            )
        )
        {
            var picture = document.CreateElement("img");
            picture.SetAttribute("src", only);
            picture.SetAttribute("alt", element.GetAttribute("title")?.Trim() ?? "");
            return picture;
        }
        var player = document.CreateElement(element.LocalName);
        player.SetAttribute("controls", "");
        Copy(element, player, "src", "poster", "title");
        foreach (var part in element.Children.Where(child => child.LocalName is "source" or "track"))
        {
            var copy = player.AppendChild(document.CreateElement(part.LocalName));
            Copy(part, (IElement)copy, "src", "type", "kind", "srclang", "label");
        }
        return player;
    }

    private static string PathOf(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? address : address[..end];
    }

    private static void Copy(IElement from, IElement to, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (from.GetAttribute(name) is { Length: > 0 } value)
            {
                to.SetAttribute(name, value);
            }
        }
    }
}
