namespace KapFunctions.Cli.Tests.Importing;

/// <summary><c>kap import folder</c>, and what becomes of template code.</summary>
public sealed class MarkdownFolderTests : IDisposable
{
    private readonly Desk desk = new();

    [Fact]
    public async Task A_page_of_Notion_has_its_properties_in_its_head_and_no_number_in_its_name()
    {
        desk.Write(
                "old/Walks 1f2e3d4c5b6a79880123456789abcdef.md",
                "# Walks\n\nCreated: March 3, 2026 10:12 AM\nTags: Grief, Seasons\nStatus: Draft\nMood: calm\n\nText. [Other](Other%20page%20aaaabbbbccccddddeeeeffff00001111.md)\n\n![A lake](Walks%201f2e3d4c5b6a79880123456789abcdef/lake.png)"
            )
            .Write("old/Walks 1f2e3d4c5b6a79880123456789abcdef/lake.png", "png")
            .Write("old/Other page aaaabbbbccccddddeeeeffff00001111.md", "# Other page\n\nText.");

        var typed = await desk.TypeAsync("import", "folder", "old", "--out", "new");

        Assert.Equal(("", 0), (typed.Errors, typed.Code));
        var post = desk.Post("new/posts/Walks.md");
        Assert.Equal(("Walks", "walks", true), (post.Title, post.Slug, post.Draft));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 10, 12, 0, TimeSpan.Zero), post.Date);
        Assert.Equal(["Grief", "Seasons"], post.Tags.Select(tag => tag.Name));
        Assert.Equal(
            "Text. [Other](/posts/Other%20page.md)\n\n![A lake](/media/Walks%201f2e3d4c5b6a79880123456789abcdef/lake.png)",
            desk.Body("new/posts/Walks.md").Trim()
        );
        Assert.Contains("note Walks.md: line 6: the property \"Mood\" was left out: calm", typed.Lines);
        Assert.Contains("note not carried over: 1 × the property \"Mood\"", typed.Lines);
    }

    [Fact]
    public async Task Two_files_of_one_name_are_two_posts()
    {
        desk.Write("old/notes/a.md", "# One\n\nText.")
            .Write("old/blog/a.md", "# Two\n\nText.")
            .Write("old/a.md", "# Three\n");

        await desk.TypeAsync("import", "folder", "old", "--out", "new");

        Assert.Equal(["a.md", "blog/a.md", "notes/a.md"], desk.Files("new/posts").Order());
    }

    [Fact]
    public async Task A_text_at_an_address_that_the_site_has_itself_gets_another()
    {
        desk.Write("old/search.md", "# Search\n\nText.").Write("old/html/search/index.md", "# Element\n\nText.");

        var typed = await desk.TypeAsync("import", "folder", "old", "--out", "new");

        Assert.Equal("about-search", desk.Post("new/posts/html/search/index.md").Slug);
        Assert.Equal("about-search-2", desk.Post("new/posts/search.md").Slug);
        Assert.Contains(
            typed.Lines,
            line => line.Contains("its address is the site's own here", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_head_of_Pelicans_gets_its_fences_and_modules_go()
    {
        desk.Write("old/a.md", "Title: A: b\nStatus: draft\n\nText.\n")
            .Write(
                "old/b.md",
                "---\ntitle: B\n---\nimport {\n  A,\n} from '@a/b';\n\nimport duties rise.\n\n```js\nimport x from 'y';\n```\n"
            );

        await desk.TypeAsync("import", "folder", "old", "--out", "new");

        Assert.Equal(("A: b", true), (desk.Post("new/posts/a.md").Title, desk.Post("new/posts/a.md").Draft));
        Assert.Equal("import duties rise.\n\n```js\nimport x from 'y';\n```", desk.Body("new/posts/b.md").Trim());
    }

    [Fact]
    public async Task A_box_of_Notions_holds_Markdown()
    {
        desk.Write(
            "old/Walks 1f2e3d4c5b6a79880123456789abcdef.md",
            "# Walks\n\n<aside>\n💡 Mind **this**\n\n</aside>\n"
        );

        await desk.TypeAsync("import", "folder", "old", "--out", "new");

        Assert.Equal("<aside>\n\n💡 Mind **this**\n\n</aside>", desk.Body("new/posts/Walks.md").Trim());
    }

    [Fact]
    public async Task Pictures_of_an_Astro_site_come_from_beside_its_content()
    {
        desk.Write(
                "old/src/content/blog/one.md",
                "---\ntitle: One\nheroImage: '../../assets/hero.png'\n---\n![x](../../../src/assets/deep/x.png) ![y](../../../../secret.png)\n"
            )
            .Write("secret.png", "secret")
            .Write("old/src/assets/hero.png", "png")
            .Write("old/src/assets/deep/x.png", "png");

        var typed = await desk.TypeAsync("import", "folder", "old", "--out", "new");

        Assert.Equal("kap:media/src/assets/hero.png", desk.Post("new/posts/one.md").FeatureImage);
        Assert.Equal(["src/assets/deep/x.png", "src/assets/hero.png"], desk.Files("new/media").Order());
        Assert.Contains(typed.Lines, line => line.Contains("outside of the folder", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_names_in_a_vault_are_titles()
    {
        desk.Write("old/.obsidian/app.json", "{}").Write("old/A.md", "---\naliases: [Alpha]\n---\nText.");

        await desk.TypeAsync("import", "folder", "old", "--out", "new");

        Assert.Equal("aliases: titles", desk.Read("new/site.yaml").Trim());
    }

    [Fact]
    public async Task A_folder_without_a_text_is_told_of()
    {
        desk.Write("old/one.html", "<p>Text.</p>");

        var typed = await desk.TypeAsync("import", "folder", "old", "--out", "new");

        Assert.Equal(1, typed.Code);
        Assert.Contains(typed.Lines, line => line.Contains("kap import site", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_of_Google_Docs_has_its_title_once_and_its_pictures_as_files()
    {
        desk.Write(
            "old/Walks.md",
            "# **Autumn walks** {#autumn-walks}\n\nA first paragraph\\.\n\n![][image1]\n\n[image1]: <data:image/png;base64,iVBORw0KGgo=>\n"
        );

        await desk.TypeAsync("import", "folder", "old", "--out", "new");

        Assert.Equal("Autumn walks", desk.Post("new/posts/Walks.md").Title);
        Assert.Equal(
            "A first paragraph\\.\n\n![][image1]\n\n[image1]: /media/walks-1.png",
            desk.Body("new/posts/Walks.md").Trim()
        );
        Assert.Equal(["walks-1.png"], desk.Files("new/media"));
    }

    [Fact]
    public async Task Pictures_of_a_vault_come_along_from_wherever_they_lie_and_nothing_from_outside()
    {
        desk.Write("secret.png", "secret")
            .Write(
                "old/notes/One.md",
                "![[deep.png]] ![x](beside.png) ![y](gone.png) ![z](../../secret.png) [two](Two.md)"
            )
            .Write("old/notes/Two.md", "Text.")
            .Write("old/notes/beside.png", "png")
            .Write("old/attachments/2024/deep.png", "png")
            .Write("old/.obsidian/app.md", "Settings.");

        var typed = await desk.TypeAsync("import", "folder", "old", "--out", "new");

        Assert.Equal(0, typed.Code);
        Assert.Equal(["attachments/2024/deep.png", "notes/beside.png"], desk.Files("new/media"));
        Assert.Equal(2, desk.Files("new/posts").Count);
        Assert.Contains("(/media/notes/beside.png)", desk.Read("new/posts/One.md"));
        Assert.Contains("[two](/posts/Two.md)", desk.Read("new/posts/One.md"));
        Assert.Single(
            typed.About("note posts/One.md: a file outside of the folder was not taken: \"../../secret.png\"")
        );
        Assert.Contains("note not carried over: 1 × a file outside of the folder", typed.Lines);
        Assert.Single(typed.About("note posts/One.md: a file that is not there is named all the same: \"gone.png\""));
    }

    [Fact]
    public async Task A_folder_with_nothing_of_a_site_is_told_the_way_in()
    {
        desk.Write("old/deeper/a.md", "Text.");

        var typed = await desk.TypeAsync("check", "old");

        Assert.Equal(2, typed.Code);
        Assert.Contains("kap import folder old --out blog", typed.Errors);
    }

    [Fact]
    public async Task What_stands_in_raw_is_text_and_fences_stay_whole()
    {
        desk.Write(
            "old/_posts/2024-01-01-a.md",
            "---\ntitle: A\n---\n{% raw %}`{{ page.title }}`{% endraw %} and {% raw %}{{ x }}{% endraw %}\n\n```markdown\n{: .note}\n![x]({{ site.baseurl }}/img/a.png)\n```\n\n## Steps\n{: #install .big}\n\n{% include thing.html %}\n{{ site.time }}"
        );

        var typed = await desk.TypeAsync("import", "jekyll", "old", "--out", "new");

        Assert.Equal(
            "`{{ page.title }}` and \\{\\{ x }}\n\n```markdown\n{: .note}\n![x]({{ site.baseurl }}/img/a.png)\n```\n\n## Steps\n{: #install}\n\n{% include thing.html %}\n{{ site.time }}",
            desk.Read("new/posts/2024-01-01-a.md").Split("---\n")[^1].Trim()
        );
        Assert.Contains(
            "note posts/2024-01-01-a.md: line 14: the tag {% include thing.html %} has no plain equivalent and is shown as text",
            typed.Lines
        );
        Assert.Contains("note not carried over: 1 × the variable {{ site.time }}", typed.Lines);
    }

    [Fact]
    public async Task Shortcodes_of_both_kinds_references_with_places_and_linked_figures_are_plain()
    {
        desk.Write(
                "old/content/posts/a.md",
                "---\ntitle: A\ndate: 2024-01-01\n---\n{{% youtube dQw4w9WgXcQ %}}\n\n[b]({{< ref \"b.md#part\" >}}) [c]({{% relref b %}})\n\n{{< figure src=\"/a.png\" alt=\"x\" link=\"https://e.example/\" caption=\"C\" attr=\"by D\" >}}\n\nWrite {{</* figure src=\"x\" */>}} and `{{%/* note */%}}`.\n\n{{< unknown >}}"
            )
            .Write("old/content/posts/b.md", "---\ntitle: B\ndate: 2024-01-01\n---\nText.");

        var typed = await desk.TypeAsync("import", "hugo", "old", "--out", "new");

        Assert.Equal(
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ\n\n[b](/posts/b.md#part) [c](/posts/b.md)\n\n<figure><a href=\"https://e.example/\"><img src=\"/a.png\" alt=\"x\"></a><figcaption>C by D</figcaption></figure>\n\nWrite \\{\\{< figure src=\"x\" >}} and `{{% note %}}`.\n\n{{< unknown >}}",
            desk.Read("new/posts/a.md").Split("---\n")[^1].Trim()
        );
        Assert.Contains("note not carried over: 1 × the shortcode unknown", typed.Lines);
    }

    public void Dispose() => desk.Dispose();
}
