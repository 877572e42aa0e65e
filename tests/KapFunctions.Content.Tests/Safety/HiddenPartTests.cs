namespace KapFunctions.Content.Tests.Safety;

/// <summary>What an author hid in a way that means nothing here is not shown for that.</summary>
public sealed class HiddenPartTests
{
    [Theory]
    [InlineData("<div hidden>SECRET</div>")]
    [InlineData("Text <span HIDDEN=''>SECRET</span> goes on.")]
    [InlineData("<p style=\"color: red; display:none\">SECRET</p>")]
    [InlineData("<p style=\"visibility : hidden\">SECRET</p>")]
    [InlineData("<p class=MsoNormal><span style='display:none;mso-hide:all'>SECRET</span>Text</p>")]
    [InlineData("<dialog>SECRET</dialog>")]
    [InlineData("<div class=\"note hidden\">SECRET</div>")]
    [InlineData("<div hidden>\n\n## SECRET\n\n- **SECRET** [SECRET](https://example.org/SECRET)\n\n</div>")]
    [InlineData("<template>\n\n## SECRET\n\nSECRET\n\n</template>")]
    [InlineData("::: {.content-hidden when-format=\"html\"}\n## SECRET\n\nSECRET\n:::")]
    [InlineData("SECRET\n{: style=\"display: none\"}")]
    [InlineData("SECRET\n{: hidden=\"hidden\"}")]
    [InlineData("## SECRET {.hidden}")]
    [InlineData("Text [SECRET]{.hidden} goes on.")]
    [InlineData("Text {{!-- SECRET --}} goes on.")]
    [InlineData("{{!-- SECRET\n\nSECRET --}}")]
    [InlineData("Text {{! SECRET }} goes on.")]
    [InlineData("Text <%# SECRET %> goes on.")]
    [InlineData("<%-- SECRET\n\nSECRET --%>")]
    [InlineData("<!— SECRET —>")]
    [InlineData("Text <!–- SECRET -–> goes on.")]
    [InlineData("<!- SECRET ->")]
    [InlineData("<!— SECRET\n\nSECRET —>")]
    public void Readers_get_nothing_of_it(string hidden)
    {
        var post = Given.Rendered($"---\ntitle: a\n---\nBefore.\n\n{hidden}\n\n## After\n\nAfter.\n").Post!;

        Assert.DoesNotContain("SECRET", post.Body.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", post.Body.PlainText, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", post.Metadata.Excerpt, StringComparison.Ordinal);
        Assert.Equal(["After"], post.Body.Toc.Select(entry => entry.Text));
        Assert.DoesNotContain(post.Body.Links, link => link.Contains("SECRET", StringComparison.Ordinal));
        Assert.Contains("<p>After.</p>", post.Body.Html, StringComparison.Ordinal);
        Assert.False(post.Metadata.Draft);
    }

    [Theory]
    [InlineData("<details><summary>More</summary>\n\nText.\n\n</details>", "Text.")]
    [InlineData("<p style=\"display: block\">Text.</p>", "Text.")]
    [InlineData("<div class=\"hidden md:block\">Text.</div>", "Text.")]
    [InlineData("<div class=\"d-none d-md-block\">Text.</div>", "Text.")]
    [InlineData("<span aria-hidden=\"true\">Text.</span>", "Text.")]
    [InlineData("Text {.hidden-gems}", "Text")]
    [InlineData("a <!- b", "a &lt;!- b")]
    [InlineData("`<!— x —>` and `{{! x }}`", "<code>&lt;!— x —&gt;</code> and <code>{{! x }}</code>")]
    public void What_is_shown_to_some_stays(string written, string html)
    {
        var result = Given.Rendered($"---\ntitle: a\n---\n{written}\n");

        Assert.Contains(html, result.Post!.Body.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Problems, problem => problem.Code == "html-hidden");
    }

    [Theory]
    [InlineData("For all.\n\n<!--members-only-->\n\nSECRET", 5)]
    [InlineData("<!-- wp:jetpack/paywall /-->\n\nSECRET", 3)]
    [InlineData("<!-- wp:premium-content/container -->\nSECRET", 3)]
    [InlineData(
        "<!-- wp:paragraph {\"metadata\":{\"blockVisibility\":false}} -->\n<p>SECRET</p>\n<!-- /wp:paragraph -->",
        3
    )]
    [InlineData("Text.\n\n[restrict userlevel=\"editor\"]SECRET[/restrict]", 5)]
    [InlineData("[members_only]\n\nSECRET\n\n[/members_only]", 3)]
    public void A_part_for_members_keeps_the_whole_file_back(string body, int line)
    {
        var result = Given.Rendered($"---\n---\n{body}\n");

        Assert.True(result.Post!.Metadata.Draft);
        var problem = Assert.Single(result.Problems, problem => problem.Code == "kept-back-part");
        Assert.Equal(line, problem.Line);
    }

    [Theory]
    [InlineData("Ghost cuts at `<!--members-only-->`.")]
    [InlineData("```html\n<!--members-only-->\n[restrict]x[/restrict]\n```")]
    [InlineData("A [private](/practice/) talk [private] and [/a].")]
    [InlineData("<!-- wp:paragraph -->\n<p>Text.</p>\n<!-- /wp:paragraph -->")]
    public void What_tells_of_such_marks_is_published(string body)
    {
        var result = Given.Rendered($"---\ntitle: a\n---\n{body}\n");

        Assert.False(result.Post!.Metadata.Draft);
        Assert.DoesNotContain(result.Problems, problem => problem.Code == "kept-back-part");
    }
}
