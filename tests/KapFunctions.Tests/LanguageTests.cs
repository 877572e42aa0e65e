using System.Net;
using KapFunctions.Testing;

namespace KapFunctions.Tests;

public sealed class LanguageTests
{
    private const string Languages = "title: Site\nurl: https://example.org\nlanguages: [en, fr]";

    [Fact]
    public async Task A_text_in_two_languages_leads_from_each_to_the_other()
    {
        await using var site = await SiteAsync();

        var english = await site.WaitAsync(
            "/calm/",
            reply => reply.Body.Contains("hreflang=\"fr\" href", StringComparison.Ordinal)
        );
        var french = await site.GetAsync("/fr/calm/");

        foreach (var page in new[] { english, french })
        {
            Assert.Contains("hreflang=\"en\" href=\"https://example.org/calm/\"", page.Body);
            Assert.Contains("hreflang=\"fr\" href=\"https://example.org/fr/calm/\"", page.Body);
            Assert.Contains("hreflang=\"x-default\" href=\"https://example.org/calm/\"", page.Body);
        }

        Assert.Contains("<html lang=\"fr\"", french.Body);
        Assert.Equal(
            ["en calm", "fr fr/calm"],
            (await site.GetAsync("/api/posts/calm?lang=fr"))
                .Json.GetProperty("translations")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("lang")} {one.GetProperty("slug")}")
        );
        Assert.Equal(200, (await site.GetAsync("/api/posts/fr%2Fcalm")).Status);
        Assert.Contains("hreflang=\"x-default\"", (await site.GetAsync("/sitemap.xml")).Body);
    }

    [Fact]
    public async Task Each_language_has_its_first_page_lists_feed_and_archive()
    {
        await using var site = await SiteAsync();
        await site.WaitAsync("/fr/calm/", HttpStatusCode.OK);

        foreach (
            var path in new[] { "/fr/", "/fr/archive/", "/fr/tag/quiet/", "/fr/rss.xml", "/fr/tag/quiet/atom.xml" }
        )
        {
            var page = await site.GetAsync(path);
            Assert.True(page.Status == 200, path);
            Assert.Contains("Le calme", page.Body);
            Assert.DoesNotContain("In English", page.Body);
        }

        Assert.DoesNotContain("Le calme", (await site.GetAsync("/")).Body);
        Assert.Equal("/fr/", (await site.GetAsync("/fr")).Headers["Location"]);
        Assert.Equal(404, (await site.GetAsync("/fr/nothing/")).Status);
        Assert.Single((await site.GetAsync("/api/posts?filter=lang:fr")).Json.GetProperty("posts").EnumerateArray());
        Assert.Single((await site.GetAsync("/api/posts?filter=lang:-fr")).Json.GetProperty("posts").EnumerateArray());
        Assert.Single((await site.GetAsync("/api/posts?lang=en")).Json.GetProperty("posts").EnumerateArray());
    }

    [Fact]
    public async Task A_language_that_is_taken_out_leaves_its_texts_online_and_their_old_addresses_lead_there()
    {
        await using var site = await SiteAsync();
        await site.WaitAsync("/fr/calm/", HttpStatusCode.OK);

        await site.UploadAsync("site.yaml", "title: Site\nlanguages: [en]");

        await site.WaitAsync("/calm-fr/", HttpStatusCode.OK);
        Assert.Equal("/calm-fr/", (await site.GetAsync("/fr/calm/")).Headers["Location"]);
        Assert.Contains(
            await site.WaitForProblemsAsync("posts/calm.fr.md"),
            problem => problem.GetProperty("code").GetString() == "language-unlisted"
        );
    }

    [Fact]
    public async Task A_translation_whose_original_changed_names_the_sections()
    {
        await using var site = await SiteAsync();
        await site.WaitAsync("/fr/calm/", HttpStatusCode.OK);
        await site.WaitAsync("/calm/", HttpStatusCode.OK);

        await site.UploadAsync("posts/calm.md", "---\ntitle: In English\n---\nText.\n\n## Breathe\n\nSlowly.");

        var problem = Assert.Single(await site.WaitForProblemsAsync("posts/calm.fr.md"));
        Assert.Equal("translation-outdated", problem.GetProperty("code").GetString());
        Assert.Contains(
            "posts/calm.md changed since it was translated: \"Breathe\"",
            problem.GetProperty("message").GetString()
        );
        await site.UploadAsync("posts/calm.fr.md", "---\ntitle: Le calme\ntranslated_text: [all of it]\n---\nTexte.");
        await site.WaitAsync("/fr/calm/", reply => reply.Status == 200);
        Assert.Contains(
            await site.WaitForProblemsAsync("posts/calm.fr.md"),
            one => one.GetProperty("code").GetString()!.StartsWith("translat", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_page_below_the_tag_of_its_language_has_its_Markdown_beside_it_as_any_other()
    {
        await using var site = await SiteAsync();
        await site.UploadAsync("posts/hidden.fr.md", "---\ntitle: Caché\ndraft: true\n---\nSecret.");
        await site.WaitAsync("/fr/calm/", HttpStatusCode.OK);
        await site.WaitAsync("/api/editor/posts", reply => reply.Body.Contains("hidden.fr.md"));

        foreach (var (page, markdown) in new[] { ("/fr/calm/", "/fr/calm.md"), ("/fr/", "/fr/index.md") })
        {
            var html = await site.GetAsync(page);
            Assert.Equal($"<{markdown}>; rel=\"alternate\"; type=\"text/markdown\"", html.Headers["Link"]);
            var wanted = await site.GetAsync(page, ("Accept", "text/markdown"));
            Assert.Equal(
                (303, markdown, "no-store"),
                (wanted.Status, wanted.Headers["Location"], wanted.Headers["Cache-Control"])
            );
            Assert.Equal(200, (await site.GetAsync(page, ("Accept", "text/html"))).Status);
            var text = await site.GetAsync(markdown);
            Assert.Equal((200, "text/markdown; charset=utf-8"), (text.Status, text.Headers["Content-Type"]));
            Assert.Contains("Le calme", text.Body);
            Assert.DoesNotContain("In English", text.Body);
        }

        foreach (var address in new[] { "/fr/hidden.md", "/fr/hidden/", "/hidden.md", "/hidden.fr.md" })
        {
            var reply = await site.GetAsync(address);
            Assert.Equal(404, reply.Status);
            Assert.DoesNotContain("Secret", reply.Body);
        }

        Assert.DoesNotContain(
            "Caché",
            (await site.GetAsync("/fr/index.md")).Body + (await site.GetAsync("/llms-full.txt")).Body
        );
        Assert.Equal(404, (await site.GetAsync("/de/calm/", ("Accept", "text/markdown"))).Status);
    }

    [Fact]
    public async Task What_is_wrong_among_translations_is_told_at_each_file()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("site.yaml", Languages);
        await site.UploadAsync("posts/calm.md", "# Calm\n\nText.");
        await site.UploadAsync("posts/calm.fr.md", "# Le calme\n\nTexte.");
        await site.UploadAsync(
            "posts/calme.md",
            "---\nlang: fr\ntranslation_of: posts/calm.md\n---\n# Encore\n\nText."
        );
        await site.UploadAsync("posts/one.md", "---\ntranslation_of: posts/two.md\n---\n# One\n\nText.");
        await site.UploadAsync("posts/two.md", "---\nlang: fr\ntranslation_of: posts/one.md\n---\n# Two\n\nText.");
        await site.UploadAsync("posts/alone.fr.md", "---\ntranslation_of: posts/none.md\n---\n# Alone\n\nText.");

        Assert.Equal(["translation-twice"], await CodesAsync("posts/calme.md"));
        Assert.Equal(["translation-circle"], await CodesAsync("posts/one.md"));
        Assert.Equal(["translation-circle"], await CodesAsync("posts/two.md"));
        Assert.Equal(["translation-missing"], await CodesAsync("posts/alone.fr.md"));

        Assert.Equal(["en calm", "fr fr/calm"], await TranslationsAsync("calm"));
        Assert.Empty(await TranslationsAsync("fr%2Fcalme"));
        Assert.Equal(["en one", "fr fr/two"], await TranslationsAsync("one"));
        Assert.Equal(["en one", "fr fr/two"], await TranslationsAsync("fr%2Ftwo"));
        Assert.Empty(await TranslationsAsync("fr%2Falone"));

        async Task<IEnumerable<string>> CodesAsync(string path) =>
            (await site.WaitForProblemsAsync(path)).Select(problem => problem.GetProperty("code").GetString()!);

        async Task<IEnumerable<string>> TranslationsAsync(string slug) =>
            (await site.WaitAsync($"/api/posts/{slug}", HttpStatusCode.OK))
                .Json.GetProperty("translations")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("lang")} {one.GetProperty("slug")}");
    }

    [Fact]
    public async Task A_site_in_fifty_languages_names_each_text_in_all_of_them()
    {
        string[] tags =
        [
            "en",
            .. Enumerable.Range(0, 49).Select(i => $"{(char)('k' + (i / 26))}{(char)('a' + (i % 26))}"),
        ];
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync(
            "site.yaml",
            $"title: Site\nurl: https://example.org\nlanguages: [{string.Join(", ", tags)}]"
        );
        await site.UploadAsync("posts/calm.md", "# Calm");
        await Parallel.ForEachAsync(
            tags.Skip(1),
            async (tag, _) => await site.UploadAsync($"posts/calm.{tag}.md", "# Calm")
        );

        string[] expected =
        [
            "en https://example.org/calm/",
            .. tags.Skip(1).Select(tag => $"{tag} https://example.org/{tag}/calm/"),
            "x-default https://example.org/calm/",
        ];
        var page = await site.WaitAsync("/calm/", reply => Alternates.OfPage(reply.Body).Count == expected.Length);

        Assert.Equal(expected, Alternates.OfPage(page.Body));
        Assert.Equal(expected, Alternates.OfPage((await site.GetAsync($"/{tags[^1]}/calm/")).Body));
        Assert.Equal(
            expected,
            Alternates.OfSitemap((await site.GetAsync("/sitemap.xml")).Body)["https://example.org/calm/"]
        );
    }

    private static async Task<TestSite> SiteAsync()
    {
        var site = await TestSite.StartAsync();
        await site.UploadAsync("site.yaml", Languages);
        await site.UploadAsync("posts/calm.md", "---\ntitle: In English\ntags: [Quiet]\n---\nText.");
        await site.UploadAsync("posts/calm.fr.md", "---\ntitle: Le calme\ntags: [Quiet]\n---\nTexte.");
        return site;
    }
}
