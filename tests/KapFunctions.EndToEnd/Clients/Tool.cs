using System.ComponentModel;
using System.Diagnostics;

namespace KapFunctions.EndToEnd.Clients;

/// <summary>A program of this machine, run to its end.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs it in <paramref name="folder"/>.</summary>
    /// <returns>Its exit code and what it printed; null where there is no such program.</returns>
    public static async Task<(int ExitCode, string Output)?> RunAsync(
        string program,
        string folder,
        string[] arguments,
        params (string Name, string Value)[] environment
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

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
        using var patience = new CancellationTokenSource(Patience);
        await using var _ = patience.Token.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, await output + await errors);
    }
}
