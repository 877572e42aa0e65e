using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KapFunctions.Benchmarks.Delivery.Peers;

/// <summary>
/// Our host and a bare one as they are run in earnest: both published by the same command, compiled ahead for this machine
/// (https://learn.microsoft.com/dotnet/core/deploying/ready-to-run).
/// </summary>
internal sealed class Published(string folder)
{
    private string Own => Path.Combine(folder, "own");

    private string BareHost => Path.Combine(folder, "bare");

    public static async Task<Published> MakeAsync(string work)
    {
        var published = new Published(Path.Combine(work, "published"));
        await PublishAsync("src/KapFunctions.Standalone", published.Own);
        await PublishAsync("tests/KapFunctions.Benchmarks", published.BareHost);
        return published;
    }

    /// <summary>Our own host, over given storage.</summary>
    public ServerProcess StartOwn(string connectionString) => OwnHost.StartIn(Own, connectionString);

    /// <summary>The least of ASP.NET Core hosts: one answer to everything.</summary>
    public ServerProcess StartBare() =>
        ServerProcess.Start(
            "bare host",
            "dotnet",
            port =>
                [
                    Path.Combine(BareHost, "KapFunctions.Benchmarks.dll"),
                    "start",
                    "--bare",
                    "--urls",
                    ServerProcess.Address(port),
                ]
        );

    private static async Task PublishAsync(string project, string output)
    {
        string[] arguments =
        [
            "publish",
            Path.Combine(Root(), project),
            "--configuration",
            "Release",
            "--runtime",
            RuntimeInformation.RuntimeIdentifier,
            "--self-contained",
            "false",
            "--output",
            output,
            "--verbosity",
            "quiet",
            "-nologo",
            "-p:PublishReadyToRun=true",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"Publishing {project} ended with {process.ExitCode}.");
        }
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(here, "..", "..", "..", ".."));
}
