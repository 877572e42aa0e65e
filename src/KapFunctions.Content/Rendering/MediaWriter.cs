using KapFunctions.Content.Links;
using KapFunctions.Content.Problems;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KapFunctions.Content.Rendering;

/// <summary>A picture, audio or video file in a text.</summary>
/// <param name="At">The node it stands for.</param>
/// <param name="Written">What the author wrote of it, to find the place again.</param>
/// <param name="Url">Its address, resolved.</param>
internal readonly record struct MediaSource(MarkdownObject At, string Written, string Url);

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
        Write(renderer, new(at, "](" + written, address.Url), text, title);
    }

    public static void Write(PostHtmlRenderer renderer, MediaSource source, string text, string? title)
    {
        switch (KindOf(source.Url))
        {
            case MediaKind.Audio:
                WritePlayer(renderer, "audio", source.Url, text);
                break;
            case MediaKind.Video:
                WritePlayer(renderer, "video", source.Url, text);
                break;
            default:
                WriteImage(renderer, source, text, title);
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

    private static void WriteImage(PostHtmlRenderer renderer, MediaSource source, string text, string? title)
    {
        if (text.Length == 0)
        {
            renderer.Source.Report(
                ProblemCatalog.ImageAltMissing,
                source.At,
                source.Written,
                Placeholder.PathOf(source.Url) ?? Placeholder.TitleOf(source.Url) ?? source.Url
            );
        }
        renderer.Write("<img src=\"");
        renderer.WriteEscapeUrl(source.Url);
        renderer.Write('"');
        renderer.WriteTextAttribute("alt", text);
        LinkWriter.WriteTitle(renderer, title);
        renderer.WriteSafeAttributes(source.At);
        if (source.At.TryGetAttributes()?.Properties?.Exists(property => property.Key == "loading") is not true)
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
