using KapFunctions.Content;
using KapFunctions.Content.Posts;

namespace KapFunctions.Cli.Tests;

/// <summary><c>kap mv</c>: another name, the same post.</summary>
public sealed class MoveTests : IDisposable
{
    private readonly Desk desk = new();

    [Theory]
    [InlineData("---\ntitle: A\n---\nText.\n")]
    [InlineData("---\r\ntitle: A\r\ntags: [x]\r\n---\r\nText.\r\n")]
    [InlineData("\uFEFF---\ntitle: A\n---\nText.\n")]
    [InlineData("---\ntitle: A\naliases: [/older/]\nredirect_from: /oldest/\n---\nText.\n")]
    [InlineData("+++\ntitle = \"A\"\n+++\nText.\n")]
    [InlineData("{\n\"title\": \"A\"\n}\n\nText.\n")]
    [InlineData("# A\n\nText.\n")]
    public async Task The_post_keeps_its_id_and_its_old_address_leads_to_the_new_one(string text)
    {
        desk.Write("posts/a.md", text);
        var before = Of("posts/a.md");

        var typed = await desk.TypeAsync("mv", "posts/a.md", "posts/2026/b.md");

        Assert.Equal((0, ""), (typed.Code, typed.Errors));
        Assert.False(desk.Has("posts/a.md"));
        var after = Of("posts/2026/b.md");
        Assert.Equal(("b", PostIdentity.FromPath("posts/a.md")), (after.Slug, after.Id));
        Assert.Equal(before.Aliases.Append("/a/").Order(), after.Aliases.Order());
        Assert.EndsWith("Text.", desk.Read("posts/2026/b.md").TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_whose_head_says_its_address_moves_as_it_is()
    {
        const string text = "---\ntitle: A\nslug: same\n---\nText.\n";
        desk.Write("posts/a.md", text).Write("pages/x.md", "# X");

        await desk.TypeAsync("mv", "posts/a.md", "pages");

        Assert.Equal(text, desk.Read("pages/a.md"));
    }

    [Fact]
    public async Task An_id_of_its_own_stays_and_one_that_is_given_is_written()
    {
        desk.Write("posts/a.md", "---\nid: 5f2c1e0b9a8d7c6b5a493827\n---\nText.\n").Write("posts/c.md", "Text.\n");

        await desk.TypeAsync("mv", "posts/a.md", "posts/b.md");
        await desk.TypeAsync("mv", "posts/c.md", "posts/d.md", "--id", "aaaaaaaaaaaaaaaaaaaaaaaa");

        Assert.Equal("5f2c1e0b9a8d7c6b5a493827", Of("posts/b.md").Id);
        Assert.Equal("aaaaaaaaaaaaaaaaaaaaaaaa", Of("posts/d.md").Id);
    }

    [Theory]
    [InlineData("posts/none.md", "posts/b.md")]
    [InlineData("posts/a.md", "posts/there.md")]
    [InlineData("posts/a.md", "media/a.md")]
    [InlineData("posts/a.md", "../outside.md")]
    [InlineData("media/p.png", "media/q.png")]
    [InlineData("posts/broken.md", "posts/b.md")]
    [InlineData("posts/full.md", "posts/b.md")]
    public async Task What_cannot_be_moved_whole_is_not_moved(string from, string to)
    {
        desk.Write("posts/a.md", "Text.\n")
            .Write("posts/there.md", "Mine.")
            .Write("media/p.png", "x")
            .Write("posts/broken.md", "---\ntitle: [never closed\n---\n")
            .Write("posts/full.md", "---\naliases: [/1/]\nredirect_from: [/2/]\nredirects: [/3/]\n---\nText.\n");
        var files = desk.Files();

        var typed = await desk.TypeAsync("mv", from, to);

        Assert.Equal(2, typed.Code);
        Assert.NotEmpty(typed.Errors);
        Assert.Equal(files, desk.Files());
        Assert.Equal("Mine.", desk.Read("posts/there.md"));
    }

    public void Dispose() => desk.Dispose();

    private PostMetadata Of(string path) =>
        PostRenderer.Render(new(path, File.ReadAllBytes(desk.PathOf(path))), new()).Post!.Metadata;
}
