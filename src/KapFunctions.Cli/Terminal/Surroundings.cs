using KapFunctions.Storage.Files;

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
    /// <summary>Variables that name who does it.</summary>
    private static readonly string[] Writers = ["KAP_BY", "GITHUB_ACTOR", "USER", "USERNAME"];

    public static Surroundings OfThisProcess() =>
        new(
            Console.Out,
            Console.Error,
            Environment.CurrentDirectory,
            Environment.GetEnvironmentVariable,
            TimeProvider.System
        );

    /// <summary>What is written beside a file: who pushes it, and when. In a pipeline that is who started it.</summary>
    public FileWrite Writes() =>
        new(
            Writers.Select(Variable).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) ?? "kap",
            Clock.GetUtcNow()
        );

    public string PathOf(string typed) => Path.GetFullPath(typed, Folder);

    /// <summary>As the person at the terminal would type it, with forward slashes.</summary>
    public string Shown(string file) => Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar, '/');
}
