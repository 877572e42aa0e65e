namespace KapFunctions.Storage.TemporaryFiles;

/// <summary>A folder for files of one owner, which go with it. Its name cannot be guessed and nobody else may look into it, so it
/// may stand where everybody writes, such as <c>/tmp</c>. An owner that was killed leaves its folder behind; the next one to
/// start clears it away. Who lives is told by a lock that the system takes back from the dead.</summary>
public sealed class ScratchFolder : IDisposable
{
    private const string NamePrefix = "kapfunctions-";
    private const string LockName = "in-use";

    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>A folder this young may be one whose owner is just about to lock it.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    private readonly FileStream held;

    private ScratchFolder(string path, FileStream held) => (Path, this.held) = (path, held);

    public string Path { get; }

    public static ScratchFolder In(string root)
    {
        var path = System.IO.Path.Combine(root, NamePrefix + Guid.NewGuid().ToString("n"));
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerAlone);
        }

        return new(path, PrivateFile.Create(System.IO.Path.Combine(path, LockName)));
    }

    public void ClearDead(TimeProvider clock)
    {
        var root = System.IO.Path.GetDirectoryName(Path)!;
        foreach (var other in Directory.EnumerateDirectories(root, NamePrefix + "*").Where(folder => folder != Path))
        {
            if (clock.GetUtcNow() - Directory.GetCreationTimeUtc(other) >= Young)
            {
                ClearIfDead(other);
            }
        }
    }

    public void Dispose()
    {
        held.Dispose();
        Delete(Path);
    }

    private void ClearIfDead(string folder)
    {
        try
        {
            var mark = new FileInfo(System.IO.Path.Combine(folder, LockName));
            if (!IsPrivate(folder) || !mark.Exists || mark.LinkTarget is not null)
            {
                return;
            }

            using (new FileStream(mark.FullName, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
                // Root may open what others prepared. In here nobody can put something else in its place meanwhile.
                var taken = System.IO.Path.Combine(Path, System.IO.Path.GetFileName(folder));
                Directory.Move(folder, taken);
                Delete(taken);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Its owner lives, or is another user of this machine, or somebody else clears it at this moment.
        }
    }

    /// <summary>Whether it is a folder, not a link to one, made as <see cref="In"/> makes them.</summary>
    private static bool IsPrivate(string folder) =>
        !File.GetAttributes(folder).HasFlag(FileAttributes.ReparsePoint)
        && (OperatingSystem.IsWindows() || File.GetUnixFileMode(folder) == OwnerAlone);

    /// <summary>Owners make files only: nothing is followed into deeper folders.</summary>
    private static void Delete(string folder)
    {
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                File.Delete(file);
            }

            Directory.Delete(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What cannot go now is tried again by whoever starts next: nothing depends on it.
        }
    }
}
