using KapFunctions.Content.Posts;
using KapFunctions.Content.Text;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;

namespace KapFunctions.Testing;

/// <summary>An index as it stands in the table: rows, a head and a log, and a replica that follows it.</summary>
internal sealed class TestIndex : IDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kap-query-");
    private readonly Dictionary<string, IndexRow> rows = [];

    public TestIndex() => Replica = new Replica(folder.FullName);

    public Replica Replica { get; }

    public Head Head { get; set; } = new("epoch-1", 0, Complete: true, Rendering: "");

    public List<LogEntry> Log { get; } = [];

    public string Folder => folder.FullName;

    public IEnumerable<IndexRow> Rows => rows.Values;

    /// <summary>Writes rows and one entry of the log, as a publish does.</summary>
    public LogEntry Commit(params IEnumerable<IndexRow> written) =>
        Commit([.. written.Select(row => new RowChange(row.Key, row))]);

    /// <summary>Removes the row under <paramref name="key"/>.</summary>
    public LogEntry Remove(string key) => Commit([new RowChange(key, null)]);

    /// <summary>A replica that was loaded from what stands here.</summary>
    public async Task<Replica> LoadAsync()
    {
        await Replica.LoadAsync(Head, Rows.ToAsyncEnumerable(), Array.Empty<LogEntry>().ToAsyncEnumerable(), default);
        return Replica;
    }

    /// <summary>The loaded replica at noon.</summary>
    public async Task<View> ViewAsync(params IndexRow[] written)
    {
        Commit(written);
        return (await LoadAsync()).Read(Noon);
    }

    public void Dispose()
    {
        Replica.Dispose();
        folder.Delete(recursive: true);
    }

    private LogEntry Commit(RowChange[] changes)
    {
        foreach (var (key, row) in changes)
        {
            if (row is null)
            {
                rows.Remove(key);
            }
            else
            {
                rows[key] = row;
            }
        }

        Head = Head with { Sequence = Head.Sequence + 1 };
        var entry = new LogEntry(Head.Sequence, Noon, ChangeKind.Updated, "posts/a.md", null, null, changes);
        Log.Add(entry);
        return entry;
    }
}

/// <summary>Posts as tests write them.</summary>
internal static class A
{
    public static PostRow Post(string slug, Func<PostMetadata, PostMetadata>? with = null, int daysAgo = 1) =>
        Row(
            "posts/" + slug + ".md",
            new PostMetadata
            {
                Title = slug,
                Slug = slug,
                Date = TestIndex.Noon.AddDays(-daysAgo),
            },
            with
        );

    public static PostRow Page(string slug) =>
        Row(
            "pages/" + slug + ".md",
            new PostMetadata
            {
                Kind = PostKind.Page,
                Title = slug,
                Slug = slug,
            },
            null
        );

    public static PostRow Row(string path, PostMetadata metadata, Func<PostMetadata, PostMetadata>? with) =>
        new()
        {
            Path = path,
            Id = ContentIds.OfTag(path),
            FirstSeen = TestIndex.Noon.AddYears(-1),
            State = PostState.Published,
            SourceETag = "1",
            Body = "bodies/" + path,
            Metadata = with is null ? metadata : with(metadata),
        };

    public static PostMetadata Tagged(this PostMetadata post, params string[] slugs) =>
        post with
        {
            Tags = [.. slugs.Select(slug => new TagReference(slug.ToUpperInvariant(), slug))],
        };

    public static PostMetadata By(this PostMetadata post, params string[] slugs) =>
        post with
        {
            Authors = [.. slugs.Select(slug => new TagReference("Dr " + slug, slug))],
        };

    public static DepartureRow Departure(string slug, PostRow post) =>
        new()
        {
            Address = slug,
            Id = post.Id,
            At = TestIndex.Noon,
        };
}
