using System.Text.Json;
using KapFunctions.Testing;
using Microsoft.Playwright;

namespace KapFunctions.EndToEnd;

/// <summary>axe-core, as the desk's lock file pins it.</summary>
internal static class Axe
{
    private static readonly string Script = Path.Combine(
        Checkout.Root,
        "src",
        "desk",
        "node_modules",
        "axe-core",
        "axe.min.js"
    );

    /// <summary>What it finds against a page; empty is good.</summary>
    public static async Task<string> CheckAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Script));
        var found = await page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document, { iframes: false })).violations.map(v => v.id + ': ' + v.nodes.map(n => n.target + ' ' + (n.any[0]?.message ?? '')).join(' | '))"
        );
        return string.Join('\n', found.EnumerateArray().Select(one => one.GetString()));
    }
}
