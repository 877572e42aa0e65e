using System.IO.Compression;
using System.Text.Json;
using KapFunctions.Content.Posts;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Rendered;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Replicas;

/// <summary>Compressed, in a file of its own; the least recently used go when there are too many. A body's name says what is in
/// it, so what is kept never becomes wrong.</summary>
internal sealed class BodyCache : IDisposable
{
    private readonly Lock gate = new();
    private readonly SqliteConnection connection;
    private readonly string path;
    private readonly long maxBytes;
    private readonly BoundStatement find;
    private readonly BoundStatement put;
    private long bytes;
    private long uses;

    public BodyCache(string path, long maxBytes)
    {
        (this.path, this.maxBytes) = (path, maxBytes);
        connection = SqliteText.Create(
            path,
            """
            pragma page_size = 8192; pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -1024;
            create table body (name text primary key, used integer not null, json blob not null) without rowid;
            create index body_used on body (used);
            """
        );
        find = new(connection, "update body set used = $1 where name = $0 returning json", 2);
        put = new(connection, "insert or ignore into body values ($0, $1, $2)", 3);
    }

    public PostBody? Find(string name)
    {
        byte[]? packed;
        lock (gate)
        {
            packed = (byte[]?)find.Scalar(name, ++uses);
        }

        return packed is null ? null : Unpack(packed);
    }

    /// <summary>A body that alone is more than may be kept is not.</summary>
    public void Put(string name, PostBody body)
    {
        var packed = Pack(body);
        lock (gate)
        {
            bytes += put.Run(name, ++uses, packed) * packed.Length;
            while (bytes > maxBytes && Oldest() is { } oldest)
            {
                bytes -= oldest;
            }
        }
    }

    public void Dispose()
    {
        find.Dispose();
        put.Dispose();
        connection.Dispose();
        File.Delete(path);
    }

    /// <summary>The bytes of what was dropped; null where nothing is left.</summary>
    private long? Oldest() =>
        (long?)
            connection.Scalar(
                "delete from body where name = (select name from body order by used limit 1) returning length(json)"
            );

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
