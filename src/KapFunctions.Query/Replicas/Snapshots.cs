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
        command.CommandText = """
            select json from source union all select json from departure union all select json from media
            union all select json from theme union all select json from site
            """;
        using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return RowWriter.Read((byte[])reader.GetValue(0));
        }
    }
}
