using KapFunctions.Content.Links;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.LinksAndMedia;

/// <summary><c>Written</c> is the author's text, to find the place again; <c>Url</c> is resolved.</summary>
internal readonly record struct MediaSource(MarkdownObject At, string Written, string Url);

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
        var kind = KindOf(source.Url);
        // Inside HTML of the author's, which may be a link or a picture with several forms, the sanitiser sees to it.
        var isPage = DoubtfulAddress.IsCloudPage(source.Url);
        if ((isPage || !renderer.Source.Settings.Shows(source.Url)) && renderer.RawTags.Open == 0)
        {
            WriteForeign(renderer, source, kind, text, title);
            return;
        }
        switch (kind)
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

    public static bool IsMedia(string name) => KindOf(name) != MediaKind.Other;

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

    /// <summary>The class of a link that stands for a file of another host.</summary>
    public static string ForeignClass(string url) => ForeignClass(KindOf(url));

    private static string ForeignClass(MediaKind kind) =>
        kind switch
        {
            MediaKind.Audio => "foreign-audio",
            MediaKind.Video => "foreign-video",
            _ => "foreign-picture",
        };

    /// <summary>A link with the words that the picture has for those who cannot see it.</summary>
    private static void WriteForeign(
        PostHtmlRenderer renderer,
        MediaSource source,
        MediaKind kind,
        string text,
        string? title
    )
    {
        var words = text.Length > 0 ? text : source.Url;
        renderer.Source.ReportForeign(source.At, source.Written, source.Url);
        if (kind is not (MediaKind.Audio or MediaKind.Video))
        {
            ReportMissingText(renderer, source, text);
        }
        if (IsInLink(source.At))
        {
            renderer.WriteEscape(words);
            return;
        }
        renderer.Write($"<a class=\"{ForeignClass(kind)}\" href=\"");
        renderer.WriteEscapeUrl(source.Url);
        renderer.Write('"');
        LinkWriter.WriteTitle(renderer, title);
        renderer.Write(" rel=\"external noopener\">");
        renderer.WriteEscape(words);
        renderer.Write("</a>");
    }

    /// <summary>Obsidian has no words for pictures but those behind a bar, and nobody there is told of them.</summary>
    private static void ReportMissingText(PostHtmlRenderer renderer, MediaSource source, string text)
    {
        if (text.Length == 0 && !source.Written.StartsWith("![[", StringComparison.Ordinal))
        {
            renderer.Source.Report(
                ProblemCatalog.ImageAltMissing,
                source.At,
                source.Written,
                Placeholder.PathOf(source.Url) ?? Placeholder.FileOf(source.Url)?.Name ?? source.Url
            );
        }
    }

    private static bool IsInLink(MarkdownObject at)
    {
        var around = (at as Inline)?.Parent;
        while (around is not null and not LinkInline { IsImage: false })
        {
            around = around.Parent;
        }
        return around is not null;
    }

    private static void WriteImage(PostHtmlRenderer renderer, MediaSource source, string text, string? title)
    {
        ReportMissingText(renderer, source, text);
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
        renderer.WriteEscape(text.Length > 0 ? text : Path.GetFileName(Uri.UnescapeDataString(url)));
        renderer.Write($"</a></{element}>");
    }
}
