using KapFunctions.Content;

namespace KapFunctions.Cli.Tests;

/// <summary><c>kap review</c>: what was reviewed, by whom, and nothing else.</summary>
public sealed class ReviewTests : IDisposable
{
    private readonly Desk desk = new();

    [Fact]
    public async Task A_review_is_recorded_with_the_day_on_the_site_and_the_text_that_it_counts_for()
    {
        const string text = "---\r\ntitle: A # mine\r\n---\r\nText.\r\n";
        desk.Write("site.yaml", "timezone: Pacific/Kiritimati\n").Write("posts/a.md", text);

        var typed = await desk.TypeAsync("review", "posts/a.md", "--by", "Dr Doe");

        Assert.Equal((0, "posts/a.md\n", ""), (typed.Code, typed.Out, typed.Errors));
        var post = PostRenderer.Render(new("posts/a.md", File.ReadAllBytes(desk.PathOf("posts/a.md"))), new()).Post!;
        Assert.Equal((new DateOnly(2026, 11, 23), "Dr Doe"), (post.Metadata.Reviewed, post.Metadata.ReviewedBy));
        Assert.True(post.Review!.IsRecorded);
        Assert.EndsWith(text["---\r\n".Length..], desk.Read("posts/a.md"), StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", string.Join('\n', desk.Files()));
        Assert.Equal(0, (await desk.TypeAsync("check", ".")).Code);
    }

    [Fact]
    public async Task A_file_that_cannot_be_published_stays_as_it_is_and_the_others_are_recorded()
    {
        desk.Write("posts/a.md", "---\ntitle: [\n---\n").Write("posts/b.md", "# B\n\nText.");

        var typed = await desk.TypeAsync("review", "posts/a.md", "posts/b.md");

        Assert.Equal(1, typed.Code);
        Assert.Contains("posts/a.md: The file cannot be published", typed.Errors);
        Assert.Equal("---\ntitle: [\n---\n", desk.Read("posts/a.md"));
        Assert.Contains("reviewed_text", desk.Read("posts/b.md"));
    }

    [Theory]
    [InlineData("posts/none.md")]
    [InlineData("media/a.png")]
    public async Task What_is_no_text_is_a_wrong_call(string path)
    {
        desk.Write("media/a.png", "x");

        Assert.Equal(2, (await desk.TypeAsync("review", path)).Code);
    }

    public void Dispose() => desk.Dispose();
}
