namespace KapFunctions.Testing.Faults;

/// <summary>Draws a fault for each call from a seed: a fault named <paramref name="kinds"/>, evenly, at <paramref name="rate"/> (0 to 1).</summary>
/// <remarks>The draws repeat with the seed; which call meets which draw also depends on the order in which parallel calls arrive.</remarks>
public sealed class FaultPlan(int seed, double rate, params Fault[] kinds)
{
    private readonly Lock gate = new();
    private readonly Random random = new(seed);

    /// <summary>A plan that never disturbs a call.</summary>
    public static FaultPlan Calm { get; } = new(0, 0);

    /// <summary>How long <see cref="Fault.Delay"/> waits; 200 ms unless told.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Which calls are drawn for; every one unless told.</summary>
    public Func<StorageCall, bool> Of { get; init; } = _ => true;

    internal Fault Draw(StorageCall call)
    {
        if (!Of(call))
        {
            return Fault.None;
        }

        lock (gate)
        {
            return kinds.Length > 0 && random.NextDouble() < rate ? kinds[random.Next(kinds.Length)] : Fault.None;
        }
    }
}
