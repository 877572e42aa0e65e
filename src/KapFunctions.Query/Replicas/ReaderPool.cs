using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Replicas;

/// <summary>Connections for reading one file, opened when needed and kept for the next reader.</summary>
internal sealed class ReaderPool(string connectionString, int cacheKibibytes) : IDisposable
{
    /// <summary>More idle connections than this only cost memory: each has a page cache of its own.</summary>
    private const int MaxIdle = 4;

    private readonly ConcurrentBag<SqliteConnection> idle = [];
    private volatile bool closed;

    public SqliteConnection Rent()
    {
        if (idle.TryTake(out var connection))
        {
            return connection;
        }

        connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Execute(
            $"pragma query_only = on; pragma cache_size = -{cacheKibibytes}; pragma temp_store = memory"
        );
        return connection;
    }

    public void Return(SqliteConnection connection)
    {
        if (closed || idle.Count >= MaxIdle)
        {
            connection.Dispose();
            return;
        }

        idle.Add(connection);
        if (closed)
        {
            Dispose();
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }
}
