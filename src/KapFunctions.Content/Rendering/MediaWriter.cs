using KapFunctions.Content.Links;
using KapFunctions.Content.Problems;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KapFunctions.Content.Rendering;

/// <summary>Pictures, and the players that audio and video files become.</summary>
internal static class MediaWriter
{
    public static void Write(PostHtmlRenderer renderer, MarkdownObject at, string written, string text, string? title)
    {
        var address = LinkWriter.Check(renderer, at, written);
        if (!address.IsUsable || address.Kind == LinkKind.Contact || !renderer.EnableHtmlForInline)
        {
            renderer.WriteEscape(text);
            return;
        }
        WriteResolved(renderer, at, address.Url, text, title);
    }

    public static void WriteResolved(
        PostHtmlRenderer renderer,
        MarkdownObject at,
        string url,
        string text,
        string? title
    )
    {
        switch (KindOf(url))
        {
            case MediaKind.Audio:
                WritePlayer(renderer, "audio", url, text);
                break;
            case MediaKind.Video:
                WritePlayer(renderer, "video", url, text);
                break;
            default:
                WriteImage(renderer, at, url, text, title);
                break;
        }
    }

    /// <summary>True for the name of a picture, audio or video file.</summary>
    public static bool IsMedia(string name) => KindOf(name) != MediaKind.Other;

    /// <summary>True for the name of an audio or video file.</summary>
    public static bool IsPlayable(string url) => KindOf(url) is MediaKind.Audio or MediaKind.Video;

    private enum MediaKind
    {
        Other,
        Image,
        Audio,
        Video,
    }

    private static MediaKind KindOf(string url)
    {
        var end = url.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? url : url[..end];
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".mp3" or ".m4a" or ".ogg" or ".oga" or ".opus" or ".wav" or ".flac" or ".aac" => MediaKind.Audio,
            ".mp4" or ".webm" or ".ogv" or ".mov" or ".m4v" => MediaKind.Video,
            ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp" or ".avif" or ".svg" or ".bmp" => MediaKind.Image,
            _ => MediaKind.Other,
        };
    }

    private static void WriteImage(PostHtmlRenderer renderer, MarkdownObject at, string url, string text, string? title)
    {
        if (text.Length == 0)
        {
            renderer.Source.Report(ProblemCatalog.ImageAltMissing, at, "![", Placeholder.PathOf(url) ?? url);
        }
        renderer.Write("<img src=\"");
        renderer.WriteEscapeUrl(url);
        renderer.Write('"');
        renderer.WriteTextAttribute("alt", text);
        LinkWriter.WriteTitle(renderer, title);
        renderer.WriteSafeAttributes(at);
        if (at.TryGetAttributes()?.Properties?.Exists(property => property.Key == "loading") is not true)
        {
            renderer.Write(" loading=\"lazy\"");
        }
        renderer.Write('>');
    }

    private static void WritePlayer(PostHtmlRenderer renderer, string element, string url, string text)
    {
        renderer.Write($"<{element} controls=\"\" preload=\"metadata\" src=\"");
        renderer.WriteEscapeUrl(url);
        renderer.Write("\"><a href=\"");
        renderer.WriteEscapeUrl(url);
        renderer.Write("\">");
        renderer.WriteEscape(text.Length > 0 ? text : Path.GetFileName(url));
        renderer.Write($"</a></{element}>");
    }
}
