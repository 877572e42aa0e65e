using System.Globalization;
using System.Text;

namespace KapFunctions.Cli.Tests.Importing;

/// <summary>Where readers of a site on WordPress found its lists, and exports with very many files.</summary>
public sealed class WordPressAddressTests : IDisposable
{
    private const string Head =
        "<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel>";

    private readonly Desk desk = new();

    [Fact]
    public async Task Lists_of_categories_and_tags_are_found_where_they_were()
    {
        desk.Write(
            "wp.xml",
            Head
                + """
                <link>https://old.example/blog</link>
                <wp:category><wp:category_nicename>body</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>Body</wp:cat_name></wp:category>
                <wp:category><wp:category_nicename>good-nights</wp:category_nicename><wp:category_parent>body</wp:category_parent><wp:cat_name>Sleep</wp:cat_name></wp:category>
                <wp:tag><wp:tag_slug>sleep-2</wp:tag_slug><wp:tag_name>Sleep</wp:tag_name></wp:tag>
                <item><title>A</title><link>https://old.example/blog/2024/a/</link><category domain="category" nicename="good-nights">Sleep</category><category domain="post_tag" nicename="sleep-2">Sleep</category>
                <wp:post_name>a</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><content:encoded>Text.</content:encoded></item>
                </channel></rss>
                """
        );

        var typed = await desk.TypeAsync("import", "wordpress", "wp.xml", "--out", "new");

        Assert.Equal(["good-nights"], desk.Site("new").Tags.Select(tag => tag.Slug).Except(["body"]));
        Assert.Equal(
            """
            "/blog/category/body/good-nights/*": "/tag/good-nights/*"
            "/blog/tag/sleep-2/*": "/tag/good-nights/*"
            "/blog/category/*": "/tag/*"
            "/blog/tag/*": "/tag/*"
            "/blog/author/*": "/author/*"

            """.ReplaceLineEndings("\n"),
            desk.Read("new/redirects.yaml")
        );
        Assert.Contains(
            "note 3 old addresses: 0 stay, 3 lead on, 0 say that they are gone, 0 lead nowhere",
            typed.Lines
        );
        Assert.Equal(0, (await desk.TypeAsync("check", "new", "--strict")).Code);
    }

    [Fact]
    public async Task Texts_of_a_plug_in_s_own_kind_are_pages_and_its_settings_are_left_out()
    {
        desk.Write(
            "wp.xml",
            Head
                + """
                <item><title>Jane</title><link>https://old.example/team/jane/</link><wp:post_id>1</wp:post_id><wp:post_name>jane</wp:post_name><wp:status>publish</wp:status><wp:post_type>team</wp:post_type><content:encoded>Who I am.</content:encoded></item>
                <item><title>Form</title><link>https://old.example/?post_type=wpcf7_contact_form&#038;p=5</link><wp:post_id>2</wp:post_id><wp:post_name>form</wp:post_name><wp:status>publish</wp:status><wp:post_type>wpcf7_contact_form</wp:post_type><content:encoded>[text name]</content:encoded></item>
                </channel></rss>
                """
        );

        var typed = await desk.TypeAsync("import", "wordpress", "wp.xml", "--out", "new");

        Assert.Equal(["jane.md"], desk.Files("new/pages"));
        Assert.Equal(["/team/jane/"], desk.Post("new/pages/jane.md").Aliases);
        Assert.Contains("note team: 1 of this kind became pages", typed.Lines);
        Assert.Contains("note publish wpcf7_contact_form: 1 left out", typed.Lines);
    }

    [Fact]
    public async Task Authors_captions_and_sound_that_plug_ins_keep_beside_a_text_come_along()
    {
        desk.Write(
            "wp.xml",
            Head
                + """
                <item><title>A</title><category domain="author" nicename="cap-jane-doe">Jane Doe</category><category domain="author" nicename="bo">Bo</category><wp:post_id>1</wp:post_id>
                <wp:post_name>a</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><content:encoded>Text.</content:encoded>
                <wp:postmeta><wp:meta_key>enclosure</wp:meta_key><wp:meta_value>https://sound.example/a.mp3
                1234
                audio/mpeg</wp:meta_value></wp:postmeta>
                <wp:postmeta><wp:meta_key>rank_math_description</wp:meta_key><wp:meta_value>Short</wp:meta_value></wp:postmeta>
                <wp:postmeta><wp:meta_key>rank_math_title</wp:meta_key><wp:meta_value>%title% at home</wp:meta_value></wp:postmeta></item>
                </channel></rss>
                """
        );

        await desk.TypeAsync("import", "wordpress", "wp.xml", "--out", "new");

        var post = desk.Post("new/posts/a.md");
        Assert.Equal(["jane-doe", "bo"], post.Authors.Select(author => author.Slug));
        Assert.Equal(["Jane Doe", "Bo"], desk.Site("new").Authors.Select(author => author.Name));
        Assert.Equal((null, "Short"), (post.Share?.MetaTitle, post.Share?.MetaDescription));
        Assert.Equal("Text.\n\n![](https://sound.example/a.mp3)\n", desk.Body("new/posts/a.md"));
    }

    [Fact]
    public async Task A_hundred_thousand_files_in_an_export_hold_nothing_up()
    {
        var export = new StringBuilder(Head);
        for (var i = 1; i <= 100_000; i++)
        {
            export.Append(
                CultureInfo.InvariantCulture,
                $"<item><title>f</title><wp:post_id>{i}</wp:post_id><wp:post_parent>7</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://old.example/wp-content/uploads/{i}.png</wp:attachment_url></item>\n"
            );
        }
        for (var i = 0; i < 20; i++)
        {
            export.Append(
                CultureInfo.InvariantCulture,
                $"<item><title>A {i}</title><wp:post_id>{200_000 + i}</wp:post_id><wp:post_name>a{i}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><content:encoded>[gallery ids=\"{i + 1}\"] [gallery]</content:encoded></item>\n"
            );
        }
        desk.Write("wp.xml", export.Append("</channel></rss>").ToString());
        var started = System.Diagnostics.Stopwatch.StartNew();

        var typed = await desk.TypeAsync("import", "wordpress", "wp.xml", "--out", "new");

        Assert.Equal(0, typed.Code);
        Assert.Contains("uploads/20.png", desk.Read("new/posts/a19.md"));
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(60), $"It took {started.Elapsed}.");
    }

    public void Dispose() => desk.Dispose();
}
