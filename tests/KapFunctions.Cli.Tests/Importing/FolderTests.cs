namespace KapFunctions.Cli.Tests.Importing;

/// <summary><c>kap import hugo</c> and <c>kap import jekyll</c>.</summary>
public sealed class FolderTests : IDisposable
{
    private readonly Desk desk = new();

    [Fact]
    public async Task Old_addresses_have_the_day_that_the_generator_gave_them()
    {
        desk.Write("jekyll/_config.yml", "timezone: America/New_York\npermalink: /:year/:month/:day/:title.html")
            .Write("jekyll/_posts/2024-03-05-late.md", "---\ndate: 2024-03-05 23:30:00 -0500\n---\nText.")
            .Write("hugo/hugo.toml", "[permalinks]\nposts = '/:year/:month/:day/:slug/'")
            .Write("hugo/content/posts/late.md", "---\ntitle: Late\ndate: 2024-03-05T23:30:00-05:00\n---\nText.");

        await desk.TypeAsync("import", "jekyll", "jekyll", "--out", "new");
        await desk.TypeAsync("import", "hugo", "hugo", "--out", "other");

        Assert.Equal(["/2024/03/05/late.html"], desk.Post("new/posts/2024-03-05-late.md").Aliases);
        Assert.Equal(["/2024/03/05/late/"], desk.Post("other/posts/late.md").Aliases);
    }

    [Fact]
    public async Task A_Hugo_site_keeps_its_texts_its_pictures_and_its_addresses()
    {
        desk.Write(
            "old/hugo.toml",
            "title = 'Quiet'\nbaseURL = 'https://quiet.example/'\nlanguageCode = 'en'\n[permalinks]\nblog = '/:year/:month/:slug/'\n[params]\nauthor = 'Jane Doe'\n"
        );
        desk.Write("old/static/img/a b.png", "png").Write("old/content/blog/trip/lake.jpg", "jpg");
        desk.Write("old/content/blog/_index.md", "---\ntitle: Blog\n---\n")
            .Write("old/content/about.md", "---\ntitle: About\n---\nMe.");
        desk.Write(
            "old/content/blog/sleep.md",
            "+++\ntitle = \"Better sleep\"\ndate = 2024-03-05\ntags = [\"Sleep\"]\nslug = \"sleep-well\"\n+++\n\n![A](/img/a%20b.png) and [trip]({{< ref \"trip\" >}}#end), [me](/about/)\n\n{{< youtube dQw4w9WgXcQ >}}\n\n{{< figure src=\"/img/a b.png\" alt=\"An a\" caption=\"So\" >}}\n"
        );
        desk.Write(
            "old/content/blog/trip/index.md",
            "---\r\ntitle: Trip\r\ndate: 2024-01-02\r\naliases: [/old-trip]\r\nimage: lake.jpg\r\ndraft: true\r\n---\r\n![Lake](lake.jpg \"The lake\")\r\n\r\n[back](../sleep.md)\r\n"
        );
        desk.Write("old/content/blog/broken.md", "---\ntitle: B\n\nText.");

        var typed = await desk.TypeAsync("import", "hugo", "old", "--out", "new");

        Assert.Equal(("", 0), (typed.Errors, typed.Code));
        Assert.Equal(
            [
                "import-report.txt",
                "media/blog/trip/lake.jpg",
                "media/img/a b.png",
                "old-addresses.txt",
                "pages/about.md",
                "posts/sleep.md",
                "posts/trip/index.md",
                "redirects.yaml",
                "site.yaml",
            ],
            desk.Files("new")
        );
        var sleep = desk.Post("new/posts/sleep.md");
        Assert.Equal(("Better sleep", "sleep-well"), (sleep.Title, sleep.Slug));
        Assert.Equal(["/2024/03/sleep-well/"], sleep.Aliases);
        Assert.Equal("https://quiet.example/2024/03/sleep-well/", sleep.FormerFeedId);
        Assert.EndsWith(
            "![A](/media/img/a%20b.png) and [trip](/posts/trip/index.md#end), [me](/about/)\n\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\n\n![An a](/media/img/a%20b.png \"So\")\n",
            desk.Read("new/posts/sleep.md")
        );
        Assert.Equal(
            "\"/tags/\": \"/archive/\"\n\"/tags/*\": \"/tag/*\"\n\"/categories/\": \"/archive/\"\n\"/categories/*\": \"/tag/*\"\n\"/blog/\": \"/archive/\"\n\"/blog/page/*\": \"/archive/\"\n",
            desk.Read("new/redirects.yaml")
        );
        var trip = desk.Post("new/posts/trip/index.md");
        Assert.Equal(["/old-trip", "/2024/01/trip/"], trip.Aliases.OrderDescending(StringComparer.Ordinal));
        Assert.Equal(("kap:media/blog/trip/lake.jpg", true), (trip.FeatureImage, trip.Draft));
        Assert.Contains("[back](/posts/sleep.md)", desk.Read("new/posts/trip/index.md"));
        Assert.Equal(
            ("Quiet", "https://quiet.example", "Jane Doe"),
            (desk.Site("new").Title, desk.Site("new").Url, desk.Site("new").Authors[0].Name)
        );
        Assert.Single(typed.About("note blog/broken.md: left out, line 1"));
        Assert.Equal(0, (await desk.TypeAsync("check", "new", "--strict")).Code);
    }

