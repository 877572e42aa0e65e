namespace KapFunctions.Storage.Files;

/// <summary>The type that a file of the content container is given, by the ending of its name and whoever uploads it:
/// https://www.iana.org/assignments/media-types</summary>
public static class ContentTypes
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [".md"] = "text/markdown; charset=utf-8",
        [".markdown"] = "text/markdown; charset=utf-8",
        [".yaml"] = "application/yaml",
        [".yml"] = "application/yaml",
        [".liquid"] = "text/plain; charset=utf-8",
        [".txt"] = "text/plain",
        [".csv"] = "text/csv",
        [".ics"] = "text/calendar",
        [".xml"] = "text/xml",
        [".css"] = "text/css",
        [".js"] = "text/javascript",
        [".json"] = "application/json",
        [".epub"] = "application/epub+zip",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".pdf"] = "application/pdf",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".bmp"] = "image/bmp",
        [".tif"] = "image/tiff",
        [".tiff"] = "image/tiff",
        [".svg"] = "image/svg+xml",
        [".ico"] = "image/x-icon",
        [".mp3"] = "audio/mpeg",
        [".m4a"] = "audio/mp4",
        [".flac"] = "audio/flac",
        [".opus"] = "audio/ogg",
        [".ogg"] = "audio/ogg",
        [".wav"] = "audio/wav",
        [".mp4"] = "video/mp4",
        [".mov"] = "video/quicktime",
        [".webm"] = "video/webm",
        [".vtt"] = "text/vtt",
        [".woff"] = "font/woff",
        [".woff2"] = "font/woff2",
        [".zip"] = "application/zip",
    };

    /// <summary>The type of a file with this name; bytes that nothing is known of where no ending says more.</summary>
    public static string Of(string name) =>
        Known.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
}
