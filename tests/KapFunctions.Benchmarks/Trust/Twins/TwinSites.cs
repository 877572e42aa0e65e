namespace KapFunctions.Benchmarks.Trust.Twins;

/// <summary>Two instances over one account; either may be killed and started again.</summary>
internal sealed class TwinSites(string connection) : IDisposable
{
    public const int Count = 2;

    private readonly TrialProcess[] sites = new TrialProcess[Count];
    private readonly bool[] isAway = new bool[Count];

    public TrialProcess this[int instance] => Volatile.Read(ref sites[instance]);

    /// <summary>Whether an answer that did not come is no fault of its own.</summary>
    public bool IsAway(int instance) => Volatile.Read(ref isAway[instance]);

    public async Task StartAsync(int instance)
    {
        // Of the one that was killed, with its temporary files.
        sites[instance]?.Dispose();
        Volatile.Write(ref sites[instance], await TrialProcess.StartAsync($"twin-{instance}", connection));
        Volatile.Write(ref isAway[instance], false);
    }

    public void Kill(int instance)
    {
        Volatile.Write(ref isAway[instance], true);
        sites[instance].Kill();
    }

    public void Dispose()
    {
        foreach (var site in sites)
        {
            site?.Dispose();
        }
    }
}
