namespace KapFunctions.Standalone;

/// <summary>The checkout that this program was built from, where there is one.</summary>
public static class Repository
{
    /// <summary>The folder of <c>KapFunctions.sln</c>; null where the program runs elsewhere, as in a container.</summary>
    public static string? Root { get; } = FindRoot();

    /// <summary>The ignored folder for what this machine keeps: the emulator's data and the function key.</summary>
    public static string StateFolder => Path.Combine(Root ?? Environment.CurrentDirectory, ".kap");

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