    [Fact]
    public async Task A_Jekyll_site_keeps_its_texts_its_pictures_and_its_addresses()
    {
        desk.Write(
            "old/_config.yml",
            "title: Quiet\nurl: https://quiet.example\nbaseurl: /blog\nauthor:\n  name: Jane Doe\n"
        );
        desk.Write("old/_data/authors.yml", "jane:\n  name: Jane Doe\n  bio: A therapist.\n")
            .Write("old/assets/a.png", "png");
        desk.Write(
            "old/_posts/2016-05-19-sleep.md",
            "---\nlayout: post\ntitle: Sleep\ncategories: health body\nauthor: jane\n---\n![A]({{ site.baseurl }}/assets/a.png){: .wide}\n\n[next]({{ site.baseurl }}{% post_url 2016-05-20-walk %})\n\n{% highlight ruby %}\nputs 1\n{% endhighlight %}\n"
        );
        desk.Write(
            "old/_posts/2016-05-20-walk.html",
            "---\ntitle: Walk\npermalink: /walks/first/\n---\n<p>Go <b>out</b>.</p>\n"
        );
        desk.Write("old/_drafts/soon.md", "---\ntitle: Soon\n---\nText.")
            .Write("old/about.md", "---\ntitle: About\npermalink: /who/me/\n---\nMe.");
        desk.Write("old/README.md", "# Repo").Write("old/_includes/x.md", "---\nt: 1\n---\n");

        var typed = await desk.TypeAsync("import", "jekyll", "old", "--out", "new");

        Assert.Equal(("", 0), (typed.Errors, typed.Code));
        Assert.Equal(
            [
                "import-report.txt",
                "media/assets/a.png",
                "old-addresses.txt",
                "pages/about.md",
                "posts/2016-05-19-sleep.md",
                "posts/2016-05-20-walk.md",
                "posts/_drafts/soon.md",
                "redirects.yaml",
                "site.yaml",
            ],
            desk.Files("new")
        );
        var sleep = desk.Post("new/posts/2016-05-19-sleep.md");
        Assert.Equal((new DateTimeOffset(2016, 5, 19, 0, 0, 0, TimeSpan.Zero), "sleep"), (sleep.Date, sleep.Slug));
        Assert.Equal(["/blog/health/body/2016/05/19/sleep.html", "/health/body/2016/05/19/sleep.html"], sleep.Aliases);
        Assert.Contains("\"/blog/categories/*\": \"/tag/*\"", desk.Read("new/redirects.yaml"));
        Assert.Equal("https://quiet.example/blog/health/body/2016/05/19/sleep", sleep.FormerFeedId);
        Assert.Contains("![A](/media/assets/a.png)", desk.Read("new/posts/2016-05-19-sleep.md"));
        Assert.Contains("[next](/posts/2016-05-20-walk.md)", desk.Read("new/posts/2016-05-19-sleep.md"));
        Assert.Contains("```ruby\nputs 1\n```", desk.Read("new/posts/2016-05-19-sleep.md"));
        Assert.EndsWith("Go **out**.\n", desk.Read("new/posts/2016-05-20-walk.md"));
        Assert.Equal(["/blog/walks/first/", "/walks/first/"], desk.Post("new/posts/2016-05-20-walk.md").Aliases);
        Assert.Equal(["/blog/who/me/", "/who/me/"], desk.Post("new/pages/about.md").Aliases);
        Assert.True(desk.Post("new/posts/_drafts/soon.md").Draft);
        Assert.Equal(
            ("Jane Doe", "jane", "A therapist."),
            (desk.Site("new").Authors[0].Name, desk.Site("new").Authors[0].Slug, desk.Site("new").Authors[0].Bio)
        );
    }

    [Fact]
    public async Task What_Hugo_themes_call_a_picture_is_one()
    {
        desk.Write("old/static/a.png", "png")
            .Write(
                "old/content/posts/x.md",
                """
                ---
                title: X
                date: 2024-01-01
                ---
                {{% img src="/a.png" alt="An [a]" %}}

                {{< legacy-img src='/a.png' title="So" >}}

                {{< image-gallery >}}
                """
            );

        await desk.TypeAsync("import", "hugo", "old", "--out", "new");

        Assert.EndsWith(
            "![An \\[a\\]](/media/a.png)\n\n![So](/media/a.png \"So\")\n\n{{< image-gallery >}}",
            desk.Read("new/posts/x.md")
        );
    }

