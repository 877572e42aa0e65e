using KapFunctions.Content;
using KapFunctions.Content.Settings;

namespace KapFunctions.Cli.Tests;

/// <summary><c>kap translated</c>: which text a translation says, and nothing else.</summary>
public sealed class TranslatedTests : IDisposable
{
    private const string Text = "---\r\ntitle: Un # mien\r\n---\r\nTexte.\r\n";

    private readonly Desk desk = new();

    [Fact]
    public async Task What_the_original_says_now_is_recorded_until_it_changes()
    {
        desk.Write("site.yaml", "languages: [en, fr]\n")
            .Write("posts/a.md", "# A\n\nOne.\n\n## Part\n\nOne.")
            .Write("posts/a.fr.md", Text);

        var typed = await desk.TypeAsync("translated", "posts/a.fr.md");

        Assert.Equal((0, "posts/a.fr.md\n", ""), (typed.Code, typed.Out, typed.Errors));
        Assert.EndsWith(Text["---\r\n".Length..], desk.Read("posts/a.fr.md"), StringComparison.Ordinal);
        Assert.Null(Changes());
        desk.Write("posts/a.md", "# A\n\n*One.*\n\n## Part\n\nTwo.");
        Assert.Equal(["Part"], Changes());
        await desk.TypeAsync("translated", "posts/a.fr.md");
        Assert.Null(Changes());
        Assert.DoesNotContain(".tmp", string.Join('\n', desk.Files()));
        Assert.Equal(0, (await desk.TypeAsync("check", ".")).Code);
    }

    [Theory]
    [InlineData("title: Site\n", "posts/a.fr.md", "one language")]
    [InlineData("languages: [en, fr]\n", "posts/b.md", "translates nothing")]
    [InlineData("languages: [en, fr]\n", "posts/c.fr.md", "There is no posts/c.md")]
    [InlineData("languages: [en, fr]\n", "posts/d.fr.md", "posts/d.md, which it translates, cannot be published")]
    [InlineData("languages: [en, fr]\n", "posts/e.fr.md", "Mend its errors")]
    [InlineData("languages: [en, fr]\n", "posts/f.fr.md", "takes no further lines")]
    public async Task What_cannot_be_recorded_is_refused_and_the_file_stays(string site, string path, string why)
    {
        desk.Write("site.yaml", site).Write("posts/a.md", "# A").Write("posts/a.fr.md", Text).Write("posts/b.md", Text);
        desk.Write("posts/c.fr.md", Text).Write("posts/d.md", "---\ntitle: [\n---\n").Write("posts/d.fr.md", Text);
        desk.Write("posts/e.md", "# E").Write("posts/e.fr.md", "---\ntitle: [\n---\n");
        desk.Write("posts/f.md", "# F").Write("posts/f.fr.md", "---\n{title: F}\n---\nTexte.\n");
        var before = desk.Read(path);

        var typed = await desk.TypeAsync("translated", path);

        Assert.Equal(1, typed.Code);
        Assert.Contains(why, typed.Errors);
        Assert.Equal(before, desk.Read(path));
    }

    public void Dispose() => desk.Dispose();

    private IReadOnlyList<string>? Changes()
    {
        var settings = new RenderSettings { Languages = ["en", "fr"] };
        var (original, translation) = (Sections("posts/a.md"), Sections("posts/a.fr.md"));
        Assert.True(translation.IsRecorded);
        return translation.ChangesOf(original);

        Content.Posts.PostSections Sections(string path) =>
            PostRenderer.Render(new(path, File.ReadAllBytes(desk.PathOf(path))), settings).Post!.Sections!;
    }
}
