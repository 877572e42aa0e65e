using KapFunctions.Storage.TemporaryFiles;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KapFunctions.Query.Sqlite;

internal static class SqliteText
{
    /// <summary>For a file that is written while it is read, and thrown away after a crash. Its log goes back into the file
    /// each MiB, and is cut to that: by SQLite's own measure, a thousand pages, a small site's logs are ten times the site.</summary>
    public const string WriteAhead = """
        pragma journal_mode = wal; pragma synchronous = off; pragma cache_size = -4096;
        pragma wal_autocheckpoint = 128; pragma journal_size_limit = 1048576;
        """;

    /// <summary>A new file that only this user can read; one that is there already is refused.</summary>
    public static SqliteConnection Create(string path, string sql)
    {
        PrivateFile.CreateEmpty(path);
        var connection = Open(path);
        try
        {
            connection.Execute(sql);
            return connection;
        }
        catch
        {
            connection.Dispose();
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Not pooled: the file goes when its owner does.</summary>
    public static SqliteConnection Open(string path, SqliteOpenMode mode = SqliteOpenMode.ReadWriteCreate)
    {
        var source = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = false,
            Mode = mode,
        };
        var connection = new SqliteConnection(source.ConnectionString);
        connection.Open();
        return connection;
    }

    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>SQLite may have rolled back by itself, as on a full disk; a second time would hide why.</summary>
    public static void RollBack(this SqliteConnection connection)
    {
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            connection.Execute("rollback");
        }
    }

    /// <summary>Null where there is no row.</summary>
    public static object? Scalar(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>The same in every culture.</summary>
    public static string Fold(string text) => text.ToLowerInvariant();

    public static object OrNull(object? value) => value ?? DBNull.Value;
}
