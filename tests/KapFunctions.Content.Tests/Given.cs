using System.Text;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;

namespace KapFunctions.Content.Tests;

/// <summary>Files as an editor would upload them.</summary>
internal static class Given
{
    public static SourceFile File(string text, string path = "posts/hello.md") =>
        new(path, Encoding.UTF8.GetBytes(text));

    public static RenderResult Rendered(string text, string path = "posts/hello.md", RenderSettings? settings = null) =>
        PostRenderer.Render(File(text, path), settings ?? new());

    public static RenderedPost Post(string text, string path = "posts/hello.md", RenderSettings? settings = null)
    {
        var result = Rendered(text, path, settings);
        return result.Post ?? throw new Xunit.Sdk.XunitException(string.Join('\n', result.Problems));
    }

    public static string Html(string text) => Post(text).Body.Html;

    public static PostMetadata Metadata(
        string frontMatter,
        string path = "posts/hello.md",
        RenderSettings? settings = null
    ) => Post($"---\n{frontMatter}\n---\nText.\n", path, settings).Metadata;

    public static IEnumerable<string> Codes(RenderResult result) => result.Problems.Select(problem => problem.Code);
}
