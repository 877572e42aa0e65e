using System.Text;

namespace KapFunctions.Content.Links;

/// <summary>Files below <c>media/</c> by their names alone, as Obsidian embeds them.</summary>
public static class MediaNames
{
    /// <summary>The name under which <paramref name="path"/> is found: without folders, and in one spelling of capitals and accents.</summary>
    public static string KeyOf(string path) => Fold(path[(path.LastIndexOf('/') + 1)..]);

    /// <summary>
    /// Those of <paramref name="paths"/> that <paramref name="target"/> may mean, a name or the end of a path: first the
    /// nearest to the post in <paramref name="folder"/>, then the one that sorts first.
    /// </summary>
    public static IReadOnlyList<string> Ranked(string folder, string target, IEnumerable<string> paths)
    {
        var end = "/" + Fold(target);
        return
        [
            .. paths
                .Where(path => Fold(path).EndsWith(end, StringComparison.Ordinal))
                .OrderBy(path => Distance(folder, path[..path.LastIndexOf('/')]))
                .ThenBy(path => path, StringComparer.Ordinal),
        ];
    }

    /// <summary>Steps from one folder to the other, where <c>posts/</c> and <c>media/</c> are taken for one.</summary>
    private static int Distance(string folder, string other)
    {
        var (a, b) = (folder.Split('/')[1..], other.Split('/')[1..]);
        var common = 0;
        while (common < a.Length && common < b.Length && a[common] == b[common])
        {
            common++;
        }
        return a.Length + b.Length - 2 * common;
    }

    private static string Fold(string text) => text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
}
