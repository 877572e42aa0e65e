using System.Collections.Concurrent;
using System.Security.Cryptography;
using KapFunctions.Settings;
using KapFunctions.Storage.Keys;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Http.SignIn;

/// <summary>The keys that open what is for editors. They are read again every few seconds at most, so that a request costs no call of
/// storage, and a key that was revoked opens nothing after that time.</summary>
internal sealed class KeyRing(KeyStore store, EditorKeyOptions options, TimeProvider clock, ILogger<KeyRing> log)
    : IDisposable
{
    /// <summary>How long a revoked key may still open something. Reading takes its time besides.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    /// <summary>For a key that is not known: it may have been made at another instance a moment ago.</summary>
    private static readonly TimeSpan MaxAgeOfUnknown = TimeSpan.FromSeconds(1);

    private const string NameOfOwnerKey = "owner";

    private readonly SemaphoreSlim reading = new(1);
    private readonly byte[]? ownHash = options.OwnerKey is { } own ? EditorKey.HashOf(own) : null;
    private readonly ConcurrentDictionary<string, DateOnly> noted = [];
    private Read? known;
    private int changes;

    public void Dispose() => reading.Dispose();

    /// <summary>Whose key it is; null where it opens nothing.</summary>
    public async ValueTask<Person?> FindAsync(string secret, CancellationToken cancellation)
    {
        var hash = EditorKey.HashOf(secret);
        if (ownHash is not null && CryptographicOperations.FixedTimeEquals(ownHash, hash))
        {
            return new(NameOfOwnerKey, Role.Owner);
        }

        var key =
            Among(await ReadAsync(MaxAge, cancellation), hash)
            ?? Among(await ReadAsync(MaxAgeOfUnknown, cancellation), hash);
        if (key is null)
        {
            return null;
        }

        await NoteUseAsync(key, cancellation);
        return new(key.Name, key.Role);
    }

    /// <summary>What was changed here counts here at once.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref changes);
        known = null;
    }

    // All are compared, so that the time tells nothing of which one was nearly right.
    private static EditorKey? Among(IReadOnlyList<EditorKey> keys, byte[] hash)
    {
        EditorKey? found = null;
        foreach (var key in keys)
        {
            if (CryptographicOperations.FixedTimeEquals(key.Hash, hash))
            {
                found = key;
            }
        }

        return found;
    }

    private async ValueTask<IReadOnlyList<EditorKey>> ReadAsync(TimeSpan maxAge, CancellationToken cancellation)
    {
        if (Fresh(maxAge) is { } fresh)
        {
            return fresh.Keys;
        }

        await reading.WaitAsync(cancellation);
        try
        {
            if (Fresh(maxAge) is { } read)
            {
                return read.Keys;
            }

            // The age counts from before the call, and a failed one leaves what is known as old as it is.
            var (at, before) = (clock.GetTimestamp(), Volatile.Read(ref changes));
            var keys = await store.ListAsync(cancellation);
            known = before == Volatile.Read(ref changes) ? new(keys, at) : null;
            return keys;
        }
        finally
        {
            reading.Release();
        }
    }

    private Read? Fresh(TimeSpan maxAge) => known is { } read && clock.GetElapsedTime(read.At) < maxAge ? read : null;

    // Once a day for each key at each instance: enough to see who has not used theirs for months.
    private async ValueTask NoteUseAsync(EditorKey key, CancellationToken cancellation)
    {
        var (id, today) = (Convert.ToHexString(key.Hash), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (key.LastUsed >= today || (noted.TryGetValue(id, out var day) && day == today))
        {
            return;
        }

        noted[id] = today;
        if (!await store.NoteUseAsync(key, today, cancellation))
        {
            log.LogWarning("Could not keep that a key was used today");
        }
    }

    private sealed record Read(IReadOnlyList<EditorKey> Keys, long At);
}
