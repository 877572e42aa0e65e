using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Sqlite;

/// <summary>Short forms for what every statement needs.</summary>
internal static class SqliteText
{
    /// <summary>Runs statements that answer nothing.</summary>
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row; null where there is none.</summary>
    public static object? Scalar(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>Lower case for comparing without regard to case, the same in every culture.</summary>
    public static string Fold(string text) => text.ToLowerInvariant();

    public static object OrNull(object? value) => value ?? DBNull.Value;
}
