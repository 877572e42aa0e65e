namespace KapFunctions.Query;

/// <summary>
/// A folder for files of one owner, which go with it. An owner that was killed leaves its folder behind; the next one to
/// start clears it away. Who lives is told by a lock that the system takes back from the dead.
/// </summary>
public sealed class ScratchFolder : IDisposable
{
    private const string LockName = "in-use";

    /// <summary>A folder this young may be one whose owner is just about to lock it.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    private readonly FileStream held;

    private ScratchFolder(string path, FileStream held) => (Path, this.held) = (path, held);

    /// <summary>Where the files are.</summary>
    public string Path { get; }

    /// <summary>A new folder below <paramref name="root"/>; those of the dead beside it are cleared away.</summary>
    public static ScratchFolder In(string root, TimeProvider clock)
    {
        var path = System.IO.Path.Combine(root, Guid.NewGuid().ToString("n"));
        Directory.CreateDirectory(path);
        var held = Lock(path, FileMode.CreateNew);
        foreach (var other in Directory.EnumerateDirectories(root).Where(folder => folder != path))
        {
            ClearIfDead(other, clock);
        }

        return new(path, held);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        held.Dispose();
        Delete(Path);
    }

    private static FileStream Lock(string folder, FileMode mode) =>
        new(System.IO.Path.Combine(folder, LockName), mode, FileAccess.ReadWrite, FileShare.None);

    private static void ClearIfDead(string folder, TimeProvider clock)
    {
        if (clock.GetUtcNow() - Directory.GetCreationTimeUtc(folder) < Young)
        {
            return;
        }

        try
        {
            Lock(folder, FileMode.OpenOrCreate).Dispose();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Its owner lives, or is another user of this machine, or somebody else clears it at this moment.
            return;
        }

        Delete(folder);
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What cannot go now is tried again by whoever starts next: nothing depends on it.
        }
    }
}
