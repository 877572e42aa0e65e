using System.ComponentModel;
using System.Diagnostics;

namespace KapFunctions.Standalone.Azurite;

internal static class Command
{
    /// <returns>Null where there is no such program.</returns>
    public static async Task<(int ExitCode, string Output)?> RunAsync(
        string program,
        string folder,
        CancellationToken cancellation,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process? started;
        try
        {
            started = Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }

        using var process = started!;
        await using var _ = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return (process.ExitCode, await output + await errors);
    }
}
