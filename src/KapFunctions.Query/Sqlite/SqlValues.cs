namespace KapFunctions.Query.Sqlite;

/// <summary>The values of $0, $1, …: no text of a reader ever enters the SQL itself.</summary>
internal sealed class SqlValues
{
    private readonly List<object?> values = [];

    public IReadOnlyList<object?> All => values;

    public string Add(object? value)
    {
        values.Add(value);
        return "$" + (values.Count - 1);
    }
}
