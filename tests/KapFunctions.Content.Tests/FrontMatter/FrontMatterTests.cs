using System.Text.Json;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Tests.FrontMatter;

public sealed class FrontMatterTests
{
    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Theory]
    [InlineData("---\ntitle: Hello\ntags: [a, b]\ndraft: true\n---\nText.\n")]
    [InlineData("---yaml\ntitle: Hello\ntags:\n- a\n- b\ndraft: yes\n---\nText.\n")]
    [InlineData("+++\ntitle = \"Hello\"\ntags = [\"a\", \"b\"]\ndraft = true\n+++\nText.\n")]
    [InlineData("+++\ntitle = \"Hello\"\ndraft = true\n[taxonomies]\ntags = [\"a\", \"b\"]\n+++\nText.\n")]
    [InlineData("{\n  \"title\": \"Hello\",\n  \"tags\": [\"a\", \"b\"],\n  \"draft\": true\n}\nText.\n")]
    [InlineData("---json\n{ \"title\": \"Hello\", \"tags\": \"a b\", \"draft\": true, }\n---\nText.\n")]
    [InlineData("\uFEFF---\r\ntitle: Hello\r\ntags: a b\r\ndraft: true\r\n---\r\nText.\r\n")]
    [InlineData("---\ntitle: Hello\ntags: a, b\npublished: false\n...\nText.\n")]
    [InlineData("\n---\nTitle: Hello\nTags: ['a', 'b']\nstatus: draft\n---\nText.\n")]
    public void Every_format_says_the_same(string text)
    {
        var post = Given.Post(text);

        Assert.Equal("Hello", post.Metadata.Title);
        Assert.Equal(["a", "b"], post.Metadata.Tags.Select(tag => tag.Name));
        Assert.True(post.Metadata.Draft);
        Assert.Equal("<p>Text.</p>\n", post.Body.Html);
    }

    [Theory]
    [InlineData("---\n\nA line above.\n")]
    [InlineData("{{ include }}\n\nText.\n")]
    [InlineData("+++ more\n")]
    public void A_text_that_only_begins_like_front_matter_is_a_text(string text)
    {
        var result = Given.Rendered(text);

        Assert.NotNull(result.Post);
        Assert.DoesNotContain(
            result.Problems,
            problem => problem.Code.StartsWith("front-matter", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("title: Notes: part 2", "Notes: part 2")]
    [InlineData("title: \"Quoted\" and on", "\"Quoted\" and on")]
    [InlineData("title: @jane says", "@jane says")]
    [InlineData("title: `code` first", "`code` first")]
    [InlineData("title: 100% true", "100% true")]
    [InlineData("title: *starred*", "*starred*")]
    [InlineData("title: \"over\nlines\"", "over lines")]
    [InlineData("title: AT&amp;T &ldquo;here&rdquo;", "AT&T “here”")]
    [InlineData("title: 2024", "2024")]
    [InlineData("title: true", "true")]
    public void A_title_is_read_as_it_was_meant(string line, string title) =>
        Assert.Equal(title, Given.Metadata(line).Title);

    [Fact]
    public void A_broken_line_is_told_with_its_number_and_nothing_is_published()
    {
        var result = Given.Rendered("---\ntitle: Hello\ntags: [never closed\n---\nText.\n");

        Assert.Null(result.Post);
        var problem = Assert.Single(result.Problems);
        Assert.Equal(("front-matter-syntax", 3), (problem.Code, problem.Line));
    }

    [Fact]
    public void A_broken_line_of_a_key_that_means_nothing_takes_nothing_with_it()
    {
        var result = Given.Rendered("---\ntitle: Hello\nplaylist: [never closed\ntags: a\n---\nText.\n");

        Assert.Equal(("Hello", "a"), (result.Post!.Metadata.Title, Assert.Single(result.Post.Metadata.Tags).Name));
        var problem = Assert.Single(result.Problems);
        Assert.Equal(("field-unreadable", 3), (problem.Code, problem.Line));
    }

    [Theory]
    [InlineData(
        "---\ndescription: He said: \"come\n  in\" twice\ndraft: true\n---\nText.\n",
        "He said: \"come in\" twice"
    )]
    [InlineData("---\n# Write it so: \"like this\ndescription: Fine\ndraft: true\n---\nText.\n", "Fine")]
    [InlineData("+++\ndescription = Not quoted\ndraft = true\n+++\nText.\n", "Not quoted")]
    [InlineData("+++\ndescription = \"Say \"hi\" to\"\ndraft = true\n+++\nText.\n", "Say \"hi\" to")]
    public void What_is_written_carelessly_is_read_as_it_was_meant(string text, string summary)
    {
        var metadata = Given.Post(text).Metadata;

        Assert.Equal((summary, true), (metadata.CustomExcerpt, metadata.Draft));
    }

    [Theory]
    [InlineData("a = ", "[")]
    [InlineData("a = ", "{b=")]
    [InlineData("[", "a.")]
    public void Toml_that_is_nested_without_end_is_the_authors_mistake(string start, string piece)
    {
        var nested = string.Concat(Enumerable.Repeat(piece, 5_000));
        var result = Given.Rendered($"+++\n{start}{nested}\n+++\nText.\n");

        Assert.Null(result.Post);
        Assert.Equal("front-matter-syntax", Assert.Single(result.Problems).Code);
    }

    [Fact]
    public void A_list_item_that_had_to_be_mended_is_told_under_its_key()
    {
        var result = Given.Rendered("---\ntitle: a\nauthors:\n- @jane\n---\nText.\n");

        Assert.Equal("@jane", Assert.Single(result.Post!.Metadata.Authors).Name);
        var problem = Assert.Single(result.Problems);
        Assert.Equal(("front-matter-repaired", 4), (problem.Code, problem.Line));
        Assert.Contains("\"authors\"", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title:Sleep well", "a blank is missing")]
    [InlineData("title Sleep well", "a colon is missing")]
    [InlineData("date 2024-05-01 9:30", "a colon is missing")]
    [InlineData("draft true", "a colon is missing")]
    [InlineData("draft=true", "equals sign")]
    public void A_line_without_its_colon_or_blank_is_told_of_as_such_and_its_mend_mends_it(string line, string wrong)
    {
        var problem = Assert.Single(Given.Rendered($"---\n{Titled(line)}\n---\nText.\n").Problems);

        Assert.Equal(("front-matter-line", 3), (problem.Code, problem.Line));
        Assert.Contains(wrong, problem.Message, StringComparison.Ordinal);
        var mended = problem.Mend!.Split('"')[1];
        Assert.Empty(Given.Rendered($"---\n{Titled(mended)}\n---\nText.\n").Problems);

        static string Titled(string line) =>
            (line.StartsWith("title", StringComparison.Ordinal) ? "slug: a\n" : "title: a\n") + line;
    }

    [Fact]
    public void A_caption_from_ghost_loses_its_markup_and_keeps_its_words() =>
        Assert.Equal(
            "By Jane, alert(1)",
            Given
                .Metadata("feature_image: a.png\nfeature_image_caption: By <b>Jane</b>, <script>alert(1)</script>")
                .FeatureImageCaption
        );

    [Fact]
    public void Problems_of_the_body_count_lines_from_the_top_of_the_file()
    {
        var result = Given.Rendered("---\ntitle: a\n---\n\nFine.\n\nSee [this](javascript:x).\n");

        var problem = Assert.Single(result.Problems);
        Assert.Equal(("link-unsafe", 7, 12), (problem.Code, problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("slug: My Post", "my-post")]
    [InlineData("permalink: /2016/05/old-name/", "old-name")]
    [InlineData("url: /blog/old-name.html", "old-name")]
    [InlineData("permalink: /:year/:title/", "hello")]
    [InlineData("path: notes/old-name", "old-name")]
    public void An_address_comes_from_whatever_key_names_it(string line, string slug) =>
        Assert.Equal(slug, Given.Metadata(line).Slug);

    [Theory]
    [InlineData("image: /assets/a.png", "/assets/a.png", null)]
    [InlineData("image: a.png\nimage_alt: A lake", "kap:posts/a.png", "A lake")]
    [InlineData("cover:\n  image: https://example.org/a.png\n  alt: A lake", "https://example.org/a.png", "A lake")]
    [InlineData("images: [media/a.png, b.png]", "kap:media/a.png", null)]
    [InlineData("heroImage: '../media/a b.png'", "kap:media/a%20b.png", null)]
    public void The_picture_comes_from_whatever_key_names_it(string lines, string url, string? alt)
    {
        var metadata = Given.Metadata(lines);

        Assert.Equal((url, alt), (metadata.FeatureImage, metadata.FeatureImageAlt));
    }

    [Fact]
    public void A_post_without_a_picture_takes_the_first_of_its_text()
    {
        var metadata = Given.Post("Text.\n\n![A lake](lake.png)\n\n![A hill](hill.png)\n").Metadata;

        Assert.Equal(("kap:posts/lake.png", "A lake"), (metadata.FeatureImage, metadata.FeatureImageAlt));
    }

    [Fact]
    public void Aliases_are_old_addresses_or_other_titles_by_the_sites_choice()
    {
        const string lines = "aliases: [/old/, https://example.org/older/?x=1, oldest.html]";

        Assert.Equal(["/old/", "/older/", "/oldest.html"], Given.Metadata(lines).Aliases);
        var titles = Given.Metadata("aliases: [Old title]", settings: new() { AliasesAreTitles = true });
        Assert.Equal((0, "Old title"), (titles.Aliases.Count, Assert.Single(titles.AlternateTitles)));
    }

    [Fact]
    public void Review_and_sources_are_read()
    {
        var metadata = Given.Metadata(
            "reviewed: 2024-03-05\nreviewed_by: Dr. Roe\nsources:\n- https://example.org/study\n- title: A book\n- title: A paper\n  url: https://example.org/paper"
        );

        Assert.Equal((new DateOnly(2024, 3, 5), "Dr. Roe"), (metadata.Reviewed, metadata.ReviewedBy));
        Citation[] expected =
        [
            new("https://example.org/study", "https://example.org/study"),
            new("A book", null),
            new("A paper", "https://example.org/paper"),
        ];
        Assert.Equal(expected, metadata.Sources);
    }

    [Theory]
    [InlineData("visibility: members")]
    [InlineData("draft: true")]
    [InlineData("publish: false")]
    [InlineData("permalink: false")]
    public void What_is_not_for_everybody_is_kept_back(string line) => Assert.True(Given.Metadata(line).Draft);

    [Fact]
    public void A_file_below_drafts_is_a_draft() =>
        Assert.True(Given.Post("Text.", "posts/_drafts/a.md").Metadata.Draft);

    [Fact]
    public void Unknown_keys_stay_private_unless_the_site_delivers_them()
    {
        const string lines = "title: a\nmood: [calm, 3, true, ~]\nsecret: x";
        var settings = new RenderSettings { DeliveredFrontmatter = ["mood", "title"] };

        Assert.Empty(Given.Post($"---\n{lines}\n---\nText.").Body.Frontmatter);
        var delivered = Given.Post($"---\n{lines}\n---\nText.", settings: settings).Body.Frontmatter;
        Assert.Equal("{\"mood\":[\"calm\",3,true,null]}", JsonSerializer.Serialize(delivered));
    }

    [Fact]
    public void A_delivered_key_has_the_name_the_site_gives_it_wherever_a_file_keeps_it()
    {
        var settings = new RenderSettings { DeliveredFrontmatter = ["readingMood"] };

        foreach (var lines in (string[])["reading_mood: calm", "Reading-Mood: calm", "extra:\n  reading_mood: calm"])
        {
            var delivered = Given.Post($"---\n{lines}\n---\nText.", settings: settings).Body.Frontmatter;
            Assert.Equal("{\"readingMood\":\"calm\"}", JsonSerializer.Serialize(delivered));
        }
    }

    [Fact]
    public void Metadata_stays_below_what_a_row_can_hold()
    {
        var tags = string.Join(',', Enumerable.Range(0, 60).Select(i => $"{i}{new string('ü', 180)}"));
        var metadata = Given.Metadata(
            $"tags: \"{tags[..9000]}\"\naliases: [{string.Join(',', Enumerable.Range(0, 60).Select(i => $"/old/{i}/{new string('x', 40)}"))}]\nexcerpt: {new string('y', 3000)}"
        );

        Assert.InRange(metadata.Aliases.Count, 1, 50);
        Assert.InRange(JsonSerializer.Serialize(metadata, Relaxed).Length, 1, 32_000);
    }

    [Theory]
    [InlineData("+++\na = \"\\\n+++\nText.\n")]
    [InlineData("+++\n\"\\\n+++\nText.\n")]
    public void Toml_that_ends_in_a_backslash_is_the_authors_mistake(string markdown) =>
        Assert.Equal(["front-matter-syntax"], Given.Codes(Given.Rendered(markdown)));
}
