using System.Globalization;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Tests;

public sealed class DerivedTests
{
    [Fact]
    public void The_summary_is_written_or_cut_where_the_author_says_or_after_500_characters()
    {
        var words = string.Concat(Enumerable.Repeat("word ", 300));

        Assert.Equal(
            "Mine.",
            Given.Post($"---\nexcerpt: Mine.\n---\nFirst.\n\n<!--more-->\n\n{words}").Metadata.Excerpt
        );
        Assert.Equal("First.", Given.Post($"First.\n\n<!-- more -->\n\n{words}").Metadata.Excerpt);
        Assert.InRange(Given.Post(words).Metadata.Excerpt.Length, 490, 500);
    }

    [Fact]
    public void Plain_text_has_the_words_and_none_of_the_markup()
    {
        var body = Given
            .Post(
                "Before\n\n## Part\n\nA *word* &amp; `code`.[^1]\n\n- One\n- Two\n\n<div>Raw <b>html</b></div>\n\n[^1]: A note.\n"
            )
            .Body;

        Assert.StartsWith("Before\nPart\nA word & code.", body.PlainText, StringComparison.Ordinal);
        Assert.Contains("One\nTwo\nRaw html", body.PlainText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Kepler[^k] was right.[^2]\n\n[^k]: Johannes.\n[^2]: Indeed.\n\n    <section>More.</section>\n",
        "Kepler was right.",
        3
    )]
    [InlineData("> [!NOTE]\n> Kepler was right.\n", "Kepler was right.", 3)]
    [InlineData(":::tip\nKepler was right.\n:::\n", "Kepler was right.", 3)]
    [InlineData("> [!NOTE] Kepler\n> was right.\n", "Kepler\nwas right.", 3)]
    [InlineData("!!! note\n\nText.\n\n## Kepler was right.\n", "!!! note\nText.\nKepler was right.", 5)]
    public void What_the_renderer_sets_beside_the_words_is_no_part_of_them(string markdown, string text, int words)
    {
        var post = Given.Post(markdown);

        Assert.Equal((text, words), (post.Body.PlainText, post.Metadata.WordCount));
        Assert.Equal(text.Replace('\n', ' '), post.Metadata.Excerpt);
    }

    [Fact]
    public void A_link_in_a_note_is_a_link_of_the_post() =>
        Assert.Equal(["kap:posts/b.md"], Given.Post("Text.[^1]\n\n[^1]: See [b](b.md).\n").Body.Links);

    [Theory]
    [InlineData("👩‍👩‍👧‍👦", 11)]
    [InlineData("e\u0301", 2)]
    [InlineData("한", 1)]
    public void A_summary_never_ends_inside_a_character(string character, int length)
    {
        var excerpt = Given.Post(string.Concat(Enumerable.Repeat(character, 600))).Metadata.Excerpt;

        Assert.Equal((character.Length, 0), (length, excerpt.Length % length));
        Assert.InRange(excerpt.Length, 500 - length, 500);
    }

    [Theory]
    [InlineData("Text %%a secret%% here.\n\n## Part %%secret%%\n")]
    [InlineData("Text here.\n\n%%\na secret\n%%\n\n## Part\n")]
    [InlineData("Text here.\n\n## Part\n\n%%\na secret\n\nthat never ends\n")]
    [InlineData("Text {% comment %}a secret{% endcomment %} here.\n\n## Part\n")]
    [InlineData("Text here.\n\n{::comment}\na secret\n{:/comment}\n\n## Part\n")]
    [InlineData("Text <!-- a secret --> here.\n\n## Part\n")]
    public void A_private_comment_is_nowhere_in_what_readers_get(string markdown)
    {
        var post = Given.Post(markdown);

        Assert.DoesNotContain("secret", post.Body.Html, StringComparison.Ordinal);
        Assert.Equal(("Text here. Part", 3), (post.Metadata.Excerpt, post.Metadata.WordCount));
        Assert.Equal("Text here.\nPart", post.Body.PlainText);
        Assert.Equal(("part", "Part"), (post.Body.Toc[0].Id, post.Body.Toc[0].Text));
    }

    [Theory]
    [InlineData(275, 0, 1)]
    [InlineData(1100, 0, 4)]
    [InlineData(1100, 3, 5)]
    public void Reading_time_follows_ghosts_rule(int words, int images, int minutes)
    {
        var text =
            string.Concat(Enumerable.Repeat("word ", words))
            + "\n\n"
            + string.Concat(Enumerable.Repeat("![](../media/a.png)\n\n", images));

        Assert.Equal((words, minutes), (Given.Post(text).Metadata.WordCount, Given.Post(text).Metadata.ReadingTime));
    }

    [Fact]
    public void The_table_of_contents_is_a_tree()
    {
        var toc = Given.Post("Text.\n\n# A\n\n## B\n\n#### C\n\n## D\n\n# E\n").Body.Toc;

        Assert.Equal(["a", "e"], toc.Select(entry => entry.Id));
        Assert.Equal(["b", "d"], toc[0].Children.Select(entry => entry.Id));
        Assert.Equal("c", Assert.Single(toc[0].Children[0].Children).Id);
    }

    [Fact]
    public void Links_are_listed_once_in_order_with_placeholders() =>
        Assert.Equal(
            ["kap:posts/b.md", "https://example.org/?a=1&b=2", "kap:title/C"],
            Given.Post("[b](b.md) <https://example.org/?a=1&b=2> [[C]] [again](b.md) [here](#x)").Body.Links
        );

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void The_machines_culture_changes_nothing(string culture)
    {
        const string text =
            "---\ntitle: INDIA İstanbul\ndate: 2024-03-05 12:00\ntags: [IDEAS, Über]\n---\n# TITLE I\n\n![a](I.PNG){width=10} \"quotes\" 1.5\n\n[[TITLE I]]\n";
        var expected = Given.Post(text);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new(culture);
            var post = Given.Post(text);

            Assert.Equal(expected.Body.Html, post.Body.Html);
            Assert.Equal(expected.Metadata.Date, post.Metadata.Date);
            Assert.Equal(["ideas", "uber"], post.Metadata.Tags.Select(tag => tag.Slug));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
