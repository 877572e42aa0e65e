using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;

namespace KapFunctions.Query.Tests.Nql;

/// <summary>What filters find, in a small practice blog.</summary>
public sealed class FilterTests : IDisposable
{
    private readonly TestIndex index = new();

    public void Dispose() => index.Dispose();

    [Theory]
    [InlineData(null, "anxiety sleep grief 2020 news")]
    [InlineData("tag:cbt", "anxiety sleep")]
    [InlineData("tags.slug:cbt", "anxiety sleep")]
    [InlineData("tag:-cbt", "grief 2020 news")]
    [InlineData("tag:-cbt+tag:-loss", "2020 news")]
    [InlineData("tag:-[cbt,loss]", "2020 news")]
    [InlineData("tag:[cbt,loss]", "anxiety sleep grief")]
    [InlineData("tag:cbt,tag:loss", "anxiety sleep grief")]
    [InlineData("tag:[cbt+night]", "sleep")]
    [InlineData("tag:cbt+tag:night", "sleep")]
    [InlineData("tag:night+tags.name:CBT", "")]
    [InlineData("tag:night+(tags.name:CBT)", "")]
    [InlineData("tag:night+(tags.name:CBT,tag:none)", "sleep")]
    [InlineData("tags.name:CBT", "anxiety sleep")]
    [InlineData("tags.name:~'cb'", "anxiety sleep")]
    [InlineData("tags.slug:>d+tags.slug:<m", "grief")]
    [InlineData("primary_tag:cbt", "anxiety")]
    [InlineData("primary_tag:-cbt", "sleep grief")]
    [InlineData("primary_tag:[cbt,night]", "anxiety sleep")]
    [InlineData("tag:null", "")]
    [InlineData("tag:-null", "2020 news")]
    [InlineData("(featured:true+tag:[none+cbt])", "")]
    [InlineData("tags.visibility:~'pub'", "anxiety sleep grief")]
    [InlineData("tags.visibility:-~'pub'", "")]
    [InlineData("meta_title:-x", "anxiety sleep grief 2020 news")]
    [InlineData("meta_title:-['x']", "anxiety sleep grief 2020 news")]
    [InlineData("email_subject:-x", "anxiety sleep grief 2020 news")]
    [InlineData("tag:unheard-of", "")]
    [InlineData("tag:-unheard-of", "anxiety sleep grief 2020 news")]
    [InlineData("tag:unheard-of,author:ben", "grief")]
    [InlineData("author:ann", "anxiety sleep 2020 news")]
    [InlineData("author:-ann", "grief")]
    [InlineData("primary_author:ben", "grief")]
    [InlineData("authors.name:~'ann'", "anxiety sleep 2020 news")]
    [InlineData("author:[ann,ben]+tag:cbt", "anxiety sleep")]
    [InlineData("featured:true", "sleep news")]
    [InlineData("featured:false", "anxiety grief 2020")]
    [InlineData("featured:-true", "anxiety grief 2020")]
    [InlineData("featured:true+tag:cbt", "sleep")]
    [InlineData("featured:true+author:ann", "sleep news")]
    [InlineData("featured:true,tag:loss", "sleep grief news")]
    [InlineData("custom_excerpt:null", "sleep grief 2020 news")]
    [InlineData("custom_excerpt:-null", "anxiety")]
    [InlineData("custom_excerpt:[null]", "")]
    [InlineData("custom_excerpt:-[null]", "")]
    [InlineData("tag:[null]", "")]
    [InlineData("tag:-[null]", "anxiety sleep grief 2020 news")]
    [InlineData("primary_tag:-[null]", "anxiety sleep grief")]
    [InlineData("tag:[null,cbt]", "anxiety sleep")]
    [InlineData("custom_excerpt:-other", "anxiety")]
    [InlineData("custom_excerpt:-~'other'", "anxiety")]
    [InlineData("custom_excerpt:~'WORRY'", "anxiety")]
    [InlineData("meta_title:~^'über'", "grief")]
    [InlineData("title:~'ÄNGST'", "anxiety")]
    [InlineData("title:~^'when'", "anxiety")]
    [InlineData("title:~$'Home'", "anxiety")]
    [InlineData("title:-~'e'", "2020")]
    [InlineData("title:~'50%_'", "news")]
    [InlineData("title:'When Ängst Comes Home'", "anxiety")]
    [InlineData("title:'when ängst comes home'", "")]
    [InlineData("slug:2020", "2020")]
    [InlineData("slug:-2020", "anxiety sleep grief news")]
    [InlineData("slug:[news,anxiety]", "news anxiety")]
    [InlineData("slug:[news,anxiety,2020]+featured:true", "news")]
    [InlineData("published_at:>'2026-06-13'", "anxiety sleep")]
    [InlineData("published_at:>=2026-06-13T12:00:00Z", "anxiety sleep")]
    [InlineData("published_at:'2026-06-13T14:00:00.000+02:00'", "sleep")]
    [InlineData("published_at:<2026", "news")]
    [InlineData("published_at:>now-2d", "anxiety")]
    [InlineData("published_at:>=now-2d", "anxiety sleep")]
    [InlineData("published_at:>now-1w+tag:cbt", "anxiety sleep")]
    [InlineData("published_at:<now-1y", "news")]
    [InlineData("published_at:~'2026-06-1'", "anxiety sleep grief 2020")]
    [InlineData("reading_time:>4", "grief")]
    [InlineData("reading_time:[3,5]", "grief")]
    [InlineData("id:-1", "anxiety sleep grief 2020 news")]
    [InlineData("visibility:public", "anxiety sleep grief 2020 news")]
    [InlineData("visibility:-public", "")]
    [InlineData("type:page", "")]
    [InlineData("status:draft", "anxiety sleep grief 2020 news")]
    [InlineData("status:draft+tag:cbt", "anxiety sleep")]
    [InlineData("codeinjection_head:null+tag:cbt", "anxiety sleep")]
    [InlineData("excerpt:~'first'", "2020")]
    [InlineData("tag:cbt,featured:true+author:ann", "anxiety sleep news")]
    [InlineData("(tag:cbt,featured:true)+author:ann+title:-~'sleep'", "anxiety news")]
    public async Task A_filter_finds_what_it_finds_in_Ghost(string? filter, string slugs)
    {
        using var view = await BlogAsync();
        Assert.Equal(slugs, string.Join(' ', Find.Slugs(view, filter)));
    }

