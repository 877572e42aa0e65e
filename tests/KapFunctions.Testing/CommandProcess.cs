using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using KapFunctions.Standalone.Machine;

namespace KapFunctions.Testing;

/// <summary>The command, run as a process of its own.</summary>
internal sealed class CommandProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder seen = new();

    public CommandProcess(params string[] arguments)
        : this([], arguments) { }

    public CommandProcess((string Name, string Value)[] environment, params string[] arguments)
        : this(environment, [Path.Combine(AppContext.BaseDirectory, "KapFunctions.Standalone.dll"), .. arguments], "")
    { }

    private CommandProcess((string Name, string Value)[] environment, string[] arguments, string folder)
    {
        // A shell gives what it starts in the background an ignored SIGINT, and that is inherited: the tests' own would never hear it.
        string[] dotnet = OperatingSystem.IsLinux() ? ["env", "--default-signal", PathOf("dotnet")] : ["dotnet"];
        string[] command = [.. dotnet, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
    }

    /// <summary>The README's first command, without building again what the tests were built with.</summary>
    public static CommandProcess AsTheReadmeSays(params string[] arguments) =>
        new(
            [],
            [
                "run",
                "--no-build",
                "--configuration",
                Configuration,
                "--project",
                "src/KapFunctions.Standalone",
                "--",
                .. arguments,
            ],
            Repository.Root!
        );

    /// <summary>Looked up here, since the command may be given another PATH.</summary>
    private static string PathOf(string program) =>
        Environment
            .GetEnvironmentVariable("PATH")!
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .First(File.Exists);

    private static string Configuration =>
        typeof(CommandProcess).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>Reads on until a line has <paramref name="text"/> in it.</summary>
    public async Task<string> LineWithAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                seen.AppendLine(line);
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"'{text}' did not come within {Patience.TotalSeconds} seconds after:\n{seen}");
        }

        throw new InvalidOperationException(
            $"'{text}' is not in:\n{seen}{await process.StandardError.ReadToEndAsync()}"
        );
    }

    /// <summary>Passes over all that it still says; a process whose output nobody reads comes to a halt.</summary>
    public void IgnoreOutput()
    {
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
    }

    /// <summary>Whether it has ended, by itself or not.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Waits for the end; fails with what it said until then when that takes too long.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var buffer = new char[4096];
            while (await process.StandardOutput.ReadAsync(buffer, patience.Token) is > 0 and var read)
            {
                seen.Append(buffer, 0, read);
            }

            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, seen.ToString(), await errors);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"It has not ended within {Patience.TotalSeconds} seconds after:\n{seen}");
        }
    }

    /// <summary>Asks it to end, as Ctrl+C or a container's host does.</summary>
    public void Signal(PosixSignal signal)
    {
        using var kill = Process.Start("kill", [signal == PosixSignal.SIGINT ? "-INT" : "-TERM", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Kills it, and none of the processes that it started.</summary>
    public void KillAlone() => process.Kill(entireProcessTree: false);

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
