using System.Globalization;
using AngleSharp.Dom;
using KapFunctions.Content.ForeignTemplates;
using KapFunctions.Content.Links;
using KapFunctions.Content.LinksAndMedia;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KapFunctions.Content.Html;

/// <summary>Frames of allowed hosts become what a bare link to the player becomes, others a link.</summary>
internal sealed class AuthorFrames(BodySource source, Block at)
{
    public void Tame(IElement frame)
    {
        var written = frame.GetAttribute("src") ?? "";
        var url = source.Links.Resolve(written);
        if (url.Kind == LinkKind.External && Embed.Of(url.Url) is { } embed)
        {
            BecomeEmbed(frame, embed);
            return;
        }
        if (url.Kind == LinkKind.Template)
        {
            TemplateProblem.Report(source, at, written);
        }
        else
        {
            source.Report(ProblemCatalog.FrameNotAllowed, at, written.Length > 0 ? written : "<iframe", written);
        }
        if (url.Kind == LinkKind.External)
        {
            frame.Replace(ForeignMedia.LinkTo(url.Url, url.Url, frame.Owner!));
        }
        else
        {
            frame.Remove();
        }
    }

    private void BecomeEmbed(IElement frame, Embed embed)
    {
        var title =
            frame.GetAttribute("title") is { } written && !string.IsNullOrWhiteSpace(written)
                ? written.Trim()
                : embed.Provider;
        var isFrame = source.Settings.FramesAtOnce;
        if (isFrame && frame.ParentElement is { LocalName: "figure" } around && around.ClassList.Contains("embed"))
        {
            // It became one already: a bare link inside an author's element.
            ClearAttributes(frame);
            foreach (var (name, value) in EmbedMarkup.FrameAttributes(embed, title))
            {
                frame.SetAttribute(name, value);
            }
            return;
        }
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        EmbedMarkup.Write(new HtmlRenderer(html), embed, title, embed.Page, isFrame);
        var holder = frame.Owner!.CreateElement("div");
        holder.InnerHtml = html.ToString();
        Place(holder.FirstElementChild!, frame);
    }

    /// <summary>A frame in a paragraph, which holds no figures, goes behind or instead of it.</summary>
    private static void Place(IElement figure, IElement frame)
    {
        if (frame.Closest("p") is not { } paragraph)
        {
            frame.Replace(figure);
        }
        else if (paragraph.QuerySelectorAll("*").Length == 1 && string.IsNullOrWhiteSpace(paragraph.TextContent))
        {
            paragraph.Replace(figure);
        }
        else
        {
            frame.Remove();
            LastEmbedBehind(paragraph).After(figure);
        }
    }

    private static IElement LastEmbedBehind(IElement paragraph)
    {
        var last = paragraph;
        while (last.NextSibling is IElement { LocalName: "figure" } figure && figure.ClassList.Contains("embed"))
        {
            last = figure;
        }
        return last;
    }

    private static void ClearAttributes(IElement element)
    {
        foreach (var attribute in element.Attributes.ToArray())
        {
            element.RemoveAttribute(attribute.Name);
        }
    }
}
