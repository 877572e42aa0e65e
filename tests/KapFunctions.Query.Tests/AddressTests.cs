using KapFunctions.Content.Posts;
using KapFunctions.Content.Text;
using KapFunctions.Query.Posts;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;

namespace KapFunctions.Query.Tests;

public sealed class AddressTests : IDisposable
{
    private readonly TestIndex index = new();

    public void Dispose() => index.Dispose();

    [Fact]
    public async Task A_visible_post_beats_the_departure_from_its_slug()
    {
        var old = A.Post("moved");
        using var view = await index.ViewAsync(A.Post("here"), old, A.Departure("here", old));
        Assert.Equal("here", Assert.IsType<Resolution.Live>(view.Resolve("here")).Post.Metadata!.Slug);
    }

    [Fact]
    public async Task A_slug_that_a_visible_post_left_redirects_to_its_present_one()
    {
        var post = A.Post("new");
        using var view = await index.ViewAsync(post, A.Departure("old", post));
        Assert.Equal(new Resolution.Redirect(PostKind.Post, "new"), view.Resolve("/old/"));
    }

    [Fact]
    public async Task A_slug_left_by_a_draft_is_not_found_and_one_left_by_a_deleted_post_is_gone()
    {
        var draft = A.Post("draft") with { State = PostState.Draft };
        using var view = await index.ViewAsync(
            draft,
            A.Departure("left-by-draft", draft),
            A.Departure("left-by-deleted", A.Post("deleted"))
        );
        Assert.IsType<Resolution.NotFound>(view.Resolve("draft"));
        Assert.IsType<Resolution.NotFound>(view.Resolve("left-by-draft"));
        Assert.IsType<Resolution.Gone>(view.Resolve("left-by-deleted"));
        Assert.IsType<Resolution.NotFound>(view.Resolve("never-heard-of"));
    }

    [Fact]
    public async Task Of_two_posts_with_one_alias_the_path_that_sorts_first_has_it()
    {
        PostMetadata WithAlias(PostMetadata post) => post with { Aliases = ["/2016/05/19/title/"] };
        using var view = await index.ViewAsync(A.Post("b", WithAlias), A.Post("a", WithAlias));
        Assert.Equal(new Resolution.Redirect(PostKind.Post, "a"), view.Resolve("/2016/05/19/title"));
    }

    [Theory]
    [InlineData("/caf%C3%A9/", "/café/")]
    [InlineData("/café", "/CAFE\u0301/")]
    [InlineData("/Old/Path/", "/old//path")]
    [InlineData("/old/path", "/OLD/path/")]
    public async Task An_alias_is_one_address_however_it_is_written(string alias, string asked)
    {
        using var view = await index.ViewAsync(A.Post("new", post => post with { Aliases = [alias] }));
        Assert.Equal(new Resolution.Redirect(PostKind.Post, "new"), view.Resolve(asked));
    }

    [Fact]
    public async Task Redirects_of_the_site_are_replayed_and_go_with_their_row()
    {
        index.Commit(new RedirectsRow { SourceETag = "1", Rules = [new("old", false, 301, "/new/", 1)] });
        var replica = await index.LoadAsync();
        using (var view = replica.Read(TestIndex.Noon))
        {
            Assert.Equal("/new/", view.RedirectRules().Find("/Old/")!.Value.Target);
        }

        replica.Apply([index.Remove(IndexKeys.Redirects)]);
        using var later = replica.Read(TestIndex.Noon);
        Assert.Null(later.RedirectRules().Find("/old/"));
    }

    [Fact]
    public async Task Redirects_come_with_a_snapshot()
    {
        index.Commit(new RedirectsRow { SourceETag = "1", Rules = [new("gone", true, 410, null, 1)] });
        using var image = new MemoryStream();
        await (await index.LoadAsync()).SaveSnapshotAsync(image, default);
        image.Position = 0;
        using var other = new TestIndex();

        Assert.True(
            await other.Replica.LoadSnapshotAsync(image, index.Head, _ => AsyncEnumerable.Empty<LogEntry>(), default)
        );
        using var view = other.Replica.Read(TestIndex.Noon);
        Assert.Equal(410, view.RedirectRules().Find("/gone/below/")!.Value.Rule.Status);
    }

    [Fact]
    public async Task An_alias_of_a_post_that_nobody_sees_leads_nowhere()
    {
        var scheduled = A.Post("later", post => post with { Aliases = ["/old"] }, daysAgo: -1);
        using var view = await index.ViewAsync(scheduled);
        Assert.IsType<Resolution.NotFound>(view.Resolve("/old"));
    }

    [Theory]
    [InlineData("kap:posts/caf%C3%A9.md#part", "café", "#part")]
    [InlineData("kap:title/CAF%C3%89%20culture", "café", "")]
    [InlineData("kap:title/caf%C3%A9", "café", "")]
    [InlineData("kap:pages/about.md", "about", "")]
    [InlineData("kap:title/posts%2Fcaf%C3%A9", "café", "")]
    [InlineData("kap:title/POSTS%2FCaf%C3%A9#part", "café", "#part")]
    [InlineData("kap:title/pages%2Fabout", "about", "")]
    public async Task A_placeholder_leads_to_the_visible_post(string placeholder, string slug, string fragment)
    {
        using var view = await index.ViewAsync(
            A.Post("café", post => post with { Title = "Café Culture" }),
            A.Page("about")
        );
        var target = view.ResolvePlaceholder(placeholder)!;
        Assert.Equal((slug, fragment), (target.Slug, target.Fragment));
    }

    [Theory]
    [InlineData("kap:posts/draft.md")]
    [InlineData("kap:posts/missing.md")]
    [InlineData("kap:title/nothing")]
    [InlineData("kap:title/pages%2Fdraft")]
    [InlineData("kap:")]
    [InlineData("https://example.org/")]
    public async Task A_placeholder_of_nothing_visible_leads_nowhere(string placeholder)
    {
        using var view = await index.ViewAsync(A.Post("draft") with { State = PostState.Draft });
        Assert.Null(view.ResolvePlaceholder(placeholder));
    }

    [Fact]
    public async Task Previous_and_next_walk_the_default_order_of_one_kind()
    {
        var (first, second, third) = (A.Post("a", daysAgo: 3), A.Post("b", daysAgo: 2), A.Post("c", daysAgo: 1));
        using var view = await index.ViewAsync(third, first, second, A.Page("about"), A.Post("later", daysAgo: -1));
        Assert.Equal(("posts/a.md", "posts/c.md"), (view.Previous(second)!.Path, view.Next(second)!.Path));
        Assert.Null(view.Previous(first));
        Assert.Null(view.Next(third));
    }
}
