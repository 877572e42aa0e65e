namespace KapFunctions.Benchmarks.Trust.Twins;

/// <summary>Two instances over one account; either may be killed and started again, as another release where one is given.</summary>
internal sealed class TwinSites(string connection) : IDisposable
{
    public const int Count = 2;

    private readonly TrialProcess[] sites = new TrialProcess[Count];
    private readonly bool[] isAway = new bool[Count];

    public TrialProcess this[int instance] => Volatile.Read(ref sites[instance]);

    /// <summary>Whether an answer that did not come is no fault of its own.</summary>
    public bool IsAway(int instance) => Volatile.Read(ref isAway[instance]);

    /// <param name="release">The built Standalone of another release; null for this one's.</param>
    public async Task StartAsync(int instance, string? release = null)
    {
        // Of the one that was killed, with its temporary files.
        sites[instance]?.Dispose();
        var site = await TrialProcess.StartAsync($"twin-{instance}", connection, release: release);
        Volatile.Write(ref sites[instance], site);
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
