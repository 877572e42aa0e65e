namespace KapFunctions.Cli.Terminal;

/// <summary>What a command meets outside itself, so that tests can give it other surroundings.</summary>
/// <param name="Out">Where results go.</param>
/// <param name="Errors">Where mistakes and progress go.</param>
/// <param name="Folder">The folder that relative paths start from.</param>
/// <param name="Variable">Reads an environment variable; null where it is not set.</param>
/// <param name="Clock">What time it is.</param>
internal sealed record Surroundings(
    TextWriter Out,
    TextWriter Errors,
    string Folder,
    Func<string, string?> Variable,
    TimeProvider Clock
)
{
    /// <summary>The terminal, folder and environment that the process was started in.</summary>
    public static Surroundings OfThisProcess() =>
        new(
            Console.Out,
            Console.Error,
            Environment.CurrentDirectory,
            Environment.GetEnvironmentVariable,
            TimeProvider.System
        );

    /// <summary>The full path of what was typed.</summary>
    public string PathOf(string typed) => Path.GetFullPath(typed, Folder);

    /// <summary>A file as the person at the terminal would type it, with forward slashes.</summary>
    public string Shown(string file) => Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar, '/');
}
