using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using KapFunctions.Content.Posts;
using KapFunctions.Publishing.Posts;
using KapFunctions.Storage.Index;

namespace KapFunctions.Proof.Tests.Orders;

/// <summary>
/// Looks at files by the real plans over a table in memory, which knows what a transaction demands and nothing else: a look
/// takes microseconds, so every order of them can be tried.
/// </summary>
internal sealed class PlannedSite
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Start.AddDays(1);

    private readonly Dictionary<string, (TableEntity Entity, int Version)> table = new(StringComparer.Ordinal);
    private readonly NeighbourReader neighbourhood;
    private Folder folder = new();
    private int time;
    private int writes;

    public PlannedSite() =>
        neighbourhood = new(
            new()
            {
                ReadHolder = (slug, _) => Task.FromResult(Holder(slug)),
                ReadPost = (path, _) => Task.FromResult(Post(path)),
                ReadWaiting = (slug, _) => Task.FromResult(Waiting(slug)),
                ReadHead = _ => Task.FromResult<Head?>(new("epoch", 1, Complete: true, "")),
                ReadSite = _ => ValueTask.FromResult(new SiteRow()),
                ReadETag = (path, _) => Task.FromResult(ETagOf(path)),
                HasFile = (path, _) => Task.FromResult(folder.Files.ContainsKey(path)),
            }
        );

    /// <summary>The files.</summary>
    public IReadOnlyDictionary<string, PostFile> Files => folder.Files;

    public PlannedSite Copy()
    {
        var copy = new PlannedSite
        {
            folder = folder.Copy(),
            time = time,
            writes = writes,
        };
        foreach (var (key, row) in table)
        {
            copy.table[key] = row;
        }

        return copy;
    }

    /// <summary>Does what an editor does, of which nobody hears yet.</summary>
    public void Do(Edit edit) => Assert.True(folder.TryDo(edit, ++time));

    /// <summary>Whether a post has the slug.</summary>
    public bool IsHeld(string slug) => Holder(slug).Claim.Value is not null;

    /// <summary>Looks at a file, as <c>PostPublisher</c> does.</summary>
    public async Task LookAsync(string path)
    {
        time++;
        var outcome = LookOutcome.Stale;
        for (var attempt = 0; !outcome.IsDone; attempt++)
        {
            Assert.True(attempt < 10, "It never ends.");
            outcome = await TryAsync(path, isFirst: attempt == 0);
        }

        var looked = new HashSet<string>();
        while (outcome.Offered is { } slug && await neighbourhood.FindNextAsync(slug, looked, default) is { } next)
        {
            looked.Add(next);
            await LookAsync(next);
        }
    }

    private async Task<LookOutcome> TryAsync(string path, bool isFirst)
    {
        var row = Post(path);
        if (!folder.Files.TryGetValue(path, out var file))
        {
            return row.Value is null ? LookOutcome.Done : await RemoveAsync(path, row);
        }

        if (row.Value is { WantedSlug: null } known && known.SourceETag == ETagOf(path))
        {
            return LookOutcome.Done;
        }

        var seen = new ObservedPost(
            path,
            row,
            row.Value is null ? Identity(path) : default,
            IsFirstLook: isFirst && row.Value is not null
        );
        var rendering = RenderingOf(file);
        var neighbours = await neighbourhood.ReadAsync(seen, rendering, default);
        if (neighbours.GoneHolder is { } gone && seen.IsFirstLook)
        {
            await LookAsync(gone);
            return LookOutcome.Stale;
        }

        var planned = PostPlan.ForRendering(seen, rendering, neighbours, Now);
        return planned is null ? LookOutcome.Done
            : Commit(planned.Commit) ? new(IsDone: true, neighbours.Next.Offered)
            : LookOutcome.Stale;
    }

    private async Task<LookOutcome> RemoveAsync(string path, Stored<PostRow> row)
    {
        var left = PostRows.LeftSlug(row.Value, after: null, Neighbours.None);
        var next = await neighbourhood.ReadNextAsync(path, left, default);
        var commit = PostPlan.ForRemoval(new(path, row, default), next.Row, Now, Start.AddSeconds(time))!;
        return Commit(commit) ? new(IsDone: true, next.Offered) : LookOutcome.Stale;
    }

    private static Rendering RenderingOf(PostFile file)
    {
        var etag = file.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var metadata = new PostMetadata
        {
            Title = etag,
            Slug = file.Slug,
            Draft = file.IsDraft,
        };
        var good = new GoodVersion(metadata, "bodies/" + etag, "good/" + etag, etag, default);
        return new(etag, Start.AddSeconds(file.CreatedAt), null, null, 0, 0, default, new(), good);
    }

    private string? ETagOf(string path) =>
        folder.Files.GetValueOrDefault(path)?.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The index, and what readers are answered, without times.</summary>
    public string State()
    {
        var posts = RowsOf(IndexKeys.PostPrefix).OfType<PostRow>().ToList();
        var departures = RowsOf(IndexKeys.DeparturePrefix).OfType<DepartureRow>().ToList();
        var lines = posts
            .Select(post => JsonSerializer.Serialize(post with { OnlineAt = null }, IndexJson.Default.IndexRow))
            .Concat(Edit.Slugs.Select(slug => $"{slug}: {Holder(slug).Claim.Value?.Path} {Holder(slug).Left?.Id}"))
            .Concat(Edit.Slugs.Select(slug => $"/{slug} {Answer(slug, posts, departures)}"))
            .Concat(Edit.Slugs.SelectMany(Waiting).Select(row => $"{row.Path} waits for {row.Address}"))
            .Concat(new[] { Edit.A, Edit.B }.Select(path => $"{path} is {Identity(path).Value}"));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    /// <summary>What can be compared with a site that lies in storage.</summary>
    public string Outline() => StoredSite.OutlineOf(RowsOf(IndexKeys.PostPrefix).OfType<PostRow>());

    private static string Answer(string slug, List<PostRow> posts, List<DepartureRow> departures)
    {
        if (posts.Find(post => post.IsVisible(Now) && post.Metadata!.Slug == slug) is { } live)
        {
            return $"200 {live.Id}";
        }

        return departures.Find(row => row.Address == slug) is not { } departure ? "404"
            : posts.Find(post => post.Id == departure.Id) is not { } moved ? "410"
            : moved.IsVisible(Now) ? $"301 {moved.Metadata!.Slug}"
            : "404";
    }

    private IEnumerable<IndexRow?> RowsOf(string prefix) =>
        table
            .Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(row => IndexRows.Read(row.Key, IndexEntity.DataOf(row.Value.Entity)));

    private Stored<PostRow> Post(string path) =>
        table.TryGetValue(IndexKeys.Post(path), out var row)
            ? new(IndexRows.Read("", IndexEntity.DataOf(row.Entity)) as PostRow, ETagOf(row.Version))
            : default;

    private Stored<IdentityRow> Identity(string path) =>
        table.TryGetValue(IndexKeys.Identity(path), out var row)
            ? new(IndexEntity.Read(row.Entity, IndexJson.Default.IdentityRow), ETagOf(row.Version))
            : default;

    private AddressHolder Holder(string slug)
    {
        if (!table.TryGetValue(IndexKeys.Claim(slug), out var row))
        {
            return default;
        }

        var holder = IndexReader.HolderIn(row.Entity);
        return holder with { Claim = holder.Claim with { ETag = ETagOf(row.Version) } };
    }

    private IReadOnlyList<WaitingRow> Waiting(string slug) =>
        [
            .. table
                .Where(row => row.Key.StartsWith(IndexKeys.WaitingPrefix(slug), StringComparison.Ordinal))
                .Select(row => IndexEntity.Read(row.Value.Entity, IndexJson.Default.WaitingRow)!)
                .OrderBy(row => row.Path, StringComparer.Ordinal),
        ];

    private static ETag ETagOf(int version) => new($"\"{version}\"");

    /// <summary>All of it, or nothing where a condition does not hold: as a transaction of the table service.</summary>
    private bool Commit(IndexCommit commit)
    {
        if (!commit.Writes.All(write => Holds(write.Key, write.Value)))
        {
            return false;
        }

        foreach (var (key, write) in commit.Writes)
        {
            if (write.ActionType == TableTransactionActionType.Delete)
            {
                table.Remove(key);
                continue;
            }

            var written = new TableEntity((TableEntity)write.Entity);
            var merges =
                write.ActionType is TableTransactionActionType.UpsertMerge or TableTransactionActionType.UpdateMerge;
            if (merges && table.TryGetValue(key, out var old))
            {
                foreach (var (name, value) in old.Entity)
                {
                    written.TryAdd(name, value);
                }
            }

            table[key] = (written, ++writes);
        }

        return true;
    }

    private bool Holds(string key, TableTransactionAction write)
    {
        var exists = table.TryGetValue(key, out var row);
        return write.ActionType switch
        {
            TableTransactionActionType.Add => !exists,
            TableTransactionActionType.UpsertMerge or TableTransactionActionType.UpsertReplace => true,
            _ when write.ETag == ETag.All => true,
            _ => exists && write.ETag == ETagOf(row.Version),
        };
    }
}
