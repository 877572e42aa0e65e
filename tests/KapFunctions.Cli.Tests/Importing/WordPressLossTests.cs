using System.Net;
using System.Text;
using KapFunctions.Cli.Tests.Importing.Html;

namespace KapFunctions.Cli.Tests.Importing;

/// <summary>What a site on WordPress showed of a text, and what ours shows of it: the same words, links, pictures, marks and lines.</summary>
public sealed class WordPressLossTests : IDisposable
{
    private const string Picture = "https://pictures.example/";

    private readonly Desk desk = new();

    [Theory]
    [InlineData("One\ntwo\n\nthree", "<p>One<br>two</p><p>three</p>")]
    [InlineData(
        "<h2>A</h2>\nline\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\nend",
        "<h2>A</h2><p>line</p><ul><li>a</li><li>b</li></ul><p>end</p>"
    )]
    [InlineData(
        "<a\nhref=\"https://e.example/\"\ntitle=\"t\">over\nlines</a>",
        "<p><a href=\"https://e.example/\">over<br>lines</a></p>"
    )]
    [InlineData("<pre>a<br />b\n\nc</pre>", "<pre>a\nb\nc</pre>")]
    [InlineData(
        "[code language=\"php\"]\nif ($a < $b && [x]) {}\n[/code]",
        "<pre><code>if ($a &lt; $b &amp;&amp; [x]) {}</code></pre>"
    )]
    [InlineData(
        "[caption id=\"a\" width=\"3\"]<img src=\"https://pictures.example/a.png\" alt=\"A\" /> Plain [draft] <b>caption</b>[/caption]",
        "<figure><img src=\"https://pictures.example/a.png\" alt=\"A\"><figcaption>Plain [draft] <b>caption</b></figcaption></figure>"
    )]
    [InlineData(
        "[caption width=\"3\" caption=\"Old style\"]<img src=\"https://pictures.example/a.png\" alt=\"A\" />[/caption]",
        "<figure><img src=\"https://pictures.example/a.png\" alt=\"A\"><figcaption>Old style</figcaption></figure>"
    )]
    [InlineData(
        "[gallery ids=\"8,9\"]",
        "<p><img src=\"https://pictures.example/8.png\" alt=\"The sea\"></p><figure><img src=\"https://pictures.example/9.png\" alt=\"\"><figcaption>A lake</figcaption></figure>"
    )]
    [InlineData(
        "[gallery]",
        "<p><img src=\"https://pictures.example/8.png\" alt=\"The sea\"></p><figure><img src=\"https://pictures.example/9.png\" alt=\"\"><figcaption>A lake</figcaption></figure>"
    )]
    [InlineData("[embed]https://films.example/7[/embed]", "<p>https://films.example/7</p>")]
    [InlineData(
        "[su_box title=\"x\"]In a <b>box</b>[/su_box] and array[0] and [sic]",
        "<p>In a <b>box</b> and array[0] and [sic]</p>"
    )]
    [InlineData(
        "50%% of {{ x }} and {% y %}, {# n #}, {>>c<<}, 2*3*4, a_b_c",
        "<p>50%% of {{ x }} and {% y %}, {# n #}, {&gt;&gt;c&lt;&lt;}, 2*3*4, a_b_c</p>"
    )]
    [InlineData(
        "{{! a }} {{!-- b --}} &lt;%# c %> &lt;%-- d --%> &lt;!— e —> &lt;!- f ->",
        "<p>{{! a }} {{!-- b --}} &lt;%# c %&gt; &lt;%-- d --%&gt; &lt;!— e —&gt; &lt;!- f -&gt;</p>"
    )]
    [InlineData(
        "<!-- wp:code {\"language\":\"css\"} -->\n<pre class=\"wp-block-code\"><code>a {}</code></pre>\n<!-- /wp:code -->\n<!-- wp:embed {\"url\":\"https://films.example/7\"} -->\n<figure><div>\nhttps://films.example/7\n</div><figcaption>My film</figcaption></figure>\n<!-- /wp:embed -->",
        "<pre>a {}</pre><p>https://films.example/7</p><p>My film</p>"
    )]
    [InlineData("<!-- wp:block {\"ref\":7} /-->", "<p>Used <em>often</em></p>")]
    public async Task Text_becomes_what_the_old_site_showed(string written, string shown)
    {
        await ImportAsync(written);

        Assert.Null(
            RoundTrip.Difference(
                HtmlFacts.Of(shown),
                HtmlFacts.Of(RoundTrip.Rendered(desk.Body("new/posts/2024-01-01-a.md")))
            )
        );
    }

