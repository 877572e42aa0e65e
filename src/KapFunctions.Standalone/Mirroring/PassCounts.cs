using System.Collections.Concurrent;

namespace KapFunctions.Standalone.Mirroring;

/// <summary>What a pass has done so far, on several threads.</summary>
internal sealed class PassCounts
{
    /// <summary>Contents of the folder that are not online under their name, by name.</summary>
    private readonly ConcurrentDictionary<string, byte[]> unsettled = new(StringComparer.Ordinal);
    private int uploaded;
    private int removed;
    private int downloaded;
    private int failed;
    private int unread;

    public int Uploaded => uploaded;
    public int Removed => removed;
    public int Downloaded => downloaded;

    /// <summary>Files whose content is not known.</summary>
    public int Unread => unread;

    public bool IsComplete => failed == 0 && unsettled.IsEmpty;

    /// <summary>Whether this content of the folder could not go up.</summary>
    public bool IsUnsettled(byte[] hash) => unsettled.Values.Any(content => content.AsSpan().SequenceEqual(hash));

    public void CountUnread() => Interlocked.Increment(ref unread);

    public void CountRead(string name, byte[] hash)
    {
        Interlocked.Decrement(ref unread);
        unsettled[name] = hash;
    }

    public void CountSettled(string name) => unsettled.TryRemove(name, out _);

    public void CountUpload() => Interlocked.Increment(ref uploaded);

    public void CountRemoval() => Interlocked.Increment(ref removed);

    public void CountDownload() => Interlocked.Increment(ref downloaded);

    public void CountFailure() => Interlocked.Increment(ref failed);
}
