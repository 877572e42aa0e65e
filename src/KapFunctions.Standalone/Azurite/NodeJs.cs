using KapFunctions.Standalone.Machine;

namespace KapFunctions.Standalone.Azurite;

internal static class NodeJs
{
    /// <summary>Azurite's own dependencies ask for it.</summary>
    private const int OldestMajor = 20;

    private const string Remedy =
        "Install Node.js 20 or newer from https://nodejs.org, or give --connection with a storage account of your own.";

    /// <exception cref="StartupException">There is none, or it is too old.</exception>
    public static async Task CheckAsync(CancellationToken cancellation)
    {
        var answer = await Command.RunAsync("node", Environment.CurrentDirectory, cancellation, "--version");
        if (answer is not { ExitCode: 0 })
        {
            throw new StartupException($"Node.js was not found, and the storage emulator Azurite needs it. {Remedy}");
        }

        var version = answer.Value.Output.Trim();
        if (!Version.TryParse(version.TrimStart('v'), out var parsed) || parsed.Major < OldestMajor)
        {
            throw new StartupException($"Node.js {version} is too old for the storage emulator Azurite. {Remedy}");
        }
    }
}
