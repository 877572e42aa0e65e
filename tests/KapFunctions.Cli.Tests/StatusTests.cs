using System.Net;
using KapFunctions.Testing;

namespace KapFunctions.Cli.Tests;

/// <summary><c>kap status</c>, asked of a running site.</summary>
public sealed class StatusTests : IDisposable
{
    private readonly Desk desk = new();

    [Fact]
    public async Task A_site_says_what_is_published_and_what_is_to_be_mended()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a.md", "---\ntitle: A\n---\nText.");
        await site.UploadAsync("posts/broken.md", "---\ntitle: B\n\nText.");
        await site.WaitAsync("/api/posts/a", HttpStatusCode.OK);
        await site.WaitForProblemsAsync("posts/broken.md");
        desk.Variables["KAP_URL"] = site.Address.AbsoluteUri;
        desk.Variables["KAP_KEY"] = TestSite.FunctionKey;

        var typed = await desk.TypeAsync("status");

        Assert.Equal(("", 1), (typed.Errors, typed.Code));
        Assert.Contains("files      2, 1 broken, 1 published", typed.Lines);
        Assert.Contains(
            typed.About("published"),
            line => line.Contains("s after its upload", StringComparison.Ordinal)
        );
        Assert.Contains(typed.About("posts/broken.md:1:1: error front-matter-unclosed"), line => line.Length > 0);
        Assert.Equal("1 problem in 1 file", typed.Lines[^1]);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_not_repeated()
    {
        await using var site = await TestSite.StartAsync();

        var typed = await desk.TypeAsync("status", "--url", site.Address.AbsoluteUri, "--key", "some-secret");

        Assert.Equal(1, typed.Code);
        Assert.Contains("refused the key", typed.Errors);
        Assert.DoesNotContain("some-secret", typed.Errors + typed.Out);
    }

    [Theory]
    [InlineData("http://example.org")]
    [InlineData("example.org")]
    public async Task A_key_never_travels_in_the_open(string url)
    {
        var typed = await desk.TypeAsync("status", "--url", url, "--key", "k");

        Assert.Equal(2, typed.Code);
        Assert.Contains("--url is no https address", typed.Errors);
    }

    [Fact]
    public async Task A_site_that_does_not_answer_is_told_of()
    {
        var typed = await desk.TypeAsync("status", "--url", "http://127.0.0.1:1", "--key", "k");

        Assert.Equal(1, typed.Code);
        Assert.Contains("does not answer", typed.Errors);
    }

    public void Dispose() => desk.Dispose();
}
