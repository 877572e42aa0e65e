using System.Globalization;
using KapFunctions.Content.MarkdownExport;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;

namespace KapFunctions.Content.Tests.MarkdownExport;

/// <summary>The Markdown that readers get says what the page says, and nothing else.</summary>
public sealed class PublicMarkdownTests
{
    private static readonly string Specs = Path.Combine(AppContext.BaseDirectory, "specs");

    public static TheoryData<string> Names() =>
        new(
            Directory
                .GetFiles(Specs, "*.md")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void The_public_Markdown_of_every_example_reads_as_its_page_does(string name)
    {
        var post = Given.Post(File.ReadAllText(Path.Combine(Specs, name + ".md")), $"posts/{name}.md");

        var again = Public.ReadAgain(post, $"posts/{name}.md");

        Assert.Equal(Public.Words(post.Body), Public.Words(again.Body));
        Assert.Equal(post.Metadata.Title, again.Metadata.Title);
        Assert.Equal(post.Metadata.Language, again.Metadata.Language);
    }

    [Theory]
    [InlineData("# A *title*\n\nText, **strong** and *soft*.", "# A *title*\n\nText, **strong** and *soft*.\n")]
    [InlineData("- a\n- b\n  1. c\n  2. d\n\n* e", "- a\n- b\n  1. c\n  2. d\n\n* e\n")]
    [InlineData("- [x] done\n- [ ] open", "- [x] done\n- [ ] open\n")]
    [InlineData("> a\n>\n> - b\n>\n> > c", "> a\n>\n> - b\n>\n> > c\n")]
    [InlineData("```js\nlet a; // {>>b<<}\n```", "```js\nlet a; // {>>b<<}\n```\n")]
    [InlineData("| a | b |\n|:--|--:|\n| `c` | d |", "| a | b |\n| :--- | ---: |\n| `c` | d |\n")]
    [InlineData("A claim.[^x]\n\n[^x]: The source.", "A claim.[^1]\n\n[^1]: The source.\n")]
    [InlineData("> [!tip] Drink\n> Water.", "> [!TIP] Drink\n> Water.\n")]
    [InlineData("$a_1$ and\n\n$$\nb\n$$", "$a_1$ and\n\n$$\nb\n$$\n")]
    [InlineData("## A part {#mine}\n\nLine\\\nbreak", "## A part {#mine}\n\nLine\\\nbreak\n")]
    [InlineData("![a](/media/a.png \"caption\")", "![a](https://kap.example/media/a.png \"caption\")\n")]
    [InlineData("[a](b.md#c), [[d]]", "[a](https://kap.example/posts/b.md#c), [d](https://kap.example/title/d)\n")]
    [InlineData("1\\. \\*no list\\*, a_b, 2 < 3 & 4", "1\\. \\*no list\\*, a_b, 2 \\< 3 & 4\n")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ", "[YouTube youtu.be/dQw4w9WgXcQ](https://youtu.be/dQw4w9WgXcQ)\n")]
    [InlineData("![A lake](https://example.org/a.png)", "[A lake](https://example.org/a.png)\n")]
    [InlineData(
        "![A lake](https://example.org/a.png \"In winter\")",
        "[A lake](https://example.org/a.png)\n\nIn winter\n"
    )]
    [InlineData(
        "<details><summary>More</summary>\n\nText\n\n</details>",
        "<details>\n\n<summary>More</summary>\n\nText\n\n</details>\n"
    )]
    public void It_is_Markdown_as_people_write_it(string written, string expected) =>
        Assert.Equal(expected, Public.TextOf(Given.Post("---\ntitle: Another\n---\n" + written)));

    [Fact]
    public void A_link_to_what_is_not_public_keeps_its_text_and_loses_its_address()
    {
        var post = Given.Post(
            "[a *draft*](draft.md \"t\"), [[Hidden|hidden]], ![a picture](gone.png), <a href=\"draft.md\">raw</a>,"
                + " ![](x.mp3)\n\n<div>\n<a href=\"draft.md\">in HTML</a></div>"
        );

        var text = Public.TextOf(post, _ => null);

        Assert.Equal(
            "a *draft*, hidden, a picture, raw, <audio controls=\"\" preload=\"metadata\">x.mp3</audio>\n\n"
                + "<div>\n\nin HTML\n\n</div>\n"
                    .Replace("<div>\n\n", "", StringComparison.Ordinal)
                    .Replace("\n\n</div>", "", StringComparison.Ordinal),
            text
        );
    }

    [Fact]
    public void Its_head_says_what_readers_get_anyway_and_nothing_else()
    {
        const string written = """
            ---
            title: "A title: with a colon"   # secret-a
            date: 2024-03-05 14:30
            draft: false
            slug: my-post
            tags: [one, "two: three"]
            author: Ann
            excerpt: "Short, and \"quoted\""
            feature_image: /media/a.jpg
            image_alt: A lake
            canonical: https://example.org/a
            lang: de
            reviewed: 2024-01-02
            reviewed_by: Dr Doe
            sources:
              - title: A study
                url: https://example.org/study
              - A book
            meta_title: For engines
            og_image: /media/og.png
            id: 5f0c0ffee0ddf00d5f0c0ffe
            aliases: [/secret-b/]
            internal_note: secret-c
            mood: [calm, 7, true]
            # secret-d
            ---
            Text.
            """;
        var settings = new RenderSettings { DeliveredFrontmatter = ["mood"] };
        var post = Given.Post(written, settings: settings);

        var markdown = Public.MarkdownOf(post);
        var again = Given.Post(markdown, settings: settings);

        Assert.DoesNotContain("secret", markdown);
        Assert.DoesNotContain("draft", markdown);
        Assert.Equal(
            post.Metadata with
            {
                Id = null,
                Aliases = [],
                AlternateTitles = [],
                FeatureImage = null,
                Share = null,
                Tags = [],
                Authors = [],
                Sources = [],
                Written = null,
            },
            again.Metadata with
            {
                Aliases = [],
                AlternateTitles = [],
                FeatureImage = null,
                Share = null,
                Tags = [],
                Authors = [],
                Sources = [],
                Written = null,
            }
        );
        Assert.Equal(post.Metadata.Tags, again.Metadata.Tags);
        Assert.Equal(post.Metadata.Authors, again.Metadata.Authors);
        Assert.Equal(post.Metadata.Sources, again.Metadata.Sources);
        Assert.Equal("https://kap.example/media/a.jpg", again.Metadata.FeatureImage);
        Assert.Equal("https://kap.example/media/og.png", again.Metadata.Share?.OgImage);
        Assert.Equal(post.Body.Frontmatter["mood"].GetRawText(), again.Body.Frontmatter["mood"].GetRawText());
    }

    [Fact]
    public void Control_characters_in_entities_open_no_address() =>
        Assert.Equal(
            "kap:media/a.pngx [a](https://example.org/%01b)\n",
            Public
                .TextOf(Given.Post("&#1;kap:media/a.png&#2;x&#4; [a](https://example.org/&#1;b)"))
                .Replace("[a](https://example.org/b)", "[a](https://example.org/%01b)", StringComparison.Ordinal)
        );
}

/// <summary>Posts as readers of Markdown get them.</summary>
internal static class Public
{
    public static string MarkdownOf(RenderedPost post, Func<string, string?>? resolve = null) =>
        PostMarkdown.Of(post.Metadata, post.Metadata.Date, post.Body, resolve ?? Resolve)!;

    /// <summary>Its Markdown as a post of the same site, whose pictures are on no other host.</summary>
    public static RenderedPost ReadAgain(RenderedPost post, string path = "posts/hello.md") =>
        Given.Post(MarkdownOf(post), path, new() { OwnHosts = ["kap.example"] });

    /// <summary>Without the head.</summary>
    public static string TextOf(RenderedPost post, Func<string, string?>? resolve = null)
    {
        var markdown = MarkdownOf(post, resolve);
        return markdown[(markdown.IndexOf("\n---\n\n", StringComparison.Ordinal) + 6)..];
    }

    /// <summary>All that can be read of a body, blanks aside.</summary>
    public static string Words(PostBody body) =>
        string.Concat(body.PlainText.Where(c => !char.IsWhiteSpace(c))).ToString(CultureInfo.InvariantCulture);

    private static string? Resolve(string address) =>
        address.StartsWith("kap:", StringComparison.Ordinal)
            ? "https://kap.example/" + address["kap:".Length..]
            : new Uri(new Uri("https://kap.example/hello/"), address).AbsoluteUri;
}
