using System.Globalization;

namespace KapFunctions.Benchmarks.Trust;

/// <summary>
/// What a process may hold, and a single core: by a control group of the kernel, as a container's, else by the limit of the
/// heap, which leaves it to the trial to look at what is resident.
/// </summary>
internal sealed class MemoryJail : IDisposable
{
    private const string FirstGeneration = "/sys/fs/cgroup/memory";
    private const string SecondGeneration = "/sys/fs/cgroup";

    /// <summary>The share of a container's memory that .NET takes for its heap by default.</summary>
    private const double HeapShare = 0.75;

    /// <summary>Of both generations of control groups.</summary>
    private static readonly string[] Accounts =
    [
        "memory.max_usage_in_bytes",
        "memory.failcnt",
        "memory.peak",
        "memory.events",
    ];

    private readonly string? folder;

    private MemoryJail(long bytes, string? folder)
    {
        Bytes = bytes;
        this.folder = folder;
    }

    public long Bytes { get; }

    public bool IsEnforced => folder is not null;

    public string Kind => folder is null ? "a limit of the heap" : $"the control group {folder}";

    public IReadOnlyDictionary<string, string> Environment =>
        folder is null
            ? new Dictionary<string, string>
            {
                ["DOTNET_GCHeapHardLimit"] = ((long)(Bytes * HeapShare)).ToString("x", CultureInfo.InvariantCulture),
            }
            : new Dictionary<string, string>();

    public static MemoryJail Make(long bytes)
    {
        var isFirst = Directory.Exists(FirstGeneration);
        var folder = Path.Combine(
            isFirst ? FirstGeneration : SecondGeneration,
            $"kap-trust-{System.Environment.ProcessId}"
        );
        try
        {
            Directory.CreateDirectory(folder);
            var limit = Path.Combine(folder, isFirst ? "memory.limit_in_bytes" : "memory.max");
            File.WriteAllText(limit, bytes.ToString(CultureInfo.InvariantCulture));
            return new(bytes, folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Not root, or a container that may make none.
            return new(bytes, folder: null);
        }
    }

    /// <summary>Files in memory count as well, so the kernel's own peak says more than the process's.</summary>
    public string Describe() =>
        string.Join(
            ", ",
            Accounts
                .Select(name => Path.Combine(folder ?? "", name))
                .Where(File.Exists)
                .Select(file => $"{Path.GetFileName(file)} {File.ReadAllText(file).Trim().ReplaceLineEndings(" ")}")
        );

    /// <summary>The same command, begun inside.</summary>
    public string[] Around(string[] command)
    {
        string[] onOneCore = ["taskset", "--cpu-list", "0", .. command];
        return folder is null
            ? onOneCore
            : ["bash", "-c", "echo $$ >\"$0/cgroup.procs\" && exec \"$@\"", folder, .. onOneCore];
    }

    public void Dispose()
    {
        if (folder is null)
        {
            return;
        }

        try
        {
            Directory.Delete(folder);
        }
        catch (IOException busy)
        {
            Console.Error.WriteLine($"{folder} is still in use: {busy.Message}");
        }
    }
}
