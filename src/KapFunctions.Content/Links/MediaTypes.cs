using System.Collections.Frozen;

namespace KapFunctions.Content.Links;

/// <summary>Which files below <c>media/</c> are served, and as what; what an uploader said about a file is never believed.</summary>
public static class MediaTypes
{
    private static readonly FrozenDictionary<string, string> ByEnding = new Dictionary<string, string>
    {
        [".avif"] = "image/avif",
        [".gif"] = "image/gif",
        [".ico"] = "image/x-icon",
        [".jpeg"] = "image/jpeg",
        [".jpg"] = "image/jpeg",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
        [".webp"] = "image/webp",
        [".flac"] = "audio/flac",
        [".m4a"] = "audio/mp4",
        [".mp3"] = "audio/mpeg",
        [".oga"] = "audio/ogg",
        [".ogg"] = "audio/ogg",
        [".opus"] = "audio/ogg",
        [".wav"] = "audio/wav",
        [".m4v"] = "video/mp4",
        [".mov"] = "video/quicktime",
        [".mp4"] = "video/mp4",
        [".ogv"] = "video/ogg",
        [".webm"] = "video/webm",
        [".vtt"] = "text/vtt; charset=utf-8",
        [".pdf"] = "application/pdf",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The type of a file by its name or address; null where it is not served.</summary>
    public static string? Of(string path) => ByEnding.GetValueOrDefault(Path.GetExtension(path));

    /// <summary>An SVG is a document that can run scripts, so it comes as a download and in a sandbox.</summary>
    public static bool IsDocument(string path) =>
        Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase);
}
