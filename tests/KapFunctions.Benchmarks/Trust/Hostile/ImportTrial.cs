using System.Diagnostics;
using System.Globalization;
using KapFunctions.Cli;
using KapFunctions.Cli.Terminal;

namespace KapFunctions.Benchmarks.Trust.Hostile;

/// <summary>
/// Generated exports into <c>kap import</c>, within the same bounds as a site. They run one after the other in a process of
/// their own, which says of each what became of it; where that process ends, the one it was at is to blame.
/// </summary>
internal static class ImportTrial
{
    private const long Memory = 512L << 20;

    private static readonly TimeSpan MostProcessorTime = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(int seed, int count, TimeSpan most)
    {
        using var jail = MemoryJail.Make(Memory);
        Console.WriteLine($"seed {seed}, {count} exports, {Memory >> 20} MiB by {jail.Kind}, one core");
        var findings = new Findings();
        var table = new HostileTable();
        var begun = Stopwatch.GetTimestamp();
        var next = 0;
        while (next < count && Stopwatch.GetElapsedTime(begun) < most)
        {
            next = await FollowAsync(seed, next, count, most - Stopwatch.GetElapsedTime(begun), jail, table, findings);
        }

        table.Write();
        Console.WriteLine(jail.Describe());
        return findings.Report("hostile exports");
    }

    /// <summary>What the process in the jail does.</summary>
    public static async Task<int> ImportAsync(int seed, int from, int to)
    {
        var folder = Directory.CreateTempSubdirectory("kap-trust-import-").FullName;
        try
        {
            for (var number = from; number < to; number++)
            {
                var (importer, bytes) = HostileExports.Make(DiceOf(seed, number));
                await File.WriteAllBytesAsync(Path.Combine(folder, "export"), bytes);
                using var said = new StringWriter();
                var around = new Surroundings(said, said, folder, _ => null, TimeProvider.System);
                var before = Environment.CpuUsage.TotalTime;
                var outcome = await OutcomeAsync(["import", importer, "export", "--out", "out"], around);
                var took = (long)(Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
                Console.WriteLine(FormattableString.Invariant($"{number} {importer} {took} {outcome}"));
                if (Directory.Exists(Path.Combine(folder, "out")))
                {
                    Directory.Delete(Path.Combine(folder, "out"), recursive: true);
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task<string> OutcomeAsync(string[] arguments, Surroundings around)
    {
        try
        {
            return await KapCommand.RunAsync(arguments, around) switch
            {
                0 => "imported",
                1 => "imported, with problems",
                _ => "refused",
            };
        }
        catch (Exception thrown)
        {
            // Every one is a finding, and the parent is to hear of it with its number.
            return $"threw {thrown.GetType().Name}: {thrown.Message.ReplaceLineEndings(" ")}";
        }
    }

    /// <summary>The number to go on with.</summary>
    private static async Task<int> FollowAsync(
        int seed,
        int from,
        int to,
        TimeSpan left,
        MemoryJail jail,
        HostileTable table,
        Findings findings
    )
    {
        string[] numbers = [.. new[] { seed, from, to }.Select(n => n.ToString(CultureInfo.InvariantCulture))];
        var command = jail.Around(["dotnet", typeof(ImportTrial).Assembly.Location, "trust", "import", .. numbers]);
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true };
        foreach (var (variable, value) in jail.Environment)
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start)!;
        using var stopping = new CancellationTokenSource(left);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(stopping.Token) is { } line)
            {
                from = Note(seed, line, table, findings) + 1;
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            return to;
        }

        await process.WaitForExitAsync(CancellationToken.None);
        if (from < to)
        {
            findings.Add($"{Keep(seed, from)} ended the process with {process.ExitCode}");
        }

        return from + 1;
    }

    private static int Note(int seed, string line, HostileTable table, Findings findings)
    {
        var parts = line.Split(' ', 4);
        var number = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var took = TimeSpan.FromMilliseconds(long.Parse(parts[2], CultureInfo.InvariantCulture));
        table.Note(parts[1], took);
        if (parts[3].StartsWith("threw", StringComparison.Ordinal))
        {
            findings.Add($"{Keep(seed, number)} {parts[3]}");
            return number;
        }

        table.Add(parts[1], parts[3]);
        findings.Unless(
            took <= MostProcessorTime,
            $"{Keep(seed, number)} took {took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s of the processor"
        );
        return number;
    }

    private static string Keep(int seed, int number)
    {
        var (importer, bytes) = HostileExports.Make(DiceOf(seed, number));
        return new HostileInput(importer, number, "export", bytes).Keep();
    }

    private static Dice DiceOf(int seed, int number) => Dice.Of(seed, HostileInput.Kinds.Count, number);
}
