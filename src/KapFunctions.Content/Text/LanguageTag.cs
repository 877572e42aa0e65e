using System.Text.RegularExpressions;

namespace KapFunctions.Content.Text;

internal static partial class LanguageTag
{
    /// <summary>BCP 47: <c>de</c>, <c>pt-BR</c>, <c>zh-Hant</c>; <c>en_us</c> is mended; null where it is no tag.</summary>
    public static string? Parse(string text)
    {
        var match = Shape().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }
        var script = match.Groups["script"] is { Success: true } s
            ? $"-{char.ToUpperInvariant(s.Value[0])}{s.Value[1..].ToLowerInvariant()}"
            : "";
        var region = match.Groups["region"] is { Success: true } r ? $"-{r.Value.ToUpperInvariant()}" : "";
        return match.Groups["language"].Value.ToLowerInvariant() + script + region;
    }

    [GeneratedRegex(
        @"^(?<language>[A-Za-z]{2,3})([-_](?<script>[A-Za-z]{4}))?([-_](?<region>[A-Za-z]{2}|[0-9]{3}))?(\.[Uu][Tt][Ff]-?8)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Shape();
}
