using System.Text;
using KapFunctions.Content.Settings;

namespace KapFunctions.Site.Theme;

/// <summary>The style sheet of pages: one file, whoever wrote its parts, so that pages wait for one.</summary>
internal static class ThemeStyle
{
    public const string Name = "site.css";

    /// <summary>What a site adds to the theme's own.</summary>
    public const string Additions = "custom.css";

    /// <param name="files">The site's own, by their names.</param>
    /// <param name="style">The style sheet in use.</param>
    /// <param name="accent">The site's colour; a style sheet of the site's own says its colours itself.</param>
    public static byte[] Of(IReadOnlyDictionary<string, byte[]> files, byte[] style, string? accent)
    {
        var colors = accent is null || files.ContainsKey(Name) ? [] : Encoding.UTF8.GetBytes(ColorsOf(accent));
        return files.TryGetValue(Additions, out var added)
            ? [.. style, .. colors, (byte)'\n', .. added]
            : [.. style, .. colors];
    }

    // On paper everything is black.
    private static string ColorsOf(string accent)
    {
        var colors = AccentColors.Of(accent);
        return $"@media screen{{:root{{--accent:{colors.Light};--tint:{colors.LightTint}}}}}\n"
            + $"@media screen and (prefers-color-scheme:dark){{:root{{--accent:{colors.Dark};--tint:{colors.DarkTint}}}}}\n";
    }
}
