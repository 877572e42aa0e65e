using KapFunctions.Content.Themes;
using KapFunctions.Pictures.Cleaning;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Queues;
using KapFunctions.Storage.Rendered;

namespace KapFunctions.Site.Theme;

/// <summary>Keeps the theme in memory; reads what changed of it when the index names other files.</summary>
public sealed class ThemeCache(Freshness freshness, RenderedStore rendered, ContentEvents events) : IDisposable
{
    private const int Parallelism = 8;

    private readonly SemaphoreSlim reading = new(1);
    private Kept current = new(
        new Dictionary<string, string>(),
        new Dictionary<string, byte[]>(),
        Accent: null,
        new(() => SiteTheme.BuiltIn)
    );

    /// <summary>The theme now; the built-in one while there is nothing to serve yet.</summary>
    internal async Task<SiteTheme> NowAsync(CancellationToken cancellation)
    {
        using var view = await freshness.ReadAsync(cancellation);
        return view is null ? SiteTheme.BuiltIn : await OfAsync(view, cancellation);
    }

    internal async ValueTask<SiteTheme> OfAsync(View view, CancellationToken cancellation)
    {
        var wanted = ThemeRow.InUse(view.Theme()).ToDictionary(row => row.Path, row => row.Good!);
        var accent = view.Site.Settings.AccentColor;
        if (current is { } kept && kept.Holds(wanted, accent))
        {
            return kept.Theme.Value;
        }

        await reading.WaitAsync(cancellation);
        try
        {
            if (!current.Holds(wanted, accent))
            {
                current = await ReadAsync(wanted, accent, current.Bytes, cancellation);
            }

            return current.Theme.Value;
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private async Task<Kept> ReadAsync(
        Dictionary<string, string> wanted,
        string? accent,
        IReadOnlyDictionary<string, byte[]> known,
        CancellationToken cancellation
    )
    {
        var found = new Dictionary<string, byte[]>();
        foreach (var some in wanted.DistinctBy(file => file.Value).Chunk(Parallelism))
        {
            var bytes = await Task.WhenAll(some.Select(file => ReadAsync(file.Key, file.Value, known, cancellation)));
            foreach (var (file, read) in some.Zip(bytes))
            {
                found[file.Value] = read;
            }
        }

        // Of two spellings of one name the first counts.
        var files = wanted
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .DistinctBy(file => ThemePaths.NameOf(file.Key), ThemeNames.Comparer)
            .ToDictionary(file => ThemePaths.NameOf(file.Key), file => found[file.Value], ThemeNames.Comparer);
        return new(
            wanted,
            found,
            accent,
            new(() => files.Count == 0 && accent is null ? SiteTheme.BuiltIn : new SiteTheme(files, accent))
        );
    }

    private async Task<byte[]> ReadAsync(
        string path,
        string blob,
        IReadOnlyDictionary<string, byte[]> known,
        CancellationToken cancellation
    )
    {
        if (known.TryGetValue(blob, out var kept))
        {
            return kept;
        }

        if (await rendered.ReadGoodAsync(blob, cancellation) is { } bytes)
        {
            var file = bytes.ToArray();
            return PictureCleaner.Clean(path, file).Bytes ?? file;
        }

        await events.SendLookAtAsync(path, cancellation);
        throw new MissingBodyException(path);
    }

    // Compiled when the first page is asked for: a start that no page follows need not.
    private sealed record Kept(
        IReadOnlyDictionary<string, string> Files,
        IReadOnlyDictionary<string, byte[]> Bytes,
        string? Accent,
        Lazy<SiteTheme> Theme
    )
    {
        public bool Holds(Dictionary<string, string> wanted, string? accent) =>
            Accent == accent
            && Files.Count == wanted.Count
            && wanted.All(file => Files.TryGetValue(file.Key, out var blob) && blob == file.Value);
    }
}