    [Fact]
    public async Task A_section_s_own_text_becomes_a_page_and_a_translated_bundle_keeps_its_name()
    {
        desk.Write("old/content/about/_index.md", "---\ntitle: About\n---\nWho we are.\n")
            .Write("old/content/posts/_index.md", "---\ntitle: Posts\n---\n\n")
            .Write("old/content/_index.md", "---\ntitle: Home\n---\nWelcome.\n")
            .Write("old/content/posts/trip/index.md", "---\ntitle: Trip\ndate: 2024-01-01\n---\nA.\n")
            .Write("old/content/posts/trip/index.de.md", "---\ntitle: Reise\ndate: 2024-01-01\n---\nB.\n");

        var typed = await desk.TypeAsync("import", "hugo", "old", "--out", "new");

        Assert.Equal(("", 0), (typed.Errors, typed.Code));
        Assert.Equal("about", desk.Post("new/pages/about/_index.md").Slug);
        Assert.Equal(
            ("trip", "trip-de"),
            (desk.Post("new/posts/trip/index.md").Slug, desk.Post("new/posts/trip/index.de.md").Slug)
        );
        Assert.Equal(2, typed.About("note").Count(line => line.Contains("was left out", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Jekyll_collections_with_addresses_are_pages_and_the_others_are_told_of()
    {
        desk.Write(
                "old/_config.yml",
                "collections:\n  guides:\n    output: true\n  people:\n    output: false\ncollections_dir: texts\n"
            )
            .Write("old/texts/_guides/sleep.md", "---\ntitle: Sleep $1\n---\n# {{ page.title | escape }}\n")
            .Write("old/texts/_people/jane.md", "---\nname: Jane\n---\n")
            .Write(
                "old/texts/_posts/2024-01-01-a.md",
                "---\ntitle: A\n---\n{% include figure.html image_path=\"/a.png\" alt='x' %}"
            )
            .Write("old/a.png", "png");

        var typed = await desk.TypeAsync("import", "jekyll", "old", "--out", "new");

        Assert.Equal(("", 0), (typed.Errors, typed.Code));
        Assert.EndsWith("# Sleep $1\n", desk.Read("new/pages/guides/sleep.md"));
        Assert.Equal(["/guides/sleep.html"], desk.Post("new/pages/guides/sleep.md").Aliases);
        Assert.EndsWith("![x](/media/a.png)", desk.Read("new/posts/2024-01-01-a.md"));
        Assert.Single(typed.About("note texts/_people/jane.md: belongs to no posts"));
    }

    [Fact]
    public async Task A_thousand_beginnings_without_an_end_hold_nothing_up()
    {
        var tangled = string.Concat(Enumerable.Repeat("{% comment %}", 70_000));
        desk.Write("old/_posts/2024-01-01-a.md", $"---\ntitle: A\n---\n{tangled}")
            .Write("old/_posts/2024-01-02-b.md", "---\ntitle: B\n---\n{% comment %}x{% endcomment %}Text.");
        var started = System.Diagnostics.Stopwatch.StartNew();

        var typed = await desk.TypeAsync("import", "jekyll", "old", "--out", "new");

        Assert.Equal(("", 0), (typed.Errors, typed.Code));
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(20), $"It took {started.Elapsed}.");
        Assert.Single(typed.About("note _posts/2024-01-01-a.md: its template code is too tangled"));
        Assert.EndsWith("\nText.", desk.Read("new/posts/2024-01-02-b.md"));
    }

    [Fact]
    public async Task A_folder_brings_no_file_from_outside_itself()
    {
        desk.Write("secret.png", "secret")
            .Write(
                "old/_posts/2020-01-01-a.md",
                "---\ntitle: A\n---\n![x](/../secret.png) ![y](../../secret.png) ![z](/assets/link.png) ![w](/%2e%2e/secret.png)"
            );
        Directory.CreateDirectory(desk.PathOf("old/assets"));
        File.CreateSymbolicLink(desk.PathOf("old/assets/link.png"), desk.PathOf("secret.png"));
        File.CreateSymbolicLink(desk.PathOf("old/_posts/2020-01-02-b.md"), desk.PathOf("secret.png"));

        var typed = await desk.TypeAsync("import", "jekyll", "old", "--out", "new");

        Assert.Equal(("", 0), (typed.Errors, typed.Code));
        Assert.Equal(["import-report.txt", "old-addresses.txt", "posts/2020-01-01-a.md"], desk.Files("new"));
    }

    [Fact]
    public async Task Two_texts_with_one_address_get_two()
    {
        desk.Write("old/content/posts/a/x.md", "---\ntitle: One\ndate: 2024-01-01\n---\n1")
            .Write("old/content/posts/b/x.md", "---\ntitle: Two\ndate: 2024-01-01\nslug: x\n---\n2");

        var typed = await desk.TypeAsync("import", "hugo", "old", "--out", "new");

        Assert.Equal(0, typed.Code);
        Assert.Equal(("x", "x-2"), (desk.Post("new/posts/a/x.md").Slug, desk.Post("new/posts/b/x.md").Slug));
        Assert.Contains("note posts/b/x.md: another one has the address /x, so it became /x-2", typed.Lines);
    }

    public void Dispose() => desk.Dispose();
}
