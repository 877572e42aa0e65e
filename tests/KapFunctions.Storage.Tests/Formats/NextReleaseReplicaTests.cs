using System.IO.Compression;
using System.Text;
using KapFunctions.Query.Posts;
using KapFunctions.Storage.Index;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Storage.Tests.Formats;

/// <summary>A replica follows the next release's log and loads its snapshot, and its own snapshot loses nothing of it.</summary>
public sealed class NextReleaseReplicaTests
{
    private const string Path = "posts/a.md";

    private static readonly Head Start = new("epoch", 0, Complete: true, Rendering: "");

    [Fact]
    public async Task What_it_does_not_know_stops_nothing_and_is_handed_on_with_its_snapshot()
    {
        using var old = new PlayedReplica();
        await old.Replica.LoadAsync(Start, AsyncEnumerable.Empty<IndexRow>(), Log().ToAsyncEnumerable(), default);
        Assert.Equal(4, old.Replica.Position!.Sequence);
        Assert.Equal("A again", TitleIn(old));

        using var snapshot = new MemoryStream();
        await old.Replica.SaveSnapshotAsync(snapshot, default);

        Assert.Equal(["""{"$type":"language","tag":"fr"}"""], RowsIn(snapshot, "unknown"));
        Assert.Contains("\"translations\"", Assert.Single(RowsIn(snapshot, "source")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_with_tables_that_it_does_not_know_is_loaded_and_handed_on()
    {
        using var next = new PlayedReplica();
        await next.Replica.LoadAsync(Start, AsyncEnumerable.Empty<IndexRow>(), Log().ToAsyncEnumerable(), default);
        using var snapshot = new MemoryStream();
        await next.Replica.SaveSnapshotAsync(snapshot, default);
        using var newer = Rewritten(
            snapshot,
            """
            create table language (key text primary key, tag text, json blob not null);
            insert into language select key, 'fr', json from unknown;
            drop table unknown;
            create table role (name text);
            pragma user_version = 1000;
            """
        );
        using var old = new PlayedReplica();

        Assert.True(
            await old.Replica.LoadSnapshotAsync(
                newer,
                Start with
                {
                    Sequence = 4,
                },
                _ => AsyncEnumerable.Empty<LogEntry>(),
                default
            )
        );

        Assert.Equal("A again", TitleIn(old));
        using var again = new MemoryStream();
        await old.Replica.SaveSnapshotAsync(again, default);
        Assert.Equal(["""{"$type":"language","tag":"fr"}"""], RowsIn(again, "unknown"));
    }

    [Fact]
    public async Task A_post_that_becomes_a_kind_which_it_does_not_know_is_seen_no_more_until_it_is_a_post_again()
    {
        using var old = new PlayedReplica();
        await old.Replica.LoadAsync(Start, AsyncEnumerable.Empty<IndexRow>(), Log().ToAsyncEnumerable(), default);
        var unknown = IndexRows.Read(IndexKeys.Post(Path), """{"$type":"members-only"}""");

        Assert.True(old.Replica.Apply([Entry(5, ChangeKind.Unknown, new RowChange(IndexKeys.Post(Path), unknown))]));
        Assert.Null(TitleIn(old));

        Assert.True(old.Replica.Apply([Entry(6, ChangeKind.Published, Post("A once more"))]));
        Assert.Equal("A once more", TitleIn(old));
    }

    private static List<LogEntry> Log() =>
        [
            Entry(1, ChangeKind.Published, Post("A")),
            Entry(2, ChangeKind.Unknown, Language("de")),
            Entry(3, ChangeKind.Updated, Post("A again"), Language("fr")),
            Entry(4, ChangeKind.Internal, new RowChange("role:1", null)),
        ];

    private static LogEntry Entry(long sequence, ChangeKind kind, params RowChange[] rows) =>
        new(sequence, DateTimeOffset.UnixEpoch, kind, Path, "1", "a", rows);

    private static RowChange Language(string tag) =>
        new("language:1", IndexRows.Read("language:1", $$"""{"$type":"language","tag":"{{tag}}"}"""));

    private static RowChange Post(string title) =>
        new(
            IndexKeys.Post(Path),
            IndexRows.Read(
                IndexKeys.Post(Path),
                $$"""
                {"$type":"post","path":"{{Path}}","id":"1","firstSeen":"2026-01-01T00:00:00+00:00","sourceETag":"1",
                "metadata":{"title":"{{title}}","slug":"a","tags":[],"authors":[],"aliases":[],"alternateTitles":[],"sources":[]},"translations":["fr"]}
                """
            )
        );

    private static string? TitleIn(PlayedReplica played)
    {
        using var view = played.Replica.Read(new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
        return view.FindBySlug(null, "a")?.Metadata!.Title;
    }

    private static List<string> RowsIn(MemoryStream snapshot, string table)
    {
        var rows = new List<string>();
        using var _ = Rewritten(
            snapshot,
            $"select json from {table}",
            reader => rows.Add(Encoding.UTF8.GetString((byte[])reader.GetValue(0)))
        );
        return rows;
    }

    /// <summary>The snapshot after <paramref name="sql"/>, and what that selected.</summary>
    private static MemoryStream Rewritten(MemoryStream snapshot, string sql, Action<SqliteDataReader>? read = null)
    {
        var file = System.IO.Path.GetTempFileName();
        try
        {
            snapshot.Position = 0;
            using (var image = File.Create(file))
            using (var unpacked = new GZipStream(snapshot, CompressionMode.Decompress, leaveOpen: true))
            {
                unpacked.CopyTo(image);
            }

            using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                using var reader = command.ExecuteReader();
                while (read is not null && reader.Read())
                {
                    read(reader);
                }
            }

            var rewritten = new MemoryStream();
            using (var packed = new GZipStream(rewritten, CompressionLevel.Fastest, leaveOpen: true))
            {
                packed.Write(File.ReadAllBytes(file));
            }

            rewritten.Position = 0;
            return rewritten;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
