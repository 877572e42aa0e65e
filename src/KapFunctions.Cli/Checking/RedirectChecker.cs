using KapFunctions.Cli.Folders;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Redirects;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Cli.Checking;

internal static class RedirectChecker
{
    /// <summary>The lines of <c>redirects.yaml</c> for addresses at which a file of the folder stands.</summary>
    public static IEnumerable<Problem> Check(LocalFile file, IEnumerable<CheckedFile> files)
    {
        var rules = RedirectsParser.Parse(new(file.Name, BoundedFile.Read(file.Path, RedirectsParser.MaxBytes))).Rules;
        var held = files
            .Where(other => other.Post is { Metadata.Draft: false })
            .ToLookup(other => other.Post!.Metadata.Slug, other => other.File.Name, StringComparer.Ordinal);
        return (rules ?? [])
            .Where(rule => !rule.IsPrefix && held.Contains(rule.From))
            .Select(rule => RedirectProblems.Hidden(rule, held[rule.From].First()));
    }
}
