using KapFunctions.Content.Problems;

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
        new(
            Severity.Error,
            "path-not-addressable",
            path,
            Line: 1,
            Column: 1,
            "The file's name holds a backslash, a control character, an empty folder name or a dot folder, so it cannot be addressed.",
            "Upload the file under a name of letters, digits, spaces, hyphens and forward slashes, and delete this one."
        );
}
