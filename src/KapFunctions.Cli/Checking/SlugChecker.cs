using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;

namespace KapFunctions.Cli.Checking;

/// <summary>Of files with one address, the path that sorts first has it, as when a site is published anew.</summary>
internal static class SlugChecker
{
    /// <summary>By the file that comes too late.</summary>
    public static IReadOnlyDictionary<string, Problem> Check(IEnumerable<CheckedFile> files)
    {
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new Dictionary<string, Problem>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (file.Post?.Metadata.Slug is not { } slug || holders.TryAdd(slug, file.File.Name))
            {
                continue;
            }
            taken[file.File.Name] = ContentProblems.SlugTaken(file.File.Name, slug, holders[slug]);
        }
        return taken;
    }
}