    [Theory]
    [InlineData("published_at asc", "news 2020 grief sleep anxiety")]
    [InlineData("featured desc", "sleep news anxiety grief 2020")]
    [InlineData("FEATURED DESC, slug ASC", "news sleep 2020 anxiety grief")]
    [InlineData("title asc", "2020 news grief sleep anxiety")]
    [InlineData("reading_time desc, title asc", "grief 2020 news sleep anxiety")]
    [InlineData("meta_title desc", "grief anxiety sleep 2020 news")]
    [InlineData("nonsense asc, slug desc; drop table post", "anxiety sleep grief 2020 news")]
    [InlineData("tag asc", "anxiety sleep grief 2020 news")]
    public async Task Orders_follow_their_rules_and_ignore_bad_ones(string order, string slugs)
    {
        using var view = await BlogAsync();
        Assert.Equal(slugs, string.Join(' ', Find.Slugs(view, null, order)));
    }

    [Fact]
    public async Task A_filter_with_an_order_ignores_the_order_of_its_list()
    {
        using var view = await BlogAsync();
        Assert.Equal(["anxiety", "news"], Find.Slugs(view, "slug:[news,anxiety]", "slug asc"));
    }

    [Fact]
    public async Task Pages_are_of_the_size_asked_for_and_empty_beyond_the_last()
    {
        using var view = await BlogAsync();
        PostPage Page(int page) => view.Browse(new PostQuery { Limit = 2, Page = page });
        Assert.Equal(["posts/anxiety.md", "posts/sleep.md"], Page(1).Posts.Select(post => post.Path));
        Assert.Equal(["posts/news.md"], Page(3).Posts.Select(post => post.Path));
        Assert.Empty(Page(4).Posts);
        Assert.Equal(5, Page(int.MaxValue).Total);
        Assert.Equal(2, Page(0).Posts.Count);
    }

    [Theory]
    [InlineData("title:~'e'")]
    [InlineData("title:-~'sleep'")]
    [InlineData("custom_excerpt:null")]
    [InlineData("tag:[cbt,loss]")]
    [InlineData("tag:cbt+author:ann")]
    [InlineData("tag:-cbt+author:-ben")]
    [InlineData("reading_time:<4")]
    [InlineData("updated_at:>'2026-06-12'+title:-null")]
    public async Task Paging_through_a_filter_gives_what_all_at_once_gives(string filter)
    {
        using var view = await BlogAsync();
        var all = Find.Slugs(view, filter);
        Assert.NotEmpty(all);
        var pages = Enumerable
            .Range(1, all.Count + 1)
            .Select(page =>
                view.Browse(
                    new PostQuery
                    {
                        Filter = Find.Filter(filter),
                        Limit = 1,
                        Page = page,
                    }
                )
            )
            .ToList();
        Assert.All(pages, page => Assert.Equal(all.Count, page.Total));
        Assert.Equal(all, pages.SelectMany(page => page.Posts).Select(post => post.Metadata!.Slug));
    }

    [Fact]
    public async Task Pages_come_by_title_and_both_kinds_newest_first()
    {
        using var view = await BlogAsync();
        var pages = view.Browse(new PostQuery { Kind = PostKind.Page });
        Assert.Equal(["pages/about.md", "pages/contact.md"], pages.Posts.Select(post => post.Path));
        Assert.Equal(7, view.Browse(new PostQuery { Kind = null }).Total);
    }

    private Task<View> BlogAsync() =>
        index.ViewAsync(
            A.Post(
                "anxiety",
                post =>
                    post.Tagged("cbt").By("ann") with
                    {
                        Title = "When Ängst Comes Home",
                        CustomExcerpt = "On worry",
                    }
            ),
            A.Post(
                "sleep",
                post => post.Tagged("night", "cbt").By("ann", "ben-2") with { Title = "Sleep", Featured = true },
                2
            ),
            A.Post(
                "grief",
                post =>
                    post.Tagged("loss").By("ben") with
                    {
                        Title = "Grief",
                        ReadingTime = 5,
                        Share = new ShareMetadata(MetaTitle: "Über Grief"),
                    },
                3
            ),
            A.Post("2020", post => post.By("ann") with { Title = "2020", Excerpt = "The First" }, 4),
            A.Post("news", post => post with { Title = "50%_ News", Featured = true }, 400),
            A.Post("draft", post => post.Tagged("cbt")) with
            {
                State = PostState.Draft,
            },
            A.Post("later", post => post.Tagged("cbt"), daysAgo: -1),
            A.Page("contact"),
            A.Page("about"),
            new SiteRow { Settings = new SiteSettings { Authors = [new Author { Name = "Ann", Slug = "ann" }] } }
        );
}
