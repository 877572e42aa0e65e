using System.Globalization;
using System.Net;

namespace KapFunctions.Content.Placeholders;

/// <summary>Browsers reserve the room of a picture whose size they know, so the text does not jump, and load the form that fits it.</summary>
public static class ImageAttributes
{
    /// <summary>The value of <c>sizes</c> in a column of text.</summary>
    public const string InText = "(min-width: 48em) 48em, 100vw";

    /// <summary>Nothing unless the tag is a picture's; what its author gave stays.</summary>
    internal static void Write(
        ResolvedPlaceholder resolved,
        ReadOnlySpan<char> before,
        ReadOnlySpan<char> after,
        TextWriter output
    )
    {
        var start = before.LastIndexOf('<');
        if (start < 0 || !before[start..].StartsWith("<img ") || !before.EndsWith(" src="))
        {
            return;
        }

        var end = after.IndexOf('>');
        var tag = string.Concat(before[start..], end < 0 ? after : after[..end]);
        WriteSize(resolved, tag, output);
        if (resolved.Sources is { } sources && !tag.Contains(" srcset=", StringComparison.Ordinal))
        {
            var sizes = NumberIn(tag, "width") is { } width ? Pixels(width) : InText;
            output.Write($" srcset=\"{WebUtility.HtmlEncode(sources)}\" sizes=\"{sizes}\"");
        }
    }

    /// <summary>For a given width alone, the height that belongs to it.</summary>
    private static void WriteSize(ResolvedPlaceholder resolved, string tag, TextWriter output)
    {
        if (resolved is not { Width: { } width, Height: { } height } || Has(tag, "height"))
        {
            return;
        }

        if (!Has(tag, "width"))
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $" width=\"{width}\" height=\"{height}\""));
        }
        else if (NumberIn(tag, "width") is { } given)
        {
            var fitting = Math.Max(1, (int)Math.Round((double)height * given / width));
            output.Write(string.Create(CultureInfo.InvariantCulture, $" height=\"{fitting}\""));
        }
    }

    private static string Pixels(int width) => string.Create(CultureInfo.InvariantCulture, $"{width}px");

    private static bool Has(string tag, string attribute) => tag.Contains($" {attribute}=\"", StringComparison.Ordinal);

    /// <summary>Null where it is no number, such as a percentage.</summary>
    private static int? NumberIn(string tag, string attribute)
    {
        var mark = $" {attribute}=\"";
        var start = tag.IndexOf(mark, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var value = tag.AsSpan(start + mark.Length);
        var end = value.IndexOf('"');
        return end > 0 && int.TryParse(value[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
