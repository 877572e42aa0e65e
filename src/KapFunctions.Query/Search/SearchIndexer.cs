using KapFunctions.Content.Settings;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Search;

/// <summary>Brings into the search what came online, and takes out what went. It needs the bodies, so it runs after each refresh
/// and comes later than the posts.</summary>
public sealed class SearchIndexer(Replica replica, BodyReader bodies)
{
    private const int Batch = 64;

    private (int Loads, string Languages)? complete;

    /// <summary>Whether every post with a body could be found when it last ran to its end.</summary>
    public bool IsReady => complete is not null;

    /// <summary>How many posts have no text, because storage misses their bodies.</summary>
    public async Task<int> IndexAsync(CancellationToken cancellation)
    {
        if (replica.Position is null)
        {
            return 0;
        }

        var (loads, changed) = (replica.Loads, Drain());
        try
        {
            var site = Site();
            var languages = string.Join(',', site.Rendering.Languages.Prepend(site.Rendering.Language));
            var missing = await BringAsync(
                complete == (loads, languages) ? changed : Different(site),
                site,
                cancellation
            );
            complete = (loads, languages);
            return missing;
        }
        catch
        {
            changed.ForEach(replica.Changed.Enqueue);
            throw;
        }
    }

    private List<string> Drain()
    {
        var changed = new List<string>();
        while (replica.Changed.TryDequeue(out var key))
        {
            changed.Add(key);
        }

        return changed;
    }

    private SiteSettings Site()
    {
        using var view = replica.Read(DateTimeOffset.UnixEpoch);
        return view.Site.Settings;
    }

    private List<string> Different(SiteSettings site)
    {
        using var view = replica.Read(DateTimeOffset.UnixEpoch);
        return
        [
            .. view.WithOutdatedText(),
            .. site.Languages.Count == 0
                ? view.WithoutText(site.Rendering.Language)
                : view.WithoutText(language => site.LanguageOf(language)!),
        ];
    }

    /// <summary>Of its stems.</summary>
    private static string LanguageOf(SiteSettings site, PostRow post) =>
        site.LanguageOf(post.Metadata!.Language) ?? site.Rendering.Language;

    private async Task<int> BringAsync(List<string> keys, SiteSettings site, CancellationToken cancellation)
    {
        var missing = 0;
        foreach (var batch in keys.Distinct().Chunk(Batch))
        {
            List<(string Key, PostRow? Post)> rows;
            using (var view = replica.Read(DateTimeOffset.UnixEpoch))
            {
                // A row may change where its body did not, and then its text is there.
                rows =
                [
                    .. batch
                        .Select(key => (key, Post: view.PublishedAt(key)))
                        .Where(row => row.Post is null || !view.HasText(row.Post, LanguageOf(site, row.Post))),
                ];
            }

            var texts = await Task.WhenAll(rows.Select(row => ShownAsync(row.Key, row.Post, site, cancellation)));
            replica.Texts.Put(texts);
            missing += rows.Zip(texts).Count(one => one.First.Post is not null && one.Second.Text is null);
        }

        return missing;
    }

    private async Task<ShownText> ShownAsync(
        string key,
        PostRow? post,
        SiteSettings site,
        CancellationToken cancellation
    ) =>
        post is not null && await bodies.PeekAsync(post.Body!, cancellation) is { } body
            ? new(
                key,
                new(
                    TextFile.NumberOf(post.Body!),
                    LanguageOf(site, post),
                    post.Metadata!.Title,
                    string.Join(", ", post.Metadata.PublicTags.Select(tag => tag.Name)),
                    body.PlainText
                )
            )
            : new(key, null);
}
