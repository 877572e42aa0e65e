using System.Text;
using System.Text.Json;
using KapFunctions.Storage.Index;

namespace KapFunctions.Storage.Tests.Formats;

/// <summary>
/// What releases wrote, kept as files, one folder a format: every later release reads all of them. <c>tests/keep-formats.sh</c>
/// makes the folder of the release at hand; a folder that was kept is never made anew.
/// </summary>
public sealed class KeptFormatTests
{
    private static readonly string Kept = Path.Combine(AppContext.BaseDirectory, "Formats", "Kept");

    public static TheoryData<string> Releases =>
        [.. Directory.EnumerateDirectories(Kept).Select(folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Releases))]
    public void Every_row_is_read_and_none_is_unknown(string release) =>
        Assert.All(
            Lines(release, "rows"),
            line => Assert.True(IndexRows.Read(line.Key, line.Json) is not (null or UnknownRow), line.Json)
        );

    [Theory]
    [MemberData(nameof(Releases))]
    public void Every_entry_of_the_log_is_read_to_its_last_row(string release)
    {
        var entries = ReadLog(release);

        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(entry => (int)entry.Sequence));
        Assert.DoesNotContain(entries, entry => entry.Kind == ChangeKind.Unknown);
        Assert.DoesNotContain(entries.SelectMany(entry => entry.Rows), change => change.Row is UnknownRow);
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Its_rows_its_log_and_its_snapshot_lead_to_the_same_answers(string release)
    {
        var rows = Lines(release, "rows").Select(line => IndexRows.Read(line.Key, line.Json)!).ToList();
        var log = ReadLog(release);
        // A key of the log is "log:", the epoch, and a number.
        var epoch = Lines(release, "log").First().Key.Split(':')[1];
        var head = new Head(epoch, log.Count, Complete: true, Rendering: "");
        using var fromRows = new PlayedReplica();
        using var fromLog = new PlayedReplica();
        using var fromSnapshot = new PlayedReplica();

        await fromRows.Replica.LoadAsync(head, rows.ToAsyncEnumerable(), None, default);
        await fromLog.Replica.LoadAsync(
            head with
            {
                Sequence = 0,
            },
            AsyncEnumerable.Empty<IndexRow>(),
            log.ToAsyncEnumerable(),
            default
        );
        await using var snapshot = File.OpenRead(Path.Combine(Kept, release, "snapshot.gz"));
        Assert.True(await fromSnapshot.Replica.LoadSnapshotAsync(snapshot, head, _ => None, default));

        Assert.NotEmpty(fromRows.Answers());
        Assert.Equal(fromRows.Answers(), fromLog.Answers());
        Assert.Equal(fromRows.Answers(), fromSnapshot.Answers());
    }

    private static IAsyncEnumerable<LogEntry> None => AsyncEnumerable.Empty<LogEntry>();

    private static List<LogEntry> ReadLog(string release) =>
        [.. Lines(release, "log").Select(line => JsonSerializer.Deserialize(line.Json, IndexJson.Default.LogEntry)!)];

    /// <summary>A row of the table a line: its key, a tab, its JSON.</summary>
    private static IEnumerable<(string Key, string Json)> Lines(string release, string kind) =>
        File.ReadLines(Path.Combine(Kept, release, kind + ".tsv"), Encoding.UTF8)
            .Select(line => line.Split('\t', 2))
            .Select(parts => (parts[0], parts[1]));
}
