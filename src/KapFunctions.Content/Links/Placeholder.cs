using System.Text;

namespace KapFunctions.Content.Links;

/// <summary>The address of another source file before it is known: <c>kap:posts/b.md</c>, percent-encoded, perhaps with a
/// <c>#fragment</c>. The read side fills it in, so that no body is rendered again because another post was renamed.
/// Wiki links by title or file name alone are <c>kap:title/{percent-encoded}</c>.</summary>
public static class Placeholder
{
    /// <summary>One that an author writes means no more than the same path would.</summary>
    public const string Scheme = "kap:";

    private const string Title = Scheme + "title/";

    /// <summary>By path in the content container.</summary>
    public static string ForPath(string path)
    {
        var placeholder = new StringBuilder(Scheme);
        foreach (var part in path.Split('/'))
        {
            placeholder.Append(placeholder.Length > Scheme.Length ? "/" : "").Append(Uri.EscapeDataString(part));
        }
        return placeholder.ToString();
    }

    /// <summary>By a post's title, or any file's name without a folder.</summary>
    public static string ForTitle(string title) => Title + Uri.EscapeDataString(title);

    /// <summary>Decoded; null where <paramref name="placeholder"/> names a title or is none.</summary>
    public static string? PathOf(string placeholder) =>
        placeholder.StartsWith(Scheme, StringComparison.Ordinal)
        && !placeholder.StartsWith(Title, StringComparison.Ordinal)
            ? Uri.UnescapeDataString(WithoutFragment(placeholder[Scheme.Length..]))
            : null;

    /// <summary>Decoded; null where <paramref name="placeholder"/> names a path or is none.</summary>
    public static string? TitleOf(string placeholder) =>
        placeholder.StartsWith(Title, StringComparison.Ordinal)
            ? Uri.UnescapeDataString(WithoutFragment(placeholder[Title.Length..]))
            : null;

    internal static bool IsWellFormed(string url)
    {
        var path = WithoutFragment(url[Scheme.Length..]);
        return url.StartsWith(Scheme, StringComparison.Ordinal)
            && path.Length > 0
            && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' or '%' or '/')
            && !path.Split('/').Any(part => part is "" or "." or "..");
    }

    private static string WithoutFragment(string text) =>
        text.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? text[..hash] : text;
}
