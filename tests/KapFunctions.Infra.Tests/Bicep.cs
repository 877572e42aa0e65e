using System.Diagnostics;

namespace KapFunctions.Infra.Tests;

/// <summary>The Bicep compiler.</summary>
internal static class Bicep
{
    private static readonly string Executable = Repository.Metadata("Bicep");

    public static bool IsHere => OperatingSystem.IsLinux() && File.Exists(Executable);

    /// <summary>Runs a command of the compiler at the top of the repository.</summary>
    public static async Task<Run> RunAsync(string[] arguments, params (string Name, string? Value)[] environment)
    {
        if (OperatingSystem.IsLinux())
        {
            // Packages do not keep the right to execute.
            File.SetUnixFileMode(Executable, File.GetUnixFileMode(Executable) | UnixFileMode.UserExecute);
        }

        var start = new ProcessStartInfo(Executable, arguments)
        {
            WorkingDirectory = Repository.PathOf("."),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>What a command came to.</summary>
    internal sealed record Run(int ExitCode, string Output, string Error);
}
