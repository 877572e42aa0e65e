using System.Text;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Tests.FrontMatter;

/// <summary>In doubt, keep back, and say so.</summary>
public sealed class HideTests
{
    [Theory]
    [InlineData("draft: ture", "kept-back-value", "draft: true")]
    [InlineData("draft: “true”", "kept-back-value", "draft: true")]
    [InlineData("draft: maybe", "kept-back-value", "nobody can tell")]
    [InlineData("draft: [true]", "kept-back-value", "draft")]
    [InlineData("draft: { on: true }", "kept-back-value", "draft")]
    [InlineData("draft: # true", "kept-back-value", "no value")]
    [InlineData("published: flase", "kept-back-value", "published: false")]
    [InlineData("private: 2", "kept-back-value", "private")]
    [InlineData("darft: true", "kept-back-key", "draft: true")]
    [InlineData("entwurf: ja", "kept-back-key", "draft: true")]
    [InlineData("brouillon: oui", "kept-back-key", "draft: true")]
    [InlineData("publicado: no", "kept-back-key", "published: false")]
    [InlineData("unlisted: yes", "kept-back-key", "hidden: true")]
    [InlineData("publised: false", "kept-back-key", "published: false")]
    [InlineData("sttaus: draft", "kept-back-key", "status: draft")]
    [InlineData("visibilty: members", "kept-back-key", "visibility")]
    [InlineData("active: false", "kept-back-key", "published: false")]
    [InlineData("ready: no", "kept-back-key", "published: false")]
    [InlineData("disabled: true", "kept-back-key", "hidden: true")]
    [InlineData("eleventyExcludeFromCollections: true", "kept-back-key", "hidden: true")]
    [InlineData("do_not_publish: yes", "kept-back-key", "draft: true")]
    [InlineData("vertraulich: ja", "kept-back-key", "private: true")]
    [InlineData("password: open sesame", "kept-back-key", "visibility: private")]
    [InlineData("access: members", "kept-back-key", "visibility: private")]
    [InlineData("audience: staff", "kept-back-key", "visibility: private")]
    [InlineData("wp_status: draft", "kept-back-key", "status: draft")]
    [InlineData("archived: true", "kept-back-key", "hidden: true")]
    [InlineData("type: draft", "kept-back-key", "draft: true")]
    [InlineData("status: drfat", "kept-back-status", "draft")]
    [InlineData("status: Draft (second version)", "kept-back-status", "draft")]
    [InlineData("visibility: pubilc", "kept-back-status", "public")]
    [InlineData("draft: true\ndraft: false", "kept-back-twice", "draft: false")]
    [InlineData("author:\n  name: Mara\n  draft: true", "kept-back-line", "draft: true")]
    [InlineData("title: \"Hello\n draft: true\"", "kept-back-line", "draft: true")]
    public void What_may_have_been_meant_to_hide_is_kept_back_with_an_error_that_says_why(
        string lines,
        string code,
        string says
    )
    {
        var result = Given.Rendered($"---\n{lines}\n---\nText.\n");

        Assert.True(result.Post!.Metadata.Draft);
        var problem = Assert.Single(result.Problems, problem => problem.Severity == Severity.Error);
        Assert.Equal(code, problem.Code);
        Assert.StartsWith("Kept back, because", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", problem.Message, StringComparison.Ordinal);
        Assert.Contains(says, problem.Message + problem.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft: ja")]
    [InlineData("draft: OUI")]
    [InlineData("draft: sí")]
    [InlineData("draft: si\u0301")]
    [InlineData("draft: ｔｒｕｅ")]
    [InlineData("draft: true\u00a0")]
    [InlineData("dra\u200bft: true")]
    [InlineData("draft\u00a0: true")]
    [InlineData("drаft: true")]
    [InlineData("Draft: 1")]
    [InlineData("published: nein")]
    [InlineData("publish: non")]
    [InlineData("private: wahr")]
    [InlineData("hidden: on")]
    [InlineData("status: Private")]
    [InlineData("status: in review")]
    [InlineData("status: In Prüfung")]
    [InlineData("status: [pending]")]
    [InlineData("status: rascunho")]
    public void What_clearly_hides_is_simply_read(string line)
    {
        var result = Given.Rendered($"---\ntitle: a\n{line}\n---\nText.\n");

        Assert.True(result.Post!.Metadata.Draft);
        Assert.Empty(result.Problems);
    }

    [Theory]
    [InlineData("published: 2024-03-01")]
    [InlineData("publisher: Jane Doe")]
    [InlineData("publisher: no")]
    [InlineData("status: published")]
    [InlineData("status: veröffentlicht")]
    [InlineData("visibility: öffentlich")]
    [InlineData("visibility: Public")]
    [InlineData("draft: nein")]
    [InlineData("published: sì")]
    [InlineData("raft: Mekong")]
    [InlineData("cover:\n  image: a.png\n  hidden: true")]
    [InlineData("comments: false\ntoc: true")]
    [InlineData("description: |\n  A long text\n  about drafts: they help")]
    [InlineData("# draft: true")]
    [InlineData("password: false")]
    [InlineData("active: true\nonline: yes\ninternal: false")]
    [InlineData("access: free\naudience: parents\ntype: concept\nshow: [date, author]")]
    [InlineData("description: |\n  Sessions\n  online: no, ready: no")]
    public void Ordinary_fields_stay_what_they_are(string lines)
    {
        var result = Given.Rendered($"---\ntitle: a\n{lines}\n---\nText.\n");

        Assert.False(result.Post!.Metadata.Draft);
        Assert.DoesNotContain(result.Problems, problem => problem.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("---\ntitle: a\ndraft: true\n---\nText.\n")]
    [InlineData("\n+++\ndraft = true\n+++\nText.\n")]
    public void A_second_head_below_the_first_is_heard_too(string rest)
    {
        var result = Given.Rendered("---\ntitle: a\ndraft: false\n---\n" + rest);

        Assert.True(result.Post!.Metadata.Draft);
        Assert.Contains(result.Problems, problem => problem.Code == "kept-back-text");
    }

    [Fact]
    public void A_line_across_the_page_is_no_second_head()
    {
        var result = Given.Rendered("---\ntitle: a\n---\n---\n\nHidden: true colours.\n");

        Assert.False(result.Post!.Metadata.Draft);
    }

    [Fact]
    public void A_status_of_a_garden_is_told_and_published()
    {
        var result = Given.Rendered("---\ntitle: a\nstatus: evergreen\n---\nText.\n");

        Assert.False(result.Post!.Metadata.Draft);
        Assert.Equal(("status-unknown", Severity.Warning), (result.Problems[0].Code, result.Problems[0].Severity));
    }

    [Fact]
    public void A_key_that_the_site_allows_is_the_authors_own()
    {
        const string text = "---\ntitle: a\ncraft: true\nunlisted: yes\n---\nText.\n";

        Assert.True(Given.Post(text.Replace("craft", "drat", StringComparison.Ordinal)).Metadata.Draft);
        Assert.False(Given.Post(text, settings: new() { DeliveredFrontmatter = ["unlisted"] }).Metadata.Draft);
    }

    [Theory]
    [InlineData("posts/draft/a.md")]
    [InlineData("posts/_drafts/b.md")]
    [InlineData("posts/_c.md")]
    [InlineData("posts/private/d.md")]
    [InlineData("posts/2024/_Private/e.md")]
    [InlineData("posts/Entwürfe/f.md")]
    [InlineData("posts/brouillons/g/index.md")]
    [InlineData("posts/un-published/h.md")]
    [InlineData("pages/_about.md")]
    public void A_place_that_says_so_hides_unless_the_head_says_otherwise(string path)
    {
        Assert.True(Given.Post("Text.\n", path).Metadata.Draft);
        Assert.True(Given.Post("---\ntitle: a\n---\nText.\n", path).Metadata.Draft);
        Assert.False(Given.Post("---\ndraft: false\n---\nText.\n", path).Metadata.Draft);
        Assert.True(Given.Post("---\ndraft: flase\n---\nText.\n", path).Metadata.Draft);
    }

    [Theory]
    [InlineData("posts/_posts/a.md")]
    [InlineData("posts/walks/_index.md")]
    [InlineData("posts/walks/_index.de.md")]
    [InlineData("posts/drafting/a.md")]
    [InlineData("posts/draft.md")]
    public void An_ordinary_place_hides_nothing(string path) =>
        Assert.False(Given.Post("Text.\n", path).Metadata.Draft);

    [Theory]
    [InlineData("title: Hello\ndraft: true\n---\nText.\n", true)]
    [InlineData("title: Hello\ntags: a\n---\nText.\n", false)]
    [InlineData("----\ntitle: Hello\ndraft: true\n----\nText.\n", true)]
    [InlineData("–––\ntitle: Hello\n–––\nText.\n", false)]
    [InlineData("—\ntitle: Hello\n—\nText.\n", false)]
    [InlineData("- - -\ntitle: Hello\n- - -\nText.\n", false)]
    [InlineData("___\ntitle: Hello\n___\nText.\n", false)]
    [InlineData("===\ntitle: Hello\n===\nText.\n", false)]
    [InlineData("--- # my post\ntitle: Hello\ndraft: true\n---\nText.\n", true)]
    [InlineData("---title: Hello\ndraft: true\n---\nText.\n", true)]
    [InlineData("A line of text.\n---\ntitle: Hello\ndraft: true\n---\nText.\n", true)]
    [InlineData("A line of text.\n\n---\ntitle: Hello\n---\nText.\n", false)]
    [InlineData("---\n---\ntitle: Hello\ndraft: true\n---\nText.\n", true)]
    [InlineData("++++\ntitle = \"Hello\"\ndraft = true\n++++\nText.\n", true)]
    [InlineData("title = \"Hello\"\ndraft = true\n+++\nText.\n", true)]
    [InlineData("\"title\": \"Hello\",\n\"draft\": true\n}\nText.\n", true)]
    [InlineData("{title: \"Hello\", draft: true}\nText.\n", true)]
    [InlineData("{\n\"title\": \"Hello\",\n\"draft\": true\n\nText.\n", true)]
    [InlineData("---\ntitle: Hello\ndraft: true\n\nText.\n", true)]
    [InlineData("---\ntitle: Hello\ndraft: true\n----\nText.\n", true)]
    [InlineData("```yaml\ntitle: Hello\ndraft: true\n```\nText.\n", true)]
    public void A_head_that_is_not_written_as_one_is_no_article(string text, bool withdraws)
    {
        var result = Given.Rendered(text);

        Assert.True(result.Post is null || result.Post.Metadata.Draft);
        Assert.Contains(result.Problems, problem => problem.Severity == Severity.Error);
        Assert.Equal(withdraws, result.Withdraws || result.Post is not null);
    }

    [Theory]
    [InlineData("\n\n  ---\n  title: Hello\n  tags:\n    - a\n  ---\nText.\n")]
    [InlineData("\u200b\n---\ntitle: Hello\ntags: a\n---\nText.\n")]
    [InlineData("\ufeff\ufeff---\ntitle: Hello\ntags: a\n---\nText.\n")]
    [InlineData("---\u00a0\r\ntitle: Hello\r\ntags: a\r\n---\u200b\r\nText.\r\n")]
    public void Blanks_above_and_before_a_head_are_read_over(string text)
    {
        var post = Given.Post(text);

        Assert.Equal(
            ("Hello", "a", "<p>Text.</p>\n"),
            (post.Metadata.Title, post.Metadata.Tags[0].Name, post.Body.Html)
        );
    }

    [Theory]
    [InlineData("Mara: Good morning.\n\nPeter: Good morning.\n\nMara: Shall we begin?\n")]
    [InlineData("Note: this is old.\n\nText.\n")]
    [InlineData("# Walks\n\nNote: this is old.\n\nText.\n")]
    [InlineData("Source: a book.\n\nText.\n\n---\n\nMore: here.\n")]
    [InlineData("---\n\nA text below a line.\n\n---\n\nMore.\n")]
    [InlineData("# How to write a head\n\n```yaml\n---\ntitle: Hello\ndraft: true\n---\n```\n")]
    [InlineData("Draft: how I write\n\nText about drafts.\n")]
    public void Interviews_and_notes_stay_articles(string text)
    {
        var result = Given.Rendered(text);

        Assert.False(result.Post!.Metadata.Draft);
        Assert.DoesNotContain(result.Problems, problem => problem.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("Status: Draft")]
    [InlineData("Published: No")]
    [InlineData("**Status:** Draft")]
    [InlineData("Draft: ture")]
    public void Properties_that_notion_exports_below_the_heading_hide(string line)
    {
        var result = Given.Rendered(
            $"# Autumn walks\n\nCreated: March 3, 2026 10:12 AM\nTags: Grief\n{line}\n\nText.\n"
        );

        Assert.True(result.Post!.Metadata.Draft);
        Assert.Equal(
            "kept-back-text",
            Assert.Single(result.Problems, problem => problem.Severity == Severity.Error).Code
        );
    }

    [Theory]
    [InlineData("---\ntitle: [a, [b\ndraft: true\n---\nText.\n")]
    [InlineData("---\ntitle: a\ndraft: true\n")]
    [InlineData("+++\ntitle = {\ndraft = true\n+++\nText.\n")]
    [InlineData("{\n  \"title\": \"a\"\n  \"draft\": true\n}\nText.\n")]
    [InlineData("---js\n{ title: \"Hello\", draft: true }\n---\nText.\n")]
    public void A_head_that_cannot_be_read_withdraws_where_a_line_of_it_hides(string text)
    {
        var result = Given.Rendered(text);

        Assert.True(result.Withdraws || result.Post?.Metadata.Draft == true);
        Assert.Contains(result.Problems, problem => problem.Severity == Severity.Error);
        Assert.False(Given.Rendered(text.Replace("draft", "featured", StringComparison.Ordinal)).Withdraws);
    }

    [Fact]
    public void A_draft_in_an_encoding_that_is_not_ours_withdraws()
    {
        var bytes = Encoding.Unicode.GetBytes("---\ntitle: caf\uE900\ndraft: true\n---\nText.\n").Append((byte)0xE9);

        Assert.True(PostRenderer.Render(new("posts/a.md", bytes.ToArray()), new()).Withdraws);
    }

    [Fact]
    public void What_is_hidden_anyway_needs_no_version_in_its_place()
    {
        var result = Given.Rendered("---\ntitle: a\ndraft: true\ndate: tomorrow\n---\nText.\n");

        Assert.True(result.Post!.Metadata.Draft);
        Assert.Equal(["date-unreadable"], Given.Codes(result));
    }

    [Theory]
    [InlineData("title: Hello\ndraft true", true)]
    [InlineData("title: Hello\ndraft:true", true)]
    [InlineData("title: Hello\ndraft = true", true)]
    [InlineData("draft:true", true)]
    [InlineData("title: Hello\n  draft: true", true)]
    [InlineData("title: Hellodraft: true", true)]
    [InlineData("tags: [a, b]draft: true", true)]
    [InlineData("title: \"Hello\ndraft: true", true)]
    [InlineData("title:Hello\ntags: [a, b]", false)]
    [InlineData("title: \"Hello\ntags: [a, b]\ndescription: \"More\"", false)]
    [InlineData("title: Hello\ntags: [a, b\nmood: calm", false)]
    [InlineData("title: Hello\ntags [a, b]", false)]
    public void What_yaml_stumbles_over_is_mended_and_never_loses_a_switch(string lines, bool isHidden)
    {
        var result = Given.Rendered($"---\n{lines}\n---\nText.\n");

        Assert.Equal(isHidden, result.Post!.Metadata.Draft);
        Assert.NotEmpty(result.Problems);
    }

    [Fact]
    public void No_sentence_of_the_desks_templates_can_be_published_in_any_language()
    {
        var sentences = Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "desk"), "*.ts")
            .Select(System.IO.File.ReadAllText)
            .SelectMany(words =>
                words[words.IndexOf("sentences: {", StringComparison.Ordinal)..].Split('}')[0].Split('"')
            )
            .Where(text => text.EndsWith('.'))
            .ToList();

        Assert.Equal(7 * 3, sentences.Count);
        Assert.All(
            sentences,
            sentence =>
            {
                Assert.Contains("template-text", Given.Codes(Given.Rendered($"---\ntitle: a\n---\n{sentence}\n")));
                Assert.Empty(Given.Rendered($"---\ntitle: a\ndraft: true\n---\n{sentence}\n").Problems);
            }
        );
    }

    [Theory]
    [InlineData("a:b\n")]
    [InlineData("draft:x\n")]
    [InlineData("title \"x\n")]
    [InlineData("- x\n -y\n")]
    [InlineData("tags: [a, b\n")]
    public void A_head_full_of_slips_is_judged_in_time(string slip)
    {
        var watch = ThreadClock.Start();
        var head = string.Concat(Enumerable.Repeat(slip, 16_000 / slip.Length));
        Given.Rendered($"---\n{head}---\nText.\n");
        Given.Rendered($"+++\n{head}+++\nText.\n");

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }

    [Fact]
    public void A_head_full_of_near_switches_is_judged_in_time()
    {
        var head = new StringBuilder();
        for (var i = 0; head.Length < 16_000; i++)
        {
            head.Append("publishe").Append((char)('a' + i % 26)).Append(i % 7).Append(": flase\n");
        }
        var watch = ThreadClock.Start();
        var result = Given.Rendered($"---\n{head}---\nText.\n");

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.True(result.Post!.Metadata.Draft);
        Assert.InRange(result.Problems.Count, 1, ProblemLog.MaxProblems);
    }
}
