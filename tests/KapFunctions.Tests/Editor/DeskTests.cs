using System.Text.RegularExpressions;
using KapFunctions.Editor.Desk;
using KapFunctions.Testing;

namespace KapFunctions.Tests.Editor;

public sealed partial class DeskTests
{
    [Fact]
    public async Task The_desk_is_public_and_runs_nothing_but_its_own_scripts()
    {
        await using var site = await TestSite.StartAsync();

        var desk = await site.GetAsync("/desk");

        Assert.Equal(200, desk.Status);
        var policy = desk.Headers["Content-Security-Policy"];
        Assert.Contains("default-src 'none'; script-src 'self';", policy);
        Assert.DoesNotContain("unsafe-eval", policy);
        Assert.Contains("no-store", desk.Headers["Cache-Control"]);
        Assert.NotEqual(policy, (await site.GetAsync("/desk")).Headers["Content-Security-Policy"]);
    }

    [Fact]
    public async Task Its_files_are_kept_for_good_under_names_made_of_their_content()
    {
        await using var site = await TestSite.StartAsync();
        var desk = await site.GetAsync("/desk");

        var names = AssetAddress().Matches(desk.Body).Select(match => match.Value).Distinct().ToArray();

        Assert.Equal(3, names.Length);
        foreach (var name in names)
        {
            var file = await site.GetAsync(name);
            Assert.Equal(200, file.Status);
            Assert.Contains("immutable", file.Headers["Cache-Control"]);
        }

        Assert.Equal(404, (await site.GetAsync("/desk/assets/manifest.json")).Status);
    }

    [Fact]
    public async Task The_first_load_stays_below_250_000_bytes_in_any_language()
    {
        await using var site = await TestSite.StartAsync();
        var desk = await site.GetAsync("/desk");
        var files = new DeskFiles();
        async Task<int> BytesOfAsync(string name) =>
            (await site.GetBytesAsync(name, ("Accept-Encoding", "br"))).Bytes.Length;

        var shared = 0;
        foreach (var name in AssetAddress().Matches(desk.Body).Select(match => match.Value))
        {
            shared += await BytesOfAsync(name);
        }

        foreach (var language in Languages)
        {
            var words = await BytesOfAsync($"/desk/assets/{files.NameOf($"words/{language}.ts")}");
            Assert.InRange(words, 2_000, 20_000);
            Assert.InRange(shared + words, 100_000, 250_000);
        }
    }

    /// <summary>Those in which a site has its words.</summary>
    private static string[] Languages =>
        [
            .. Directory
                .GetFiles(Path.Combine(Checkout.Root, "src/KapFunctions.Content/Phrases"))
                .Select(path => Path.GetFileNameWithoutExtension(path)),
        ];

    [Fact]
    public void A_build_without_Node_js_leaves_the_desk_out_and_nothing_else()
    {
        var without = new DeskFiles(typeof(DeskTests).Assembly);

        Assert.False(without.Exist);
        Assert.Null(without.Find("desk.js"));
    }

    [GeneratedRegex("/desk/assets/[a-z]+-[0-9A-Z]{8}[.][a-z]+")]
    private static partial Regex AssetAddress();
}
