using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KapFunctions.Query.Sqlite;

/// <summary>A connection that reads, and that gives up a statement which does more work than any honest question needs.</summary>
internal sealed class Reader : IDisposable
{
    /// <summary>
    /// Steps of SQLite's virtual machine a statement may take: looking at every one of 100,000 posts takes about two
    /// million. Counting steps and not seconds makes the same question fail or succeed on every machine.
    /// </summary>
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

    /// <summary>Whether it goes when it is returned.</summary>
    public bool IsSpare { get; }

    /// <summary>Begins a statement's count of steps.</summary>
    public void BeginStatement() => looks = 0;

    public void Dispose() => Connection.Dispose();
}
