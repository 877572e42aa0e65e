using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;

namespace KapFunctions.Storage.Files;

/// <summary>Which blob names can be read back as they are. The storage SDK resolves dot segments and turns backslashes before a
/// name leaves the machine, so a name that holds them would reach another blob.</summary>
public static class SourcePath
{
    /// <summary>https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata</summary>
    private const int MaxLength = 1024;

    public static bool IsAddressable(string path) =>
        path.Length <= MaxLength
        && !path.Contains('\\')
        && !path.Contains('\uFFFD')
        && !path.Any(char.IsControl)
        && path.Split('/').All(segment => segment is not ("" or "." or ".."));

    public static Problem Problem(string path) =>
        MisplacedFile.ProblemOf(path) ?? ContentProblems.PathNotAddressable(path);
}
