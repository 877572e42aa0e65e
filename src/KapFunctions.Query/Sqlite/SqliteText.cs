using KapFunctions.Storage.TemporaryFiles;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Sqlite;

internal static class SqliteText
{
    /// <summary>A new file that only this user can read; one that is there already is refused.</summary>
    public static SqliteConnection Create(string path, string sql)
    {
        PrivateFile.CreateEmpty(path);
        var connection = Open(path);
        connection.Execute(sql);
        return connection;
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
