using CliWrap.Buffered;
using KapFunctions.Testing;

namespace KapFunctions.Infra.Tests;

/// <summary>The Bicep compiler.</summary>
internal sealed class Bicep : INeed
{
    private static readonly string Executable = Repository.Metadata("Bicep");

    /// <summary>Its package is fetched on Linux only.</summary>
    public static string? Missing =>
        OperatingSystem.IsLinux() && File.Exists(Executable)
            ? null
            : "The Bicep compiler's package is for Linux on x64.";

    /// <summary>Runs a command of the compiler at the top of the repository.</summary>
    public static async Task<BufferedCommandResult> RunAsync(
        string[] arguments,
        params (string Name, string? Value)[] environment
    )
    {
        if (OperatingSystem.IsLinux())
        {
            // Packages do not keep the right to execute.
            File.SetUnixFileMode(Executable, File.GetUnixFileMode(Executable) | UnixFileMode.UserExecute);
        }

        return await Tool.RunAsync(Executable, arguments, Repository.PathOf("."), environment);
    }
}
