using KapFunctions.Storage.TemporaryFiles;
using Microsoft.Win32.SafeHandles;

namespace KapFunctions.Http;

/// <summary>A finished answer on disk, for as many readers as ask for it; it goes with the last of them. All of them
/// together have <see cref="MaxBytes"/>, so that no crowd of readers fills the disk that the replica needs.</summary>
internal sealed class LargeAnswerFile : IDisposable
{
    /// <summary>Of all such files of this process.</summary>
    public const long MaxBytes = 256 << 20;

    private static long taken;

    private readonly FileStream file = TemporaryFile.Create();
    private readonly Leases readers = new();

    public long Length { get; private set; }

    public SafeFileHandle Handle => file.SafeFileHandle;

    /// <exception cref="LargeAnswersFullException">There is no room now.</exception>
    public async ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (Interlocked.Add(ref taken, bytes.Length) > MaxBytes)
        {
            Interlocked.Add(ref taken, -bytes.Length);
            throw new LargeAnswersFullException();
        }

        var at = Length;
        Length += bytes.Length;
        // Past the stream's own buffer: what that could not write on a full disk, closing would try again, and throw.
        await RandomAccess.WriteAsync(Handle, bytes, at, cancellation);
    }

    /// <summary>Adds a reader; false where the last one has gone already.</summary>
    public bool TryShare() => readers.TryAdd();

    /// <summary>One reader less.</summary>
    public void Dispose()
    {
        if (readers.Remove())
        {
            file.Dispose();
            Interlocked.Add(ref taken, -Length);
        }
    }
}

/// <summary>Too many long lists are being read: 503, and ask again soon.</summary>
internal sealed class LargeAnswersFullException() : Exception("Too many long lists are being read at once.");
