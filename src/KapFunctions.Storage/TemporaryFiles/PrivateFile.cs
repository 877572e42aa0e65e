namespace KapFunctions.Storage.TemporaryFiles;

/// <summary>Files that only the user who runs this program may read. On Windows a user's temporary folder is private anyway.</summary>
public static class PrivateFile
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static FileStream Create(string path, FileOptions options = FileOptions.None)
    {
        var create = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = options,
        };
        if (!OperatingSystem.IsWindows())
        {
            create.UnixCreateMode = OwnerReadsAndWrites;
        }

        return new(path, create);
    }

    /// <summary>An empty new file for a database: SQLite would make one that everybody may read, and gives its journals the
    /// rights of the file beside them. https://sqlite.org/src/file/src/os_unix.c (findCreateFileMode)</summary>
    public static void CreateEmpty(string path) => Create(path).Dispose();
}
