using System.Text;

namespace KapFunctions.Content.Links;

/// <summary>The address of another source file before it is known: <c>kap:posts/b.md</c>, with an optional <c>#fragment</c>. A
/// body that holds placeholders never has to be rendered again because another post was renamed; the read side fills them in when
/// an answer is finished. The path is percent-encoded as in a URL. Wiki links by title or by file name alone are
/// <c>kap:title/{what the author wrote, percent-encoded}</c>, those to files below <c>media/</c> by name alone <c>kap:file/{the
/// post's folder}/{what the author wrote}</c>, each percent-encoded.</summary>
public static class Placeholder
{
    /// <summary>One that an author writes means no more than the same path would.</summary>
    public const string Scheme = "kap:";

    private const string Title = Scheme + "title/";
    private const string File = Scheme + "file/";

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

    /// <summary>The placeholder of a file below <c>media/</c> by its name, written in a post in <paramref name="folder"/>.</summary>
    public static string ForFile(string folder, string name) =>
        File + Uri.EscapeDataString(folder) + "/" + Uri.EscapeDataString(name);

    /// <summary>The folder of the post and the name of the file that <paramref name="placeholder"/> names; null where it names none so.</summary>
    public static (string Folder, string Name)? FileOf(string placeholder) =>
        placeholder.StartsWith(File, StringComparison.Ordinal)
        && WithoutFragment(placeholder[File.Length..]).Split('/') is [var folder, var name]
            ? (Uri.UnescapeDataString(folder), Uri.UnescapeDataString(name))
            : null;

    /// <summary>The path that <paramref name="placeholder"/> names, decoded; null where it names a title or is none.</summary>
    public static string? PathOf(string placeholder) =>
        placeholder.StartsWith(Scheme, StringComparison.Ordinal)
        && !placeholder.StartsWith(Title, StringComparison.Ordinal)
        && !placeholder.StartsWith(File, StringComparison.Ordinal)
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