    [Theory]
    [InlineData("For all.\n\n[restrict]Secret.[/restrict]", "[restrict]")]
    [InlineData("    [members_only]\n    Secret.\n    [/members_only]", "[members_only]")]
    [InlineData("<p>For all.</p>\n<!-- wp:jetpack/paywall /-->\n<p>Secret.</p>", "wp:jetpack/paywall")]
    [InlineData(
        "<!-- wp:paragraph {\"metadata\":{\"blockVisibility\":false}} -->\n<p>Secret.</p>\n<!-- /wp:paragraph -->",
        "blockVisibility"
    )]
    public async Task A_post_with_a_part_for_members_becomes_a_draft_and_the_report_says_why(string written, string why)
    {
        var typed = await ImportAsync(written);

        Assert.True(desk.Post("new/posts/2024-01-01-a.md").Draft);
        Assert.Contains(typed.About("note post a"), line => line.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_could_not_come_along_is_in_the_report_with_file_line_and_count()
    {
        var typed = await ImportAsync(
            "One.\n\n[contact-form-7 id=\"1\"]\n\nTwo.\n\n[contact-form-7 id=\"2\"]\n\n[gallery ids=\"77\"]\n\n<!--more Go on-->\n\nEnd. [unknown a=\"b\"]"
        );

        var notes = typed.About("note").ToList();
        Assert.Contains("note not carried over: 2 × the shortcode [contact-form-7]", notes);
        Assert.Contains(
            "note posts/2024-01-01-a.md: line 11: the shortcode [contact-form-7] is a form and was left out",
            notes
        );
        Assert.Contains(
            "note posts/2024-01-01-a.md: line 13: the shortcode [contact-form-7] is a form and was left out",
            notes
        );
        Assert.Single(
            typed.About("note posts/2024-01-01-a.md: line 13: the shortcode [gallery ids=\"77\"] names files")
        );
        Assert.Contains("note posts/2024-01-01-a.md: line 15: the label \"Go on\" of the cut was left out", notes);
        Assert.Contains("note posts/2024-01-01-a.md: line 15: the shortcode [unknown] is shown as text", notes);
        Assert.Equal(
            "One.\n\nTwo.\n\n<!--more-->\n\nEnd. \\[unknown a=\"b\"\\]\n",
            desk.Body("new/posts/2024-01-01-a.md")
        );
    }

    [Fact]
    public async Task Notes_of_plug_ins_and_of_the_editor_are_notes()
    {
        await ImportAsync("Text [footnote]A <em>note</em>[/footnote] goes on");

        Assert.Equal("Text [^1] goes on\n\n[^1]: A *note*\n", desk.Body("new/posts/2024-01-01-a.md"));
    }

    [Fact]
    public async Task An_export_that_breaks_off_is_read_up_to_there()
    {
        var export = Export("One.");
        desk.Write("wp.xml", export[..export.IndexOf("<title>Second", StringComparison.Ordinal)]);

        var typed = await desk.TypeAsync("import", "wordpress", "wp.xml", "--out", "new");

        Assert.Equal(0, typed.Code);
        Assert.Single(desk.Files("new/posts"));
        Assert.Single(typed.About("note export: line"));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_Latin1()
    {
        File.WriteAllBytes(desk.PathOf("wp.xml"), Encoding.Latin1.GetBytes(Export("Grüße")));

        await desk.TypeAsync("import", "wordpress", "wp.xml", "--out", "new");

        Assert.Equal("Grüße\n", desk.Body("new/posts/2024-01-01-a.md"));
    }

    [Fact]
    public async Task A_draft_without_a_title_is_known_by_its_words_and_feeds_by_their_ids()
    {
        await ImportAsync("One.");

        Assert.Equal("Some first words", desk.Post("new/posts/some-first-words.md").Title);
        Assert.Contains("guid: \"https://old.example/?p=1\"", desk.Read("new/posts/2024-01-01-a.md"));
        Assert.Equal("An excerpt & more", desk.Post("new/posts/2024-01-01-a.md").CustomExcerpt);
    }

    public void Dispose() => desk.Dispose();

    private Task<Typed> ImportAsync(string written)
    {
        desk.Write("wp.xml", Export(written));
        return desk.TypeAsync("import", "wordpress", "wp.xml", "--out", "new");
    }

    private static string Export(string written) =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
            <item><title>a</title><guid>https://old.example/?p=1</guid><content:encoded><![CDATA[{written}]]></content:encoded><excerpt:encoded><![CDATA[<p>An <b>excerpt</b> &amp; more</p>]]></excerpt:encoded>
            <wp:post_id>1</wp:post_id><wp:post_name>a.html</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><pubDate>Mon, 01 Jan 2024 09:00:00 +0000</pubDate></item>
            {Attachment(8, "The sea", "")}
            {Attachment(9, "", "A lake")}
            <item><title>Often</title><content:encoded><![CDATA[<!-- wp:paragraph --><p>Used <em>often</em></p><!-- /wp:paragraph -->]]></content:encoded><wp:post_id>7</wp:post_id><wp:status>publish</wp:status><wp:post_type>wp_block</wp:post_type></item>
            <item><title>Second</title><wp:post_name>second</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
            <item><title></title><content:encoded><![CDATA[<p>Some first words</p>]]></content:encoded><wp:post_name></wp:post_name><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
            </channel></rss>
            """;

    private static string Attachment(int id, string alt, string caption) =>
        $"""
            <item><title>file {id}</title><excerpt:encoded><![CDATA[{caption}]]></excerpt:encoded><wp:post_id>{id}</wp:post_id><wp:post_parent>1</wp:post_parent><wp:menu_order>{id}</wp:menu_order>
            <wp:post_type>attachment</wp:post_type><wp:attachment_url>{Picture}{id}.png</wp:attachment_url><wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>{WebUtility.HtmlEncode(
                alt
            )}</wp:meta_value></wp:postmeta></item>
            """;
}
