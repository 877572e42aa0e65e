using System.IO.Compression;
using System.Runtime.CompilerServices;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.TemporaryFiles;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Replicas;

/// <summary>Compressed images of a replica's file. One of another schema version still serves: the rows in it are as they came, so
/// a replica is built from them anew.</summary>
internal static class Snapshots
{
    private const int BufferBytes = 1 << 20;

    public static async Task PackAsync(string path, Stream to, CancellationToken cancellation)
    {
        await using var image = File.OpenRead(path);
        await using var packed = new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true);
        await image.CopyToAsync(packed, BufferBytes, cancellation);
    }

    /// <summary>Null where the snapshot is damaged.</summary>
    public static async Task<ReplicaFile?> OpenAsync(
        string path,
        string texts,
        Stream snapshot,
        CancellationToken cancellation
    )
    {
        try
        {
            await UnpackAsync(path, snapshot, cancellation);
            return Version(path) switch
            {
                Schema.Version => ReplicaFile.Open(path, texts),
                < Schema.OldestUseful => throw new InvalidDataException("It is too old."),
                _ => await RebuildAsync(path, texts, cancellation),
            };
        }
        catch (Exception failure) when (failure is InvalidDataException or SqliteException)
        {
            File.Delete(path);
            return null;
        }
    }

    private static async Task UnpackAsync(string path, Stream snapshot, CancellationToken cancellation)
    {
        await using var image = PrivateFile.Create(path, FileOptions.Asynchronous);
        await using var unpacked = new GZipStream(snapshot, CompressionMode.Decompress, leaveOpen: true);
        await unpacked.CopyToAsync(image, BufferBytes, cancellation);
    }

    private static long Version(string path)
    {
        using var connection = SqliteText.Open(path, SqliteOpenMode.ReadOnly);
        return (long)connection.Scalar("pragma user_version")!;
    }

    private static async Task<ReplicaFile> RebuildAsync(string path, string texts, CancellationToken cancellation)
    {
        LogPosition position;
        using (var connection = SqliteText.Open(path, SqliteOpenMode.ReadOnly))
        {
            position = new(
                (string)(
                    connection.Scalar("select epoch from head") ?? throw new InvalidDataException("It has no head.")
                ),
                (long)connection.Scalar("select sequence from head")!
            );
        }

        var file = await ReplicaFile.CreateAsync(
            path + ".new",
            texts,
            position,
            ReadRowsAsync(path, cancellation),
            cancellation
        );
        File.Delete(path);
        return file;
    }

    private static async IAsyncEnumerable<IndexRow> ReadRowsAsync(
        string path,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        using var connection = SqliteText.Open(path, SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
        command.CommandText = string.Join(" union all ", TablesOfRows(connection));
        using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return IndexRows.Read(reader.GetString(0), (byte[])reader.GetValue(1))
                ?? throw new InvalidDataException("A row of it cannot be read.");
        }
    }

    /// <summary>A newer program may have added tables: all that have JSON hold rows as they came, the site's without a key.</summary>
    private static List<string> TablesOfRows(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            select t.name, max(c.name = 'key') from sqlite_schema t join pragma_table_info(t.name) c
            where t.type = 'table' group by t.name having max(c.name = 'json')
            """;
        using var reader = command.ExecuteReader();
        var tables = new List<string>();
        while (reader.Read())
        {
            var key = reader.GetBoolean(1) ? "key" : $"'{IndexKeys.Site}'";
            var table = reader.GetString(0).Replace("\"", "\"\"", StringComparison.Ordinal);
            tables.Add($"select {key}, json from \"{table}\"");
        }

        return tables;
    }
}
