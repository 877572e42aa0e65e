using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KapFunctions.Query.Sqlite;

/// <summary>Gives up a statement that does more work than any honest question needs.</summary>
internal sealed class Reader : IDisposable
{
    /// <summary>Steps of SQLite's virtual machine: looking at every one of 100,000 posts takes about two million. Steps, not seconds,
    /// make the same question fail or succeed on every machine.</summary>
    private const int MaxSteps = 25_000_000;

    private const int StepsBetweenLooks = 100_000;

    // SQLite calls it for as long as the connection lives, so it must not be collected before.
    private readonly delegate_progress look;
    private int looks;

    public Reader(SqliteConnection connection, bool isSpare)
    {
        (Connection, IsSpare) = (connection, isSpare);
        look = _ => ++looks > MaxSteps / StepsBetweenLooks ? 1 : 0;
        raw.sqlite3_progress_handler(connection.Handle, StepsBetweenLooks, look, null);
    }

    public SqliteConnection Connection { get; }

    public bool IsSpare { get; }

    public void BeginStatement() => looks = 0;

    public void Dispose() => Connection.Dispose();
}
