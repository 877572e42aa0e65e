using Azure.Data.Tables;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;

namespace KapFunctions.Proof.Tests;

/// <summary>Writes a small site of every kind of row, and keeps how this release wrote it: see <c>tests/keep-formats.sh</c>.</summary>
public sealed class KeepFormats
{
    private static readonly (string Path, string? Text)[] Edits =
    [
        ("site.yaml", "title: Kept\nauthors:\n  - name: Ann\n    slug: ann\n"),
        ("posts/a.md", "---\ntags: [One, Two]\nauthor: ann\naliases: [/older]\n---\n# Ä title\n\nSome *text*."),
        ("posts/a.md", "---\nslug: moved\ntags: [One]\n---\n# Ä title\n\nMore text."),
        ("posts/waits.md", "---\nslug: moved\n---\n# Waits"),
        ("posts/draft.md", "---\ndraft: true\n---\n# Draft"),
        ("posts/later.md", "---\ndate: 2099-01-01\nexpires: 2099-02-01\n---\n# Later"),
        ("posts/broken.md", "---\ntitle: [\n---\nBroken"),
        ("posts/gone.md", "# Gone"),
        ("posts/gone.md", null),
        ("pages/about.md", "---\nreviewed: 2026-01-01\nreviewed_by: Dr Ann\nsources: [A book]\n---\n# About"),
        ("media/note.txt", "A note"),
        ("theme/footer.html", "<p>{{ site.title }}</p>"),
        ("redirects.yaml", "/old/: /moved/\n/older/*: /moved/\n/never/: 410\n"),
    ];

    [Fact]
    public async Task Rows_log_and_snapshot_of_this_release_are_written_where_they_are_asked_for()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.DirectConnectionString);
        await instance.ReconcileAsync();
        foreach (var (path, text) in Edits)
        {
            await (text is null ? instance.DeleteAsync(path) : instance.UploadAsync(path, text));
            await instance.LookAtAsync(path);
        }

        var head = (await instance.Index.ReadHeadAsync(default))!;
        var log = await LinesAsync(instance, key => key.StartsWith(IndexKeys.LogPrefix, StringComparison.Ordinal));
        var keys = await instance.Index.ReadRowsAsync(default).Select(row => row.Key).ToHashSetAsync();
        var rows = await LinesAsync(instance, keys.Contains);
        using var snapshot = new MemoryStream();
        (await instance.ReadAsync()).Dispose();
        await instance.Get<Replica>().SaveSnapshotAsync(snapshot, default);

        Assert.Equal(head.Sequence, log.Count);
        Assert.Equal(keys.Count, rows.Count);
        if (Environment.GetEnvironmentVariable("KAP_KEEP_FORMATS") is { Length: > 0 } folder)
        {
            await File.WriteAllLinesAsync(Path.Combine(folder, "rows.tsv"), rows);
            await File.WriteAllLinesAsync(Path.Combine(folder, "log.tsv"), log);
            await File.WriteAllBytesAsync(Path.Combine(folder, "snapshot.gz"), snapshot.ToArray());
        }
    }

    private static async Task<List<string>> LinesAsync(Instance instance, Func<string, bool> isAsked)
    {
        var lines = new List<string>();
        await foreach (var entity in instance.Storage.Index.QueryAsync<TableEntity>())
        {
            if (isAsked(entity.RowKey))
            {
                lines.Add($"{entity.RowKey}\t{IndexEntity.DataOf(entity)}");
            }
        }

        return lines;
    }
}
