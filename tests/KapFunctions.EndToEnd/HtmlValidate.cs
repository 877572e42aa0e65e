using KapFunctions.Testing;

namespace KapFunctions.EndToEnd;

/// <summary>html-validate, https://html-validate.org: what a page's markup is held to.</summary>
internal static class HtmlValidate
{
    private static readonly string Script = Path.Combine(
        Checkout.Root,
        "src",
        "desk",
        "node_modules",
        "html-validate",
        "bin",
        "html-validate.mjs"
    );

    /// <summary>What it finds against a page; empty is good.</summary>
    /// <param name="html">The page.</param>
    /// <param name="preset">Its rules: <c>recommended</c>, or <c>standard</c> for what a browser wrote, which has no style.</param>
    public static async Task<string> CheckAsync(string html, string preset = "recommended")
    {
        var page = Path.Combine(Path.GetTempPath(), $"page-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(page, html);
        try
        {
            var run = await Tool.RunAsync("node", [Script, "--preset", preset, "--formatter", "text", page]);
            return run.IsSuccess ? "" : run.StandardOutput + run.StandardError;
        }
        finally
        {
            File.Delete(page);
        }
    }
}
