namespace KapFunctions.Benchmarks.Delivery.Peers;

/// <summary>Our own host, over given storage.</summary>
internal static class OwnHost
{
    public static ServerProcess Start(string connectionString, params string[] options) =>
        StartIn(AppContext.BaseDirectory, connectionString, options);

    /// <summary>The same from another folder that it was built into.</summary>
    public static ServerProcess StartIn(string folder, string connectionString, params string[] options) =>
        ServerProcess.Start(
            "Standalone",
            "dotnet",
            port =>
                [
                    Path.Combine(folder, "KapFunctions.Standalone.dll"),
                    "--no-azurite",
                    "--connection",
                    connectionString,
                    "--urls",
                    ServerProcess.Address(port),
                    .. options,
                ],
            new Dictionary<string, string> { ["Editor__OwnerKey"] = "key-of-the-benchmarks" }
        );
}
