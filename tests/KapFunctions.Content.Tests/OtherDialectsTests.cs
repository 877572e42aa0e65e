namespace KapFunctions.Content.Tests;

/// <summary>What other generators make of a text, and their authors expect.</summary>
public sealed class OtherDialectsTests
{
    [Theory]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\nafter it\n", "<td>after it</td>")]
    [InlineData("a | b\n---|---\n1 | 2\n**after** it\n", "<td><strong>after</strong> it</td>")]
    [InlineData("> | a |\n> |---|\n> | 1 |\n> after\n", "<td>after</td>")]
    [InlineData("| x | Fruit |||\n| a | b |\n|---|---|\n| 1 | 2 |\n", "<td>1</td>")]
    public void A_line_right_below_a_table_is_a_row_of_it(string text, string html) =>
        Assert.Contains(html, Given.Html(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("복잡도는 $$O(2^n)$$의 시간", "\\[O(2^n)\\]")]
    [InlineData("수열 $a_n$의 합", "\\(a_n\\)")]
    [InlineData("as in\n$$\\begin{g}\na_t *c* d_t\n\\end{g}$$\nabove", "*c*")]
    [InlineData("This $`\\sqrt{3}`$ is", "\\(\\sqrt{3}\\)")]
    public void A_formula_may_touch_a_word_and_begin_within_a_paragraph(string text, string html) =>
        Assert.Contains($"{html}", Given.Html(text + "\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("가격 $5에서 $10까지")]
    [InlineData("花了$5，又花了$20的")]
    [InlineData("Цена $5 и $10 за штуку")]
    public void An_amount_of_money_is_no_formula(string text) => Assert.Equal(text, Given.Post(text).Body.PlainText);

    [Theory]
    [InlineData("> [!tip] A *big* `one`\n> Text")]
    [InlineData("> [!tip|right] A *big* `one`\n> Text")]
    [InlineData(":::tip[A *big* `one`]\nText\n:::")]
    [InlineData("!!! tip \"A *big* `one`\"\n\n    Text")]
    [InlineData("!!! tip inline end \"A *big* `one`\"\n    Text")]
    public void The_title_of_a_box_is_Markdown(string text) =>
        Assert.Contains(
            "title\">A <em>big</em> <code>one</code></p>\n<p>Text</p>",
            Given.Html(text + "\n"),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_empty_title_is_none() =>
        Assert.Equal(
            "<div class=\"markdown-alert markdown-alert-note\">\n<p>Text</p>\n</div>\n",
            Given.Html("!!! note \"\"\n\n    Text\n")
        );

    [Fact]
    public void Of_tabs_readers_get_each_below_its_name() =>
        Assert.Equal(
            "Linux\nRun x.\nMac\ny\nEnd",
            Given
                .Post("=== \"Linux\"\n\n    Run `x`.\n\n=== \"Mac\"\n\n    ```sh\n    y\n    ```\n\nEnd\n")
                .Body.PlainText
        );

    [Fact]
    public void Markdown_goes_on_in_an_element_within_HTML()
    {
        var html = Given.Html(
            "<aside markdown=\"1\">\n  <b>x</b>\n  <p markdown=\"1\">\n[a](https://example.org/a)\n  </p>\n</aside>\n\nAfter *it*\n"
        );

        Assert.Contains("href=\"https://example.org/a\"", html, StringComparison.Ordinal);
        Assert.EndsWith("<p>After <em>it</em></p>\n", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<video src=\"/media/a.mp4\" controls />")]
    [InlineData("<iframe src=\"https://example.org/?a=1>2\" allowFullScreen />")]
    [InlineData("<a name=\"here\"/>")]
    [InlineData("<div style={{x: 1}} />")]
    public void An_element_that_closes_itself_holds_nothing(string element) =>
        Assert.EndsWith("\n<p>Behind.</p>\n", Given.Html($"Text.\n\n{element}\n\nBehind.\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("参照（https://example.org/a）。次", "https://example.org/a")]
    [InlineData("見る https://example.org/a。次の文", "https://example.org/a")]
    [InlineData("链接：https://example.org/b，然后", "https://example.org/b")]
    [InlineData("見る https://example.org/東京 と", "https://example.org/%E6%9D%B1%E4%BA%AC")]
    public void A_bare_address_ends_at_wide_punctuation(string text, string address) =>
        Assert.Contains($"href=\"{address}\"", Given.Html(text + "\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("## v2.0\n\n[go](#v20)", "href=\"#v2-0\"")]
    [InlineData("## C++ & CLI\n\n[go](#c--cli)", "href=\"#c-plus-plus-cli\"")]
    [InlineData("## 1. Начало\n\n[go](#начало)", "href=\"#1-")]
    [InlineData("## Part\n\n## Part\n\n[go](#part-1)", "href=\"#part-1\"")]
    public void A_link_to_a_heading_as_another_generator_calls_it_leads_there(string text, string html)
    {
        var result = Given.Rendered($"---\ntitle: A\n---\n{text}\n");

        Assert.Contains(html, result.Post!.Body.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("link-to-anchor", Given.Codes(result));
    }

    [Theory]
    [InlineData("[x](#y){ .button }", "class=\"button\">x</a>")]
    [InlineData("![A](/media/a.png){ width=\"300\" }", "width=\"300\"")]
    [InlineData("the set { a } of x", "{ a }")]
    [InlineData("```{.python .numberLines}\nx = 1\n```", "language-python")]
    public void Attributes_may_stand_apart_from_their_braces(string text, string html) =>
        Assert.Contains(html, Given.Html(text + "\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("<!-- truncate -->")]
    [InlineData("{/* truncate */}")]
    public void Docusauruss_mark_ends_the_summary(string mark) =>
        Assert.Equal("One.", Given.Post($"One.\n\n{mark}\n\nTwo.\n").Metadata.Excerpt);

    [Theory]
    [InlineData("2024년 1월 5일")]
    [InlineData("2024. 1. 5.")]
    [InlineData("5 января 2024")]
    [InlineData("5 stycznia 2024")]
    [InlineData("5 Ιανουαρίου 2024")]
    [InlineData("5 Ocak 2024")]
    [InlineData("2024-01-05 (Fri)")]
    [InlineData("2024年1月5日（金）")]
    public void A_day_is_read_in_other_languages(string date) =>
        Assert.Equal(new DateTime(2024, 1, 5), Given.Metadata($"title: A\ndate: {date}").Date!.Value.DateTime);

    [Theory]
    [InlineData("password: abc")]
    [InlineData("encrypted: true")]
    [InlineData("confidential: yes")]
    [InlineData("isPublic: false")]
    [InlineData("dg-publish: false")]
    [InlineData("access: members")]
    [InlineData("wp_status: private")]
    [InlineData("layout: draft")]
    [InlineData("status: archived")]
    [InlineData("archived: true")]
    public void What_another_system_hides_by_is_kept_back(string line) =>
        Assert.True(Given.Metadata($"title: A\n{line}").Draft);

    [Theory]
    [InlineData("password: false")]
    [InlineData("dg-publish: true")]
    [InlineData("archived: false")]
    [InlineData("build_status: failed")]
    [InlineData("layout: post")]
    public void What_says_otherwise_hides_nothing(string line) =>
        Assert.False(Given.Metadata($"title: A\n{line}").Draft);

    [Theory]
    [InlineData("Words.\n\n## Introduction\n\nText.\n\n## More\n", "A walk")]
    [InlineData("## Introduction\n\nText.\n\n## More\n", "A walk")]
    [InlineData("Words.\n\n# One\n\n# Two\n", "A walk")]
    [InlineData("## By the lake\n\nText.\n\n### More\n", "By the lake")]
    [InlineData("# [By the lake](/b/)\n\n# Two\n", "By the lake")]
    [InlineData("Words.\n\n# By the lake\n\n## Two\n", "By the lake")]
    public void The_heading_of_a_part_is_no_title(string text, string title)
    {
        var post = Given.Post(text, "posts/a-walk.md");

        Assert.Equal(title, post.Metadata.Title);
    }

    [Theory]
    [InlineData("category: This Week in Rust", "This Week in Rust")]
    [InlineData("tag: Slow walks", "Slow walks")]
    [InlineData("categories: walks lakes", "walks|lakes")]
    [InlineData("category: walks, big lakes", "walks|big lakes")]
    public void One_category_of_several_words_is_one(string line, string tags) =>
        Assert.Equal(tags.Split('|'), Given.Metadata($"title: A\n{line}").Tags.Select(tag => tag.Name));

    [Fact]
    public void One_author_of_two_words_is_one() =>
        Assert.Equal("Jane Doe", Given.Metadata("title: A\nauthors: Jane Doe").Authors.Single().Name);

    [Theory]
    [InlineData("[[https://example.org/a|An *a*]]", "<a href=\"https://example.org/a\"")]
    [InlineData("[[https://example.org/a]]", ">https://example.org/a</a>")]
    public void An_address_between_two_brackets_leads_to_the_web(string text, string html) =>
        Assert.Contains(html, Given.Html(text + "\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("posts/Resource - Azure.md", "Resource - Azure")]
    [InlineData("posts/What is cutting-edge.md", "What is cutting-edge")]
    [InlineData("posts/what-is_new.md", "What is new")]
    public void A_files_name_with_blanks_is_a_title_as_it_stands(string path, string title) =>
        Assert.Equal(title, Given.Post("Text.\n", path).Metadata.Title);

    [Fact]
    public void A_password_is_told_to_nobody() =>
        Assert.DoesNotContain(
            Given.Rendered("---\ntitle: A\npassword: xyzzy\n---\nText.\n").Problems,
            problem => problem.Message.Contains("xyzzy", StringComparison.Ordinal)
        );
}
