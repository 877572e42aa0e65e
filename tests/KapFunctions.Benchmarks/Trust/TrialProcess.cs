using System.Diagnostics;
using System.Globalization;

namespace KapFunctions.Benchmarks.Trust;

/// <summary>
/// A Standalone in a process of its own over some account, with a temporary folder of its own; all that it says is kept in
/// <c>artifacts/trust</c>. It may be killed at any time.
/// </summary>
internal sealed class TrialProcess : IDisposable
{
    private const string Key = "key-of-the-trials-0123456789";

    private readonly Process process;
    private readonly bool ownsTemporary;
    private volatile bool isDisposed;

    private TrialProcess(Process process, string? temporary)
    {
        this.process = process;
        ownsTemporary = temporary is null;
        TemporaryFolder = temporary ?? process.StartInfo.Environment["TMPDIR"]!;
    }

    /// <summary>Follows no redirect: the trials count answers, not pages.</summary>
    public HttpClient Http { get; } =
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>The same as somebody without a key.</summary>
    public HttpClient Public { get; } =
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(60) };

    public string TemporaryFolder { get; }

    public bool HasEnded => isDisposed || process.HasExited;

    /// <summary>What is resident now, as the kernel counts it.</summary>
    public long Memory => Kilobytes("VmRSS") << 10;

    /// <summary>The most that ever was.</summary>
    public long PeakMemory => Kilobytes("VmHWM") << 10;

    public long TemporaryBytes =>
        new DirectoryInfo(TemporaryFolder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(LengthOf);

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <param name="name">Under which it logs.</param>
    /// <param name="connection">The account.</param>
    /// <param name="jail">The memory that it may take, and one core; null for no limit.</param>
    /// <param name="temporary">Its temporary folder; null for a new one.</param>
    /// <param name="release">The built Standalone of another release; null for this one's.</param>
    public static async Task<TrialProcess> StartAsync(
        string name,
        string connection,
        MemoryJail? jail = null,
        string? temporary = null,
        string? release = null
    )
    {
        string[] command =
        [
            "dotnet",
            release ?? Path.Combine(AppContext.BaseDirectory, "KapFunctions.Standalone.dll"),
            "--connection",
            connection,
            "--urls",
            "http://127.0.0.1:0",
            "--no-azurite",
        ];
        command = jail?.Around(command) ?? command;
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Editor__OwnerKey"] = Key;
        // Of releases that knew no keys of editors.
        start.Environment["FunctionKeys__Host"] = Key;
        start.Environment["TMPDIR"] = temporary ?? Directory.CreateTempSubdirectory("kap-trust-").FullName;
        foreach (var (variable, value) in jail?.Environment ?? new Dictionary<string, string>())
        {
            start.Environment[variable] = value;
        }

        var site = new TrialProcess(Process.Start(start)!, temporary);
        site.Http.DefaultRequestHeaders.Add("x-functions-key", Key);
        try
        {
            await site.BecomeReadyAsync(name);
        }
        catch
        {
            site.Dispose();
            throw;
        }

        return site;
    }

    /// <summary>SIGKILL: it finishes nothing.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        isDisposed = true;
        Kill();
        Http.Dispose();
        Public.Dispose();
        process.Dispose();
        if (ownsTemporary)
        {
            Directory.Delete(TemporaryFolder, recursive: true);
        }
    }

    private async Task BecomeReadyAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine("artifacts", "trust")).FullName;
        _ = CopyAsync(process.StandardError, Path.Combine(folder, $"{name}.err"));
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("  Site", StringComparison.Ordinal))
            {
                Public.BaseAddress = Http.BaseAddress = new(line.Split(' ')[^1]);
                _ = CopyAsync(process.StandardOutput, Path.Combine(folder, $"{name}.out"));
                while (!(await Http.GetAsync("/api/health/ready")).IsSuccessStatusCode)
                {
                    await Task.Delay(50);
                }

                return;
            }
        }

        throw new InvalidOperationException($"Standalone did not start; {folder} says why.");
    }

    private static async Task CopyAsync(StreamReader from, string file)
    {
        await using var log = File.Create(file);
        await from.BaseStream.CopyToAsync(log);
    }

    /// <summary>0 where the process ends just now: what is left of it holds nothing.</summary>
    private long Kilobytes(string field) =>
        File.ReadLines($"/proc/{process.Id}/status")
            .FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal))
            is { } line
            ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture)
            : 0;

    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            // It was removed between the listing and the question.
            return 0;
        }
    }
}
