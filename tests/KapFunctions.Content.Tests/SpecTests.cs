namespace KapFunctions.Content.Tests;

/// <summary>
/// The pairs in <c>specs/</c>: a Markdown file and the HTML it becomes. They are documentation too (<c>docs/editors.md</c>).
/// KAP_WRITE_SPECS=1 writes the HTML anew, to be read in the diff before it is committed.
/// </summary>
public sealed class SpecTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "specs");

    public static TheoryData<string> Names() =>
        new(
            Directory
                .GetFiles(Folder, "*.md")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Markdown_becomes_the_html_beside_it(string name)
    {
        var markdown = File.ReadAllText(Path.Combine(Folder, name + ".md"));
        var html = Given.Post(markdown, $"posts/{name}.md").Body.Html;
        if (Environment.GetEnvironmentVariable("KAP_WRITE_SPECS") == "1")
        {
            File.WriteAllText(Path.Combine(Source(), name + ".html"), html);
            return;
        }
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, name + ".html")), html);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Carriage_returns_and_a_byte_order_mark_change_nothing(string name)
    {
        var markdown = File.ReadAllText(Path.Combine(Folder, name + ".md"));
        var windows = "\uFEFF" + markdown.ReplaceLineEndings("\r\n");

        Assert.Equal(Given.Post(markdown).Body.Html, Given.Post(windows).Body.Html);
    }

    private static string Source([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "specs");
}
