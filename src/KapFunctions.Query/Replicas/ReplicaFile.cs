using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.TemporaryFiles;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Replicas;

/// <summary>One SQLite file that holds one epoch: a writer, and readers beside it (WAL). The file goes with it.</summary>
internal sealed class ReplicaFile : IDisposable
{
    private readonly SqliteConnection writer;
    private readonly RowWriter rows;

    private ReplicaFile(string path, string texts)
    {
        Path = path;
        writer = SqliteText.Open(path);
        if (IsNew)
        {
            // The file is thrown away when a load fails, so the load needs no journal.
            writer.Execute("pragma page_size = 8192; pragma journal_mode = off; pragma synchronous = off");
            writer.Execute(Schema.Tables);
        }

        rows = new RowWriter(writer);
        Readers = new ReaderPool(writer.ConnectionString, texts);
    }

    public string Path { get; }

    public ReaderPool Readers { get; }

    public LogPosition Position { get; private set; } = new("", 0);

    /// <summary>Whether a reader found that it cannot be read: only another file can take its place.</summary>
    public bool IsDamaged { get; set; }

    private bool IsNew => (long)writer.Scalar("select count(*) from sqlite_schema")! == 0;

    /// <summary><paramref name="path"/> does not exist yet, <paramref name="texts"/> does.</summary>
    public static async Task<ReplicaFile> CreateAsync(
        string path,
        string texts,
        LogPosition position,
        IAsyncEnumerable<IndexRow> rows,
        CancellationToken cancellation
    )
    {
        PrivateFile.CreateEmpty(path);
        var file = new ReplicaFile(path, texts);
        try
        {
            await file.FillAsync(position, rows, cancellation);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Complete with indexes.</summary>
    public static ReplicaFile Open(string path, string texts)
    {
        var file = new ReplicaFile(path, texts);
        try
        {
            file.StartServing();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Apply(IReadOnlyList<LogEntry> entries)
    {
        var position = Position with { Sequence = entries[^1].Sequence };
        writer.Execute("begin immediate");
        try
        {
            foreach (var change in entries.SelectMany(entry => entry.Rows))
            {
                rows.Put(change.Key, change.Row);
            }

            Finish(position);
        }
        catch
        {
            writer.RollBack();
            rows.Forget();
            throw;
        }

        Position = position;
    }

    /// <summary>A compact copy of this moment; <paramref name="path"/> does not exist yet.</summary>
    public void SaveImage(string path)
    {
        using var reader = new SqliteConnection(writer.ConnectionString);
        reader.Open();
        using var save = new BoundStatement(reader, "vacuum into $0", 1);
        // An empty file is as good to it as none.
        PrivateFile.CreateEmpty(path);
        save.Run(path);
    }

    public void Dispose()
    {
        rows.Dispose();
        Readers.Dispose();
        writer.Dispose();
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(Path + suffix);
        }
    }

    private async Task FillAsync(LogPosition position, IAsyncEnumerable<IndexRow> all, CancellationToken cancellation)
    {
        // A scan that pages through a changing table may bring a row twice; without this index each look would scan.
        writer.Execute("begin; create unique index source_key on source (key)");
        await foreach (var row in all.WithCancellation(cancellation))
        {
            rows.Put(row.Key, row);
        }

        writer.Execute(Schema.Indexes);
        Finish(position);
        StartServing();
    }

    private void Finish(LogPosition position)
    {
        rows.Flush();
        writer.Execute("delete from head");
        using var put = new BoundStatement(writer, "insert into head values ($0, $1)", 2);
        put.Run(position.Epoch, position.Sequence);
        writer.Execute("commit");
    }

    private void StartServing()
    {
        writer.Execute(SqliteText.WriteAhead);
        using var command = writer.CreateCommand();
        command.CommandText = "select epoch, sequence from head";
        using var reader = command.ExecuteReader();
        Position = reader.Read()
            ? new(reader.GetString(0), reader.GetInt64(1))
            : throw new InvalidDataException(
                $"{Path} is no finished replica: it has no head. Delete it to load it anew."
            );
    }
}
