namespace KapFunctions.Query.Replicas;

/// <summary>A file that goes when its owner has let go of it and its last reader is done.</summary>
internal sealed class LeasedFile(ReplicaFile file)
{
    private int leases = 1;

    public ReplicaFile File => file;

    public TermCounts TermCounts { get; } = new();

    /// <summary>False where the file has gone already: the caller takes the one that replaced it.</summary>
    public bool TryLease()
    {
        for (var seen = Volatile.Read(ref leases); seen > 0; seen = Volatile.Read(ref leases))
        {
            if (Interlocked.CompareExchange(ref leases, seen + 1, seen) == seen)
            {
                return true;
            }
        }

        return false;
    }

    public void SaveImage(string path)
    {
        try
        {
            file.SaveImage(path);
        }
        finally
        {
            Release();
        }
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref leases) == 0)
        {
            file.Dispose();
        }
    }
}
