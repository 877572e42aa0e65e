namespace KapFunctions.Pictures.Formats;

/// <summary>The formats in which cameras and telephones leave notes, and which browsers show.</summary>
internal enum PictureFormat
{
    None,

    /// <summary>ITU-T T.81: https://www.w3.org/Graphics/JPEG/itu-t81.pdf</summary>
    Jpeg,

    /// <summary>https://www.w3.org/TR/png-3/</summary>
    Png,

    /// <summary>https://developers.google.com/speed/webp/docs/riff_container</summary>
    Webp,

    /// <summary>https://www.w3.org/Graphics/GIF/spec-gif89a.txt</summary>
    Gif,
}

/// <summary>Tells formats by their first bytes, since a name proves nothing.</summary>
internal static class PictureFormats
{
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".webp", ".gif"];

    public static PictureFormat Of(ReadOnlySpan<byte> start) =>
        start switch
        {
            _ when start.StartsWith<byte>([0xFF, 0xD8, 0xFF]) => PictureFormat.Jpeg,
            _ when start.StartsWith(PngHeader.Signature) => PictureFormat.Png,
            _ when start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8) =>
                PictureFormat.Webp,
            _ when start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8) => PictureFormat.Gif,
            _ => PictureFormat.None,
        };

    public static bool IsPromisedBy(string path) =>
        Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
