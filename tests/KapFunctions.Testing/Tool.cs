using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;

namespace KapFunctions.Testing;

/// <summary>A program of this machine, run to its end.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Whether it is here and does something; for those that are optional.</summary>
    public static async Task<bool> SucceedsAsync(string program, string[] arguments, string folder = "")
    {
        try
        {
            return (await RunAsync(program, arguments, folder)).IsSuccess;
        }
        catch (Win32Exception)
        {
            // That is how a system says that there is no such program.
            return false;
        }
    }

    /// <summary>Runs it in <paramref name="folder"/>, whatever its exit code.</summary>
    public static async Task<BufferedCommandResult> RunAsync(
        string program,
        string[] arguments,
        string folder = "",
        params (string Name, string? Value)[] environment
    )
    {
        using var patience = new CancellationTokenSource(Patience);
        return await CliWrap
            .Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(folder.Length > 0 ? folder : Directory.GetCurrentDirectory())
            .WithEnvironmentVariables(environment.ToDictionary(one => one.Name, one => one.Value))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(patience.Token);
    }
}
