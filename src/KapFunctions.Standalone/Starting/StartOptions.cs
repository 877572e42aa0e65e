namespace KapFunctions.Standalone.Starting;

/// <summary>What the command line asks for.</summary>
/// <param name="Content">A folder to mirror into the content container.</param>
/// <param name="RemoveMany">Whether mirroring may remove most of what is online.</param>
/// <param name="Urls">Addresses to listen at.</param>
/// <param name="Connection">The storage to use; null leaves it to the environment, and then to the emulator.</param>
/// <param name="NoAzurite">Whether Azurite must not be started.</param>
internal sealed record StartOptions(
    DirectoryInfo? Content,
    bool RemoveMany,
    string Urls,
    string? Connection,
    bool NoAzurite
);
