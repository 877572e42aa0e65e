using System.Collections.Frozen;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Rendering;

internal static class AttributeRules
{
    private const int MaxText = 500;

    private static readonly FrozenSet<string> Texts = FrozenSet.Create("title", "alt", "aria-label");

    /// <summary>Null where the attribute, or this value of it, is not allowed.</summary>
    public static string? Value(string name, string value) =>
        name.ToLowerInvariant() switch
        {
            var text when Texts.Contains(text) => value.Length <= MaxText ? value : null,
            "lang" => LanguageTag.Parse(value),
            "dir" => value is "ltr" or "rtl" or "auto" ? value : null,
            "width" or "height" => IsSize(value) ? value : null,
            "loading" => value is "lazy" or "eager" ? value : null,
            _ => null,
        };

    /// <summary>Class names that cannot be mistaken for anything else.</summary>
    public static bool IsClass(string name) =>
        name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public static bool IsSize(string value) =>
        value.Length is > 0 and <= 5
        && value.AsSpan().TrimEnd('%').IndexOfAnyExceptInRange('0', '9') < 0
        && value[0] != '%';
}
