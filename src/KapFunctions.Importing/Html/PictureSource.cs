using System.Globalization;
using AngleSharp.Dom;

namespace KapFunctions.Importing.Html;

/// <summary>Where a picture is: pages that load pictures late have another one, or none, in its place.</summary>
internal static class PictureSource
{
    private static readonly string[] Late =
    [
        "data-src",
        "data-lazy-src",
        "data-original",
        "data-orig-file",
        "data-large-file",
    ];

    /// <summary>Null where it has none.</summary>
    public static string? Of(IElement picture)
    {
        var source = picture.GetAttribute("src")?.Trim();
        if (!string.IsNullOrEmpty(source) && !IsPlaceholder(source))
        {
            return source;
        }
        return Late.Select(picture.GetAttribute).FirstOrDefault(late => !string.IsNullOrWhiteSpace(late))?.Trim()
            ?? Largest(picture.GetAttribute("srcset") ?? picture.GetAttribute("data-srcset"))
            ?? (string.IsNullOrEmpty(source) ? null : source);
    }

    public static bool IsLazy(IElement? element) =>
        element is { LocalName: "img" }
        && Array.Exists(Late, element.HasAttribute)
        && (element.GetAttribute("src") is not { Length: > 0 } source || IsPlaceholder(source));

    public static string? LateFrame(IElement frame) =>
        Late.Select(frame.GetAttribute).FirstOrDefault(late => !string.IsNullOrWhiteSpace(late));

    /// <summary>Counts readers, and shows nothing.</summary>
    public static bool IsTracker(IElement picture) =>
        string.IsNullOrWhiteSpace(picture.GetAttribute("alt"))
        && picture.GetAttribute("width") is "0" or "1"
        && picture.GetAttribute("height") is "0" or "1";

    /// <summary>The widest of <c>a.png 300w, b.png 600w</c>.</summary>
    public static string? Largest(string? set) =>
        set
            ?.Split(", ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(candidate => candidate.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(candidate => candidate.Length > 0)
            .MaxBy(candidate =>
                candidate.Length > 1
                && double.TryParse(candidate[1].TrimEnd('w', 'x'), CultureInfo.InvariantCulture, out var width)
                    ? width
                    : 0
            )
            ?[0].TrimEnd(',');

    private static bool IsPlaceholder(string source) =>
        source.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
        && (source.Length < 400 || source.Contains("svg", StringComparison.OrdinalIgnoreCase));
}
