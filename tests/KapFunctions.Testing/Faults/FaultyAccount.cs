namespace KapFunctions.Testing.Faults;

/// <summary>A storage account seen through proxies: one in front of each of its services, one plan and one count for all.</summary>
public sealed class FaultyAccount : IAsyncDisposable
{
    private readonly List<FaultProxy> proxies = [];
    private int count;

    private FaultyAccount(string direct) => DirectConnectionString = direct;

    /// <summary>Leads past the proxies: for an editor, whose uploads do not fail.</summary>
    public string DirectConnectionString { get; }

    /// <summary>Leads through the proxies.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>What happens to the calls from now on.</summary>
    public FaultPlan Plan
    {
        set => proxies.ForEach(proxy => proxy.Plan = value);
    }

    /// <summary>Runs before a call is forwarded; its number counts the calls to all services since <see cref="Forget"/>.</summary>
    public Func<StorageCall, Task>? BeforeForwarding { get; set; }

    /// <summary>The calls since the start or the last <see cref="Forget"/>, service by service.</summary>
    public IReadOnlyList<StorageCall> Calls => [.. proxies.SelectMany(proxy => proxy.Calls)];

    /// <summary>Puts proxies in front of the account that <paramref name="connectionString"/> names by its endpoints.</summary>
    public static async Task<FaultyAccount> StartAsync(
        string connectionString,
        CancellationToken cancellation = default
    )
    {
        var account = new FaultyAccount(connectionString);
        var parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Split("Endpoint=http:") is not [var service, var rest])
            {
                continue;
            }

            var endpoint = new Uri("http:" + rest);
            var proxy = await FaultProxy.StartAsync(endpoint, cancellation);
            proxy.BeforeForwarding = account.CountAsync;
            account.proxies.Add(proxy);
            parts[i] = $"{service}Endpoint={new Uri(proxy.Address, endpoint.AbsolutePath)}";
        }

        account.ConnectionString = string.Join(';', parts);
        return account;
    }

    /// <summary>Lets <paramref name="calls"/> more calls through; from then on the caller reaches nothing, as if it had died.</summary>
    public void CutAfter(int calls)
    {
        Forget();
        BeforeForwarding = call =>
        {
            if (call.Number > calls)
            {
                Plan = new(seed: 0, rate: 1, Fault.Reset);
            }

            return Task.CompletedTask;
        };
    }

    /// <summary>Disturbs nothing any more.</summary>
    public void Mend()
    {
        BeforeForwarding = null;
        Plan = FaultPlan.Calm;
    }

    /// <summary>Forgets the calls seen, so that the next one is number 1.</summary>
    public void Forget()
    {
        proxies.ForEach(proxy => proxy.Forget());
        Interlocked.Exchange(ref count, 0);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var proxy in proxies)
        {
            await proxy.DisposeAsync();
        }
    }

    private Task CountAsync(StorageCall call)
    {
        var number = Interlocked.Increment(ref count);
        return BeforeForwarding?.Invoke(call with { Number = number }) ?? Task.CompletedTask;
    }
}
