namespace KapFunctions.Storage.TemporaryFiles;

/// <summary>Files that are gone when they are closed, even when that is because the process ended.</summary>
public static class TemporaryFile
{
    private static readonly Lazy<ScratchFolder> Folder = new(MakeFolder);

    public static FileStream Create() =>
        PrivateFile.Create(
            Path.Combine(Folder.Value.Path, Guid.NewGuid().ToString("n")),
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
        );

    private static ScratchFolder MakeFolder()
    {
        var folder = ScratchFolder.In(Path.GetTempPath());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder;
    }
}
