namespace KapFunctions.Cli.Terminal;

/// <summary>What a command meets outside itself, so that tests can give it other surroundings.</summary>
internal sealed record Surroundings(
    TextWriter Out,
    TextWriter Errors,
    string Folder,
    Func<string, string?> Variable,
    TimeProvider Clock
)
{
    public static Surroundings OfThisProcess() =>
        new(
            Console.Out,
            Console.Error,
            Environment.CurrentDirectory,
            Environment.GetEnvironmentVariable,
            TimeProvider.System
        );

    public string PathOf(string typed) => Path.GetFullPath(typed, Folder);

    /// <summary>As the person at the terminal would type it, with forward slashes.</summary>
    public string Shown(string file) => Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar, '/');
}
