using System.Text.Json;

namespace KapFunctions.Cli.Tests;

/// <summary><c>kap schema</c>, and what <c>kap check</c> says of the fields that a site declares.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly Desk desk = new();

    [Fact]
    public async Task It_is_written_where_it_is_wanted_with_the_fields_of_the_folder()
    {
        desk.Write("blog/site.yaml", "fields:\n  price: number\n").Write("blog/posts/a.md", "# A\n\nText.");

        var shown = await desk.TypeAsync("schema", "blog");
        var written = await desk.TypeAsync("schema", "blog", "--out", "post.json");

        Assert.Equal((0, 0), (shown.Code, written.Code));
        Assert.Equal(shown.Out, desk.Read("post.json"));
        using var schema = JsonDocument.Parse(desk.Read("post.json"));
        Assert.True(schema.RootElement.GetProperty("properties").TryGetProperty("price", out _));
    }

    [Fact]
    public async Task A_folder_without_settings_has_one_too_and_a_broken_one_is_told_of()
    {
        desk.Write("plain/posts/a.md", "# A").Write("broken/site.yaml", "fields: [").Write("broken/posts/a.md", "# A");

        Assert.Equal(0, (await desk.TypeAsync("schema", "plain")).Code);
        Assert.Equal(2, (await desk.TypeAsync("schema", "broken")).Code);
    }

    [Fact]
    public async Task A_check_tells_of_wrong_values_at_their_lines()
    {
        desk.Write("blog/site.yaml", "fields:\n  price: number\n  next: post\n")
            .Write("blog/posts/a.md", "---\ntitle: A\nprice: cheap\nnext: gone.md\n---\nText.")
            .Write("blog/posts/b.md", "---\ntitle: B\nprice: 12\nnext: \"[[A]]\"\n---\nText.");

        var checkedAll = await desk.TypeAsync("check", "blog");

        Assert.Contains("blog/posts/a.md:3:1: warning field-type", checkedAll.Out);
        Assert.Contains("blog/posts/a.md:4:1: warning link-target-missing", checkedAll.Out);
        Assert.DoesNotContain("b.md", checkedAll.Out);
    }

    public void Dispose() => desk.Dispose();
}
