namespace KapFunctions.Standalone.Starting;

/// <summary>Without <paramref name="Connection"/> the environment says which storage, and then the emulator is used.</summary>
internal sealed record StartOptions(DirectoryInfo? Content, string Urls, string? Connection, bool NoAzurite);
