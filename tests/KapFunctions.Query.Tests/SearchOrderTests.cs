using KapFunctions.Query.Search;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;

namespace KapFunctions.Query.Tests;

/// <summary>The same content gives the same answers in the same order, whatever an instance has seen before.</summary>
public sealed class SearchOrderTests
{
    private static readonly string[] Words =
    [
        .. "breath worry night sleep calm mood therapy treat treats treatment walking café 東京 straße c++ plan".Split(
            ' '
        ),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_any_edits_an_instance_answers_as_a_fresh_one(int seed)
    {
        var random = new Random(seed);
        using var site = new SearchedSite();
        (
            await site.ViewAsync([.. Enumerable.Range(0, 40).Select(i => ($"p{i}", Text(random, 3), Text(random, 30)))])
        ).Dispose();

        for (var edit = 0; edit < 150; edit++)
        {
            Edit(site, random, edit);
            if (random.Next(4) == 0)
            {
                await site.Indexer.IndexAsync(default);
            }
        }

        await site.Indexer.IndexAsync(default);
        using var fresh = await site.FreshAsync();
        using var here = site.Index.Replica.Read(TestIndex.Noon);
        using var there = fresh.Index.Replica.Read(TestIndex.Noon);
        foreach (var question in Questions(random))
        {
            Assert.Equal(
                Told(there.Search(new(question) { Limit = 100 })),
                Told(here.Search(new(question) { Limit = 100 }))
            );
        }
    }

    [Fact]
    public async Task What_is_online_no_more_is_neither_kept_nor_counted()
    {
        using var site = new SearchedSite();
        (await site.ViewAsync(("a", "A", "First"), ("b", "B", "Second"))).Dispose();
        site.Index.Replica.Apply([site.Index.Remove(A.Post("a").Key)]);
        site.Put("bodies/2", "Third");
        site.Index.Replica.Apply([site.Index.Commit(A.Post("b") with { Body = "bodies/2" })]);
        await site.Indexer.IndexAsync(default);

        using var view = site.Index.Replica.Read(TestIndex.Noon);

        Assert.Equal(["Third"], view.Rows("select text from text.doc", row => row.GetString(0)));
        Assert.Equal(0, view.Number("select count(*) from text.vocabulary where term in ('=first', '=second')"));
    }

    [Fact]
    public async Task A_text_that_two_posts_share_stays_while_one_of_them_is_online()
    {
        using var site = new SearchedSite();
        (await site.ViewAsync(("a", "A", "Same"), ("b", "B", "Other"))).Dispose();
        site.Index.Replica.Apply([site.Index.Commit(A.Post("b") with { Body = A.Post("a").Body })]);
        await site.Indexer.IndexAsync(default);
        site.Index.Replica.Apply([site.Index.Remove(A.Post("a").Key)]);
        await site.Indexer.IndexAsync(default);

        using var view = site.Index.Replica.Read(TestIndex.Noon);

        Assert.Equal("b", site.Find(view, "same"));
    }

    [Fact]
    public async Task Another_language_of_the_site_gives_texts_its_stems()
    {
        using var site = new SearchedSite();
        (await site.ViewAsync(("a", "A", "Häuser"))).Dispose();
        site.Index.Replica.Apply([
            site.Index.Commit(new SiteRow { Settings = new() { Rendering = new() { Language = "de" } } }),
        ]);
        await site.Indexer.IndexAsync(default);

        using var view = site.Index.Replica.Read(TestIndex.Noon);

        Assert.Equal("a", site.Find(view, "Haus"));
    }

    private static void Edit(SearchedSite site, Random random, int edit)
    {
        var post = A.Post($"p{random.Next(40)}");
        var entry = random.Next(4) switch
        {
            0 => site.Index.Remove(post.Key),
            1 => site.Index.Commit(post with { State = PostState.Draft }),
            _ => site.Index.Commit(Edited()),
        };
        site.Index.Replica.Apply([entry]);

        PostRow Edited()
        {
            var body = $"bodies/{edit}";
            site.Put(body, Text(random, 30));
            return post with { Body = body, Metadata = post.Metadata! with { Title = Text(random, 3) } };
        }
    }

    private static IEnumerable<string> Questions(Random random) =>
        [
            .. Words,
            .. Words.Select(word => word[..1] + word),
            .. Enumerable.Range(0, 60).Select(_ => Text(random, 2)),
            "tre*",
        ];

    private static string Text(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));

    private static string Told(SearchPage page) =>
        string.Join(
            '\n',
            page.Hits.Select(hit => $"{hit.Post.Path} {hit.TitleHtml} {hit.SnippetHtml}").Append($"{page.Total}")
        );
}
