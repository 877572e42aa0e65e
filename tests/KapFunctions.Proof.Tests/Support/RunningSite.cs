using KapFunctions.Testing;

namespace KapFunctions.Proof.Tests.Support;

/// <summary>Standalone as a process of its own.</summary>
internal sealed class RunningSite : IDisposable
{
    private readonly CommandProcess process;
    private int isKilled;

    private RunningSite(CommandProcess process, Uri address)
    {
        this.process = process;
        Http = new(new FailureHandler()) { BaseAddress = address };
    }

    /// <summary>Reads from it as a website does.</summary>
    public HttpClient Http { get; }

    /// <summary>Starts it, and waits until it is ready.</summary>
    public static async Task<RunningSite> StartAsync(string connectionString)
    {
        var site = await BeginAsync(connectionString, "http://127.0.0.1:0");
        await site.WaitUntilReadyAsync();
        return site;
    }

    /// <summary>Starts it, and waits until it says where it listens, which may be before it is ready.</summary>
    public static async Task<RunningSite> BeginAsync(
        string connectionString,
        string url,
        params (string Name, string Value)[] environment
    )
    {
        var process = new CommandProcess(
            [("Editor__OwnerKey", "a-key-of-the-proofs"), .. environment],
            "--connection",
            connectionString,
            "--urls",
            url,
            "--no-azurite"
        );
        var address = (await process.LineWithAsync("  Site")).Split(' ')[^1];
        process.IgnoreOutput();
        return new(process, new(address));
    }

    /// <summary>Whether it has ended by itself.</summary>
    public bool HasEnded => process.HasEnded;

    /// <summary>Waits until it says that it is ready.</summary>
    public async Task WaitUntilReadyAsync()
    {
        while (!(await Http.GetAsync("/api/health/ready")).IsSuccessStatusCode)
        {
            await Task.Delay(20);
        }
    }

    /// <summary>SIGKILL: it finishes nothing.</summary>
    public void Kill()
    {
        if (Interlocked.Exchange(ref isKilled, 1) == 0)
        {
            process.Dispose();
        }
    }

    public void Dispose()
    {
        Kill();
        Http.Dispose();
    }
}
