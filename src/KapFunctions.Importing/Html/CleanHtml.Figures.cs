using AngleSharp.Dom;
using KapFunctions.Content.Links;

namespace KapFunctions.Importing.Html;

/// <summary>Figures and frames, and what else stands for something outside of the text.</summary>
internal sealed partial class CleanHtml
{
    private void WriteFigure(INode to, IElement figure, Marks marks)
    {
        NoteAnchor(figure);
        if (figure.ClassList.Contains("embed") && figure.QuerySelector("a[href]") is { } way && IsPlayer(way))
        {
            WritePlayer(to, figure, way);
            return;
        }
        var caption = figure.QuerySelectorAll("figcaption").FirstOrDefault(found => found.Closest("figure") == figure);
        var pictures = figure.QuerySelectorAll("img").Where(img => !PictureSource.IsTracker(img)).ToArray();
        var isPicture =
            pictures.Length == 1
            && figure.QuerySelector("figure, iframe, video, audio, table, pre, blockquote, ul, ol, h1, h2, h3, h4")
                is null
            && string.IsNullOrWhiteSpace(TextBut(figure, caption));
        var shown = new LineBuilder();
        if (isPicture && caption is not null && !string.IsNullOrWhiteSpace(caption.TextContent))
        {
            Append(to, "figure", copy => WritePictureAndCaption(copy, figure, caption, marks));
            return;
        }
        foreach (var child in figure.ChildNodes.Where(child => child != caption))
        {
            if (child is IElement element && (BlockNames.Contains(element.LocalName) || holdsBlocks.Contains(element)))
            {
                Flush(to, shown);
                if (BlockNames.Contains(element.LocalName))
                {
                    WriteFigurePart(to, element, caption, marks);
                }
                else
                {
                    WriteAll(to, element, marks.With(element));
                }
            }
            else
            {
                WriteInline(shown, child, marks);
            }
        }
        Flush(to, shown);
        if (caption is not null && caption.ParentElement == figure)
        {
            WriteAll(to, caption, marks);
        }
    }

    private static bool IsPlayer(IElement link) => Embed.Of(link.GetAttribute("href")!) is not null;

    /// <summary>A card of a site like ours: alone on its line, its link is one again.</summary>
    private void WritePlayer(INode to, IElement figure, IElement way)
    {
        var title = figure.QuerySelector(".embed-title")?.TextContent.Trim();
        if (string.IsNullOrEmpty(title))
        {
            AppendLine(to, way.GetAttribute("href")!, Marks.None);
            return;
        }
        AppendLine(to, title, Marks.None.With(way));
    }

    /// <summary>A gallery has its pictures in rows: each is a line of its own.</summary>
    private void WriteFigurePart(INode to, IElement part, IElement? caption, Marks marks)
    {
        if (
            part.LocalName is "div" or "ul"
            && part.QuerySelectorAll("img").Length > 1
            && part.QuerySelector("figure, figcaption, p") is null
            && string.IsNullOrWhiteSpace(part.TextContent)
        )
        {
            foreach (var picture in part.QuerySelectorAll("img"))
            {
                var line = new LineBuilder();
                AddPicture(line, picture, picture.Closest("a") is { } link ? marks.With(link) : marks);
                Flush(to, line);
            }
            return;
        }
        WriteBlock(to, part, marks);
    }

    private void WritePictureAndCaption(IElement copy, IElement figure, IElement caption, Marks marks)
    {
        var picture = figure.QuerySelector("img")!;
        var line = new LineBuilder();
        AddPicture(line, picture, picture.Closest("a") is { } link ? marks.With(link) : marks);
        line.WriteTo(copy, document);
        Append(copy, "figcaption", inner => WriteLine(inner, caption, marks));
    }

    private static string TextBut(IElement figure, IElement? caption) =>
        string.Concat(
            figure
                .ChildNodes.Where(child =>
                    child != caption && !(child is IElement holder && caption is not null && holder.Contains(caption))
                )
                .Select(child => child.TextContent)
        );

    private void WriteFrame(INode to, IElement frame, Marks marks)
    {
        var address = (PictureSource.LateFrame(frame) ?? frame.GetAttribute("src") ?? "").Trim();
        if (address.StartsWith("//", StringComparison.Ordinal))
        {
            address = "https:" + address;
        }
        if (Embed.Of(address) is { } embed)
        {
            AppendLine(to, embed.Page, Marks.None);
            return;
        }
        if (!address.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            AppendLost(to, "a frame");
            return;
        }
        var title = frame.GetAttribute("title") is { Length: > 0 } given ? given.Trim() : address;
        var link = document.CreateElement("a");
        link.SetAttribute("href", address);
        var line = new LineBuilder();
        line.Text(title, marks.With(link));
        Flush(to, line);
    }

    /// <summary>Where a whole page is in one, as some systems have it, its text is no form.</summary>
    private static bool IsPage(IElement form) =>
        form.QuerySelectorAll("p, h1, h2, h3, li").Sum(part => part.TextContent.Length) > 600;

    private static string? GistOf(IElement script) =>
        script.GetAttribute("src") is { } source
        && source.StartsWith("https://gist.github.com/", StringComparison.Ordinal)
        && source.IndexOf(".js", StringComparison.Ordinal) is > 0 and var end
            ? source[..end]
            : null;

    /// <summary>JSON-LD and what else is for machines, and the helper scripts of embeds, whose text is beside them.</summary>
    private static bool IsData(IElement script) =>
        script.GetAttribute("type")?.Contains("json", StringComparison.Ordinal) == true
        || script.GetAttribute("src") is { } source
            && (
                source.Contains("twitter.com", StringComparison.Ordinal)
                || source.Contains("instagram.com", StringComparison.Ordinal)
                || source.Contains("flickr.com", StringComparison.Ordinal)
                || source.Contains("imgur.com", StringComparison.Ordinal)
            );
}
