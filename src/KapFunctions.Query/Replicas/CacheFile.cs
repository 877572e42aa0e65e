using KapFunctions.Query.Sqlite;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Replicas;

/// <summary>Packed bodies by name. It has no journal, since what is in it can be had again.</summary>
internal sealed class CacheFile : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly BoundStatement find;
    private readonly BoundStatement put;
    private long bytes;
    private long uses;

    public CacheFile(string path)
    {
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

    public byte[]? Find(string name) => (byte[]?)find.Scalar(name, ++uses);

    public void Put(string name, byte[] packed, long maxBytes)
    {
        bytes += put.Run(name, ++uses, packed) * packed.Length;
        while (bytes > maxBytes && Oldest() is { } oldest)
        {
            bytes -= oldest;
        }
    }

    public void Dispose()
    {
        find.Dispose();
        put.Dispose();
        connection.Dispose();
    }

    /// <summary>The bytes of what was dropped; null where nothing is left.</summary>
    private long? Oldest() =>
        (long?)
            connection.Scalar(
                "delete from body where name = (select name from body order by used limit 1) returning length(json)"
            );
}
