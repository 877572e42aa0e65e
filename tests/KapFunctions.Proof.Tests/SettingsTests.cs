using KapFunctions.Proof.Tests.Support;
using KapFunctions.Storage.Index;

namespace KapFunctions.Proof.Tests;

/// <summary>When <c>site.yaml</c> changes, only what depends on the changed part is rendered again.</summary>
public sealed class SettingsTests
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["posts/plain.md"] = "---\nlang: en\ndate: 2026-01-02T03:04:05Z\n---\nText",
        ["posts/dated.md"] = "---\nlang: en\ndate: 2026-01-02\n---\nText",
        ["posts/speechless.md"] = "---\ndate: 2026-01-02T03:04:05Z\n---\nText",
        ["posts/aliased.md"] = "---\nlang: en\naliases: [/old]\n---\nText",
        ["posts/extra.md"] = "---\nlang: en\nmood: calm\n---\nText",
    };

    [Theory]
    [InlineData("title: Another\nnavigation:\n  - label: Home\n    url: /", "")]
    [InlineData("authors:\n  - name: Ann\n    slug: ann", "")]
    [InlineData("timezone: Europe/Berlin", "dated")]
    [InlineData("language: de", "speechless")]
    [InlineData("aliases: titles", "aliased")]
    [InlineData("deliver_frontmatter: [mood]", "extra")]
    public async Task Only_posts_that_depend_on_what_changed_are_written_again(string settings, string expected)
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.ReconcileAsync();
        foreach (var (path, text) in Files)
        {
            await instance.PublishAsync(path, text);
        }

        var before = await RowsAsync(instance);
        account.Forget();
        await instance.PublishAsync("site.yaml", settings);
        var rendered = account.Calls.Count(call => call.Method == "PUT" && call.Target.Contains("/rendered/bodies/"));

        var after = await RowsAsync(instance);
        string[] changed = expected.Length > 0 ? [$"posts/{expected}.md"] : [];
        Assert.Equal(changed, Files.Keys.Where(path => !after[path].IsSameAs(before[path])));
        Assert.Equal(changed.Length, rendered);
        await IndexAudit.CheckAsync(instance);
    }

    private static async Task<Dictionary<string, PostRow>> RowsAsync(Instance instance) =>
        await instance.Index.ReadRowsAsync(default).OfType<PostRow>().ToDictionaryAsync(row => row.Path);
}
