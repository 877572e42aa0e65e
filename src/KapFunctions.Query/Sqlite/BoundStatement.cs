using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Sqlite;

/// <summary>Prepared once; its parameters are $0, $1, ….</summary>
internal sealed class BoundStatement : IDisposable
{
    private readonly SqliteCommand command;
    private readonly SqliteParameter[] parameters;

    public BoundStatement(SqliteConnection connection, string sql, int count)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        parameters =
        [
            .. Enumerable.Range(0, count).Select(i => command.Parameters.AddWithValue($"${i}", DBNull.Value)),
        ];
    }

    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteNonQuery();
    }

    public object? Scalar(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    public void Dispose() => command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i].Value = SqliteText.OrNull(values[i]);
        }
    }
}
