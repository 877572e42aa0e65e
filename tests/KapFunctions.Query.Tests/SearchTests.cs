using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Search;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;

namespace KapFunctions.Query.Tests;

public sealed class SearchTests : IDisposable
{
    private readonly TestIndex index = new();
    private readonly Dictionary<string, string> texts = [];
    private readonly BodyReader bodies;
    private int fetches;

    public SearchTests() =>
        bodies = new BodyReader(
            index.Folder,
            maxBytes: 2_000,
            new ReplicaSource
            {
                ReadHead = _ => Task.FromResult<Head?>(index.Head),
                ReadRows = _ => index.Rows.ToAsyncEnumerable(),
                ReadLog = (_, _, _) => index.Log.ToAsyncEnumerable(),
                ReadBody = async (name, cancellation) =>
                {
                    Interlocked.Increment(ref fetches);
                    await Task.Yield();
                    return texts.TryGetValue(name, out var text)
                        ? new PostBody { Html = $"<p>{text}</p>", PlainText = text }
                        : null;
                },
            }
        );

    public void Dispose()
    {
        bodies.Dispose();
        index.Dispose();
    }

    [Theory]
    [InlineData("worry", "anxiety")]
    [InlineData("WORRY night", "anxiety")]
    [InlineData("\"racing thoughts\"", "anxiety")]
    [InlineData("\"thoughts racing\"", "")]
    [InlineData("thoughts racing", "anxiety")]
    [InlineData("uber", "grief")]
    [InlineData("Über", "grief")]
    [InlineData("sor*", "grief")]
    [InlineData("sor", "")]
    [InlineData("s*", "")]
    [InlineData("grief", "grief anxiety")]
    [InlineData("loss", "grief")]
    [InlineData("it's OR NOT (title:worry", "")]
    [InlineData("\"", "")]
    [InlineData("***", "")]
    [InlineData("", "")]
    public async Task A_search_finds_posts_that_have_all_the_words_best_first(string text, string slugs)
    {
        using var view = await BlogAsync();
        var found = view.Search(new SearchQuery(text));
        Assert.Equal(slugs, string.Join(' ', found.Hits.Select(hit => hit.Post.Metadata!.Slug)));
        Assert.Equal(found.Hits.Count, found.Total);
    }

    [Fact]
    public async Task Snippets_are_one_line_that_marks_what_was_found_and_escapes_everything_else()
    {
        using var view = await BlogAsync();
        var hit = Assert.Single(view.Search(new SearchQuery("\"racing thoughts\"")).Hits);
        Assert.Equal("Worry at &lt;night&gt;", hit.TitleHtml);
        Assert.Contains(
            "<mark>racing thoughts</mark> &amp; &lt;script&gt; keep you awake",
            hit.SnippetHtml,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_search_within_a_tag_finds_only_what_has_it()
    {
        using var view = await BlogAsync();
        Assert.Equal(1, view.Search(new SearchQuery("grief") { Tag = "cbt" }).Total);
        Assert.Equal(0, view.Search(new SearchQuery("grief") { Tag = "none" }).Total);
        Assert.Empty(view.Search(new SearchQuery("grief") { Page = int.MaxValue }).Hits);
    }

    [Fact]
    public async Task A_changed_text_is_found_once_it_was_read_and_the_old_one_no_more()
    {
        (await BlogAsync()).Dispose();
        var indexer = new SearchIndexer(index.Replica, bodies);
        await indexer.IndexAsync(default);
        texts["bodies/2"] = "Entirely new";
        index.Replica.Apply([index.Commit(A.Post("anxiety") with { Body = "bodies/2" })]);
        Assert.Equal((0, 0), (Total("worry"), Total("entirely")));
        fetches = 0;
        Assert.Equal(0, await indexer.IndexAsync(default));
        Assert.Equal((0, 1, 1), (Total("worry"), Total("entirely"), fetches));
    }

    [Fact]
    public async Task A_row_that_changed_without_its_text_has_it_not_read_again()
    {
        (await BlogAsync()).Dispose();
        var indexer = new SearchIndexer(index.Replica, bodies);
        await indexer.IndexAsync(default);
        fetches = 0;
        index.Replica.Apply([index.Commit(A.Post("anxiety") with { Warnings = 1 })]);
        await indexer.IndexAsync(default);
        Assert.Equal((1, 0), (Total("racing"), fetches));
    }

    [Fact]
    public async Task A_body_that_storage_misses_is_counted_and_does_not_keep_the_others_from_being_found()
    {
        index.Commit(A.Post("a"), A.Post("b"));
        texts["bodies/posts/a.md"] = "Found";
        await index.LoadAsync();
        var indexer = new SearchIndexer(index.Replica, bodies);
        Assert.False(indexer.IsReady);
        Assert.Equal(1, await indexer.IndexAsync(default));
        Assert.True(indexer.IsReady);
        Assert.Equal(1, Total("found"));
    }

    [Fact]
    public async Task A_body_is_fetched_once_however_many_ask_for_it()
    {
        var post = A.Post("a");
        texts[post.Body!] = "Text";
        var read = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bodies.ReadAsync(post, default)));
        Assert.All(read, body => Assert.Equal("<p>Text</p>", body!.Html));
        Assert.Equal(1, fetches);
        Assert.Null(await bodies.ReadAsync(A.Post("missing"), default));
    }

    [Fact]
    public async Task Bodies_least_recently_used_go_when_there_are_too_many()
    {
        var posts = Enumerable.Range(0, 40).Select(i => A.Post("p" + i)).ToList();
        posts.ForEach(post =>
            texts[post.Body!] = string.Join(' ', Enumerable.Range(0, 200).Select(n => n * post.Path.Length))
        );
        await bodies.ReadAsync(posts[0], default);
        foreach (var post in posts)
        {
            await bodies.ReadAsync(posts[0], default);
            await bodies.ReadAsync(post, default);
        }

        Assert.Equal(40, fetches);
        await bodies.ReadAsync(posts[0], default);
        Assert.Equal(40, fetches);
        await bodies.ReadAsync(posts[1], default);
        Assert.Equal(41, fetches);
    }

    private long Total(string text)
    {
        using var view = index.Replica.Read(TestIndex.Noon);
        return view.Search(new SearchQuery(text)).Total;
    }

    private async Task<View> BlogAsync()
    {
        index.Commit(
            A.Post("anxiety", post => post.Tagged("cbt") with { Title = "Worry at <night>" }),
            A.Post("grief", post => post.Tagged("loss") with { Title = "Grief" }, 2),
            A.Post("later", post => post with { Title = "Worry later" }, -1)
        );
        texts["bodies/posts/anxiety.md"] = "When racing thoughts & <script> keep\nyou awake, grief included.";
        texts["bodies/posts/grief.md"] = "Sorrow, grief and über-grief.";
        texts["bodies/posts/later.md"] = "Worry";
        await index.LoadAsync();
        await new SearchIndexer(index.Replica, bodies).IndexAsync(default);
        return index.Replica.Read(TestIndex.Noon);
    }
}
