using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Sqlite;

/// <summary>A few connections are kept with a page cache each; more are opened when all are busy, with next to none, so that a
/// crowd of readers costs no crowd of caches.</summary>
internal sealed class ReaderPool(string connectionString, string texts) : IDisposable
{
    private const int CacheKibibytes = 24 << 10;
    private const int SpareCacheKibibytes = 1 << 10;

    private static readonly int MaxKept = Math.Clamp(Environment.ProcessorCount, 2, 4);

    private readonly ConcurrentBag<Reader> idle = [];
    private int kept;
    private volatile bool closed;

    public Reader Rent() => idle.TryTake(out var reader) ? reader : Open();

    public void Return(Reader reader)
    {
        if (reader.IsSpare || closed)
        {
            reader.Dispose();
            return;
        }

        idle.Add(reader);
        if (closed)
        {
            Dispose();
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private Reader Open()
    {
        var isSpare = Interlocked.Increment(ref kept) > MaxKept;
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            var cache = isSpare ? SpareCacheKibibytes : CacheKibibytes;
            connection.Execute($"pragma query_only = on; pragma cache_size = -{cache}; pragma temp_store = memory");
            using var attach = new BoundStatement(connection, "attach $0 as text", 1);
            attach.Run(texts);
            return new Reader(connection, isSpare);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
        finally
        {
            if (isSpare)
            {
                Interlocked.Decrement(ref kept);
            }
        }
    }
}
