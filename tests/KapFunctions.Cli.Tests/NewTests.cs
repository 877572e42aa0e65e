namespace KapFunctions.Cli.Tests;

/// <summary><c>kap new</c>: the first lines of a post.</summary>
public sealed class NewTests : IDisposable
{
    private readonly Desk desk = new();

    [Theory]
    [InlineData("Hello")]
    [InlineData("Notes: part 2, \"quoted\" # and C:\\path")]
    [InlineData("- yes")]
    [InlineData("No")]
    [InlineData("Über das Schlafen 睡眠")]
    [InlineData("{{ 2026 }}")]
    public async Task Whatever_the_title_the_new_post_has_it_and_checks_well(string title)
    {
        var typed = await desk.TypeAsync("new", title, "--health");

        Assert.Equal(0, typed.Code);
        var file = Assert.Single(typed.Lines);
        Assert.StartsWith("posts/2026-11-23-", file);
        var post = Content.PostRenderer.Render(new(file, File.ReadAllBytes(desk.PathOf(file))), new());
        Assert.Empty(post.Problems);
        Assert.Equal((title, true), (post.Post!.Metadata.Title, post.Post.Metadata.Draft));
        Assert.Null(post.Post.Metadata.Reviewed);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.Zero), post.Post.Metadata.Date);
    }

    [Theory]
    [InlineData("--health")]
    [InlineData("--page")]
    public async Task A_new_post_whose_sentences_are_the_templates_is_not_published(string option)
    {
        var typed = await desk.TypeAsync("new", "Hello", option);
        var file = Assert.Single(typed.Lines);
        var text = desk.Read(file);

        desk.Write(file, text.Replace("draft: true", "draft: false", StringComparison.Ordinal));
        var check = await desk.TypeAsync("check", ".");

        Assert.Equal(1, check.Code);
        Assert.Contains("template-text", string.Join('\n', check.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_back_is_listed_before_it_is_uploaded()
    {
        desk.Write("posts/a.md", "---\ntitle: A\ndraft: ture\n---\nText.\n");

        var check = await desk.TypeAsync("check", ".");

        Assert.Equal(1, check.Code);
        Assert.Contains("kept-back-value", string.Join('\n', check.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_exists_is_never_overwritten()
    {
        desk.Write("posts/2026-11-23-hello.md", "Mine.");

        var typed = await desk.TypeAsync("new", "Hello");

        Assert.Equal((1, "Mine."), (typed.Code, desk.Read("posts/2026-11-23-hello.md")));
        Assert.Contains("exists already", typed.Errors);
    }

    [Fact]
    public async Task In_a_plain_folder_of_posts_it_stands_beside_them()
    {
        desk.Write("blog/first.md", "# First");

        await desk.TypeAsync("new", "Second", "--dir", "blog");
        await desk.TypeAsync("new", "About", "--dir", "site", "--page");

        Assert.Equal(["2026-11-23-second.md", "first.md"], desk.Files("blog"));
        Assert.Equal(["pages/about.md"], desk.Files("site"));
    }

    public void Dispose() => desk.Dispose();
}
