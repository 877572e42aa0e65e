using System.IO.Compression;
using System.Text.Json;
using KapFunctions.Content.Posts;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Rendered;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Replicas;

/// <summary>Compressed, in a file of its own; the least recently used go when there are too many. A body's name says what is in
/// it, so what is kept never becomes wrong.</summary>
internal sealed class BodyCache(string path, long maxBytes) : IDisposable
{
    private readonly Lock gate = new();
    private CacheFile? file;
    private bool isDisposed;

    public PostBody? Find(string name)
    {
        byte[]? packed;
        lock (gate)
        {
            packed = Try(cache => cache.Find(name));
        }

        try
        {
            return packed is null ? null : Unpack(packed);
        }
        catch (Exception damage) when (damage is InvalidOperationException or InvalidDataException or JsonException)
        {
            // SQLite vouches for its own pages alone: where one body is not what was put there, others may not be either.
            lock (gate)
            {
                Drop();
            }

            return null;
        }
    }

    /// <summary>A body that alone is more than may be kept is not.</summary>
    public void Put(string name, PostBody body)
    {
        var packed = Pack(body);
        lock (gate)
        {
            Try(cache =>
            {
                cache.Put(name, packed, maxBytes);
                return packed;
            });
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            Drop();
        }
    }

    /// <summary>Null where nothing can be kept now, as on a full disk: a failed write leaves the file damaged, so the next one begins it
    /// anew, and what is not kept is read from storage.</summary>
    private byte[]? Try(Func<CacheFile, byte[]?> use)
    {
        if (isDisposed)
        {
            return null;
        }

        try
        {
            return use(file ??= new(path));
        }
        catch (Exception failure) when (failure is SqliteException or IOException)
        {
            Drop();
            return null;
        }
    }

    private void Drop()
    {
        file?.Dispose();
        file = null;
        // Deleting what is not there is an error where the folder is not there either.
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    private static byte[] Pack(PostBody body)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(packing, new RenderedDocument(body, []), RenderedJson.Default.RenderedDocument);
        }

        return packed.ToArray();
    }

    private static PostBody? Unpack(byte[] packed)
    {
        using var unpacking = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize(unpacking, RenderedJson.Default.RenderedDocument)?.Body;
    }
}
