namespace KapFunctions.Standalone.Machine;

internal static class Repository
{
    /// <summary>The folder of <c>KapFunctions.sln</c>; null where the program runs elsewhere, as in a container.</summary>
    public static string? Root { get; } = FindRoot();

    /// <summary>Ignored by git: the emulator's data and the owner's key.</summary>
    public static string StateFolder => Path.Combine(Root ?? Environment.CurrentDirectory, ".kap");

    /// <summary>Shuts out everybody else: the emulator's data hold texts that nobody published.</summary>
    public static void ShutStateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(StateFolder);
            return;
        }

        const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(StateFolder, OwnerAlone);
        if (File.GetUnixFileMode(StateFolder) != OwnerAlone)
        {
            File.SetUnixFileMode(StateFolder, OwnerAlone);
        }
    }

    private static string? FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KapFunctions.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
