namespace KapFunctions.Storage.TemporaryFiles;

/// <summary>Counts who uses a file that goes with the last of them. Its maker is the first.</summary>
public sealed class Leases
{
    private int count = 1;

    /// <summary>False where the last one has let go of it already.</summary>
    public bool TryAdd()
    {
        for (var seen = Volatile.Read(ref count); seen > 0; seen = Volatile.Read(ref count))
        {
            if (Interlocked.CompareExchange(ref count, seen + 1, seen) == seen)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for the last one, who clears away.</summary>
    public bool Remove() => Interlocked.Decrement(ref count) == 0;
}
