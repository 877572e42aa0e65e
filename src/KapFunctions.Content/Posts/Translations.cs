using System.Text;

namespace KapFunctions.Content.Posts;

/// <summary>What a text and its translations have in common.</summary>
public static class Translations
{
    /// <summary>The key of a file that says nothing of translations: its path without its ending.</summary>
    public static string OfFile(string path)
    {
        var dot = path.LastIndexOf('.');
        return KeyOf(dot > path.LastIndexOf('/') ? path[..dot] : path);
    }

    /// <summary>In one form, whether a letter and its accent are one character or two.</summary>
    internal static string KeyOf(string path) =>
        Ascii.IsValid(path) || path.EnumerateRunes().Contains(Rune.ReplacementChar)
            ? path
            : path.Normalize(NormalizationForm.FormC);
}
