using System.Text.Json;
using AngleSharp.Html.Parser;
using KapFunctions.Cli.Tests.Importing.Html;
using KapFunctions.Importing.WordPress;
using Xunit.Abstractions;

namespace KapFunctions.Cli.Tests.Importing;

/// <summary>Texts of real sites, which are not ours to keep here: <c>KAP_TEXTS</c> names files and folders of them, with colons between.
/// Exports of WordPress end in <c>.xml</c>, of Ghost in <c>.json</c>; HTML and Markdown are read as they are.</summary>
public sealed class RealExportTests(ITestOutputHelper output)
{
    [FactWithTexts]
    public void Every_text_of_a_real_site_keeps_what_readers_had()
    {
        var (texts, losses) = (0, 0);
        foreach (var file in FactWithTextsAttribute.Files)
        {
            foreach (var html in TextsIn(file))
            {
                texts++;
                if (RoundTrip.LossIn(html) is { } loss)
                {
                    losses++;
                    output.WriteLine($"{Path.GetFileName(file)}: {loss}\n");
                }
            }
        }

        output.WriteLine($"{texts} texts, {losses} differ");
        Assert.True(losses * 100 <= texts, $"{losses} of {texts} differ.");
    }

    [Theory]
    [InlineData("wordpress.xml")]
    [InlineData("ghost.json")]
    public void Every_text_of_our_own_exports_does(string name) =>
        Assert.All(
            TextsIn(Path.Combine(AppContext.BaseDirectory, "Exports", name)),
            html => Assert.Null(RoundTrip.LossIn(html))
        );

    private static IEnumerable<string> TextsIn(string file) =>
        Path.GetExtension(file) switch
        {
            ".xml" => WordPressImport.HtmlOf(() => File.OpenRead(file)),
            ".json" => HtmlOfGhost(file),
            ".md" => [RoundTrip.Rendered(BodyOf(File.ReadAllText(file)))],
            _ => [new HtmlParser().ParseDocument(File.ReadAllText(file)).Body!.InnerHtml],
        };

    private static List<string> HtmlOfGhost(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var root = json.RootElement;
        var inner = root.TryGetProperty("db", out var db) ? db[0] : root;
        return
        [
            .. inner
                .GetProperty("data")
                .GetProperty("posts")
                .EnumerateArray()
                .Select(post => post.TryGetProperty("html", out var html) ? html.GetString() : null)
                .OfType<string>()
                .Select(html => html.Replace("__GHOST_URL__", "https://pictures.example", StringComparison.Ordinal)),
        ];
    }

    private static string BodyOf(string text) =>
        text.StartsWith("---\n", StringComparison.Ordinal)
        && text.IndexOf("\n---\n", StringComparison.Ordinal) is > 0 and var end
            ? text[(end + 5)..]
            : text;
}

/// <summary>Skipped where no text is named.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithTextsAttribute : FactAttribute
{
    public FactWithTextsAttribute() => Skip = Files.Length == 0 ? "KAP_TEXTS names no texts." : null;

    public static string[] Files { get; } =
    [
        .. (Environment.GetEnvironmentVariable("KAP_TEXTS") ?? "")
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(path =>
                Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [path]
            )
            .Where(path => Path.GetExtension(path) is ".xml" or ".json" or ".md" or ".html")
            .Order(StringComparer.Ordinal),
    ];
}
