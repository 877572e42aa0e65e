using KapFunctions.Storage.TemporaryFiles;

namespace KapFunctions.Query.Replicas;

/// <summary>A file that goes when its owner has let go of it and its last reader is done.</summary>
internal sealed class LeasedFile(ReplicaFile file)
{
    private readonly Leases leases = new();

    public ReplicaFile File => file;

    public TermCounts TermCounts { get; } = new();

    public RedirectCache Redirects { get; } = new();

    /// <summary>False where the file has gone already: the caller takes the one that replaced it.</summary>
    public bool TryLease() => leases.TryAdd();

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
        if (leases.Remove())
        {
            file.Dispose();
        }
    }
}
