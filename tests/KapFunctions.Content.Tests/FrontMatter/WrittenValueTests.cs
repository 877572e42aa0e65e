namespace KapFunctions.Content.Tests.FrontMatter;

/// <summary>Values as other programs and people write them, and what was meant.</summary>
public sealed class WrittenValueTests
{
    [Theory]
    [InlineData("tags: sleep; grief", "sleep|grief")]
    [InlineData("tags: sleep | grief", "sleep|grief")]
    [InlineData("tags: 睡眠，悲伤、焦虑", "睡眠|悲伤|焦虑")]
    [InlineData("tags: Health & Wellness", "Health & Wellness")]
    [InlineData("tags: Sleep Health & Wellness", "Sleep|Health & Wellness")]
    [InlineData("tags: Health &amp; Wellness", "Health & Wellness")]
    [InlineData("tags: \"['a', 'b']\"", "a|b")]
    [InlineData("tags: [\"-\", \"&\", a, 🎉]", "a|🎉")]
    [InlineData("tags:\n  - \"[[Sleep]]\"\n  - \"[[notes/Grief|grief]]\"", "Sleep|grief")]
    [InlineData("tags: [[Sleep]]", "Sleep")]
    [InlineData("tags: [[a, b], c]", "a|b|c")]
    public void Tags_are_told_apart_by_what_stands_between_them(string head, string tags) =>
        Assert.Equal(tags, string.Join('|', Given.Metadata(head).Tags.Select(tag => tag.Name)));

    [Theory]
    [InlineData("author: Jane Doe <jane@example.org>")]
    [InlineData("author: \"[[Jane Doe]]\"")]
    [InlineData("author: \"[[People/Jane Doe]]\"")]
    [InlineData("author: [[Jane Doe]]")]
    [InlineData("authors:\n  - name: Jane Doe")]
    public void An_author_is_a_name_however_it_is_written(string head) =>
        Assert.Equal(["Jane Doe"], Given.Metadata(head).Authors.Select(author => author.Name));

    [Theory]
    [InlineData("2024-03-05", "date: \"[[2024-03-05]]\"")]
    [InlineData("2024-03-05", "date: [[2024-03-05]]")]
    [InlineData("2024-03-05T00:30", "date: 2024-03-05 09:30 JST")]
    [InlineData("2024-03-05T09:30", "date: 2024-03-05 09:30 +0000 (QQT)")]
    public void A_date_is_read_from_Obsidians_links_and_with_the_zones_of_the_world(string date, string head) =>
        Assert.Equal(DateTimeOffset.Parse(date + "Z", null), Given.Metadata(head).Date);

    [Theory]
    [InlineData("QQT")]
    [InlineData("IST")]
    public void A_zone_that_nobody_knows_or_that_may_be_three_leaves_the_hour_open_and_is_told(string zone)
    {
        var result = Given.Rendered($"---\ndate: 2024-03-05 09:30 {zone}\n---\nText.\n");

        Assert.Null(result.Post);
        Assert.Contains("date-unreadable", Given.Codes(result));
    }

    [Theory]
    [InlineData("embargo: 2099-05-01")]
    [InlineData("go_live: 2099-05-01")]
    [InlineData("available from: 2099-05-01")]
    [InlineData("embargoed_until: 2099-05-01")]
    public void A_day_before_which_nobody_is_to_see_it_is_its_date(string head)
    {
        var result = Given.Rendered($"---\n{head}\n---\nText.\n");

        Assert.Equal(2099, result.Post!.Metadata.Date?.Year);
        Assert.Contains("date-key", Given.Codes(result));
    }

    [Theory]
    [InlineData("headless: true")]
    [InlineData("build:\n  render: never")]
    [InlineData("build:\n  render: false\n  list: never")]
    [InlineData("render: false")]
    [InlineData("permalink: false")]
    public void What_another_generator_makes_no_page_of_is_kept_back(string head) =>
        Assert.True(Given.Metadata(head).Draft);

    [Theory]
    [InlineData("headless: false")]
    [InlineData("build:\n  render: always")]
    [InlineData("build:\n  list: never")]
    [InlineData("render: true")]
    public void What_it_makes_one_of_is_not(string head) => Assert.False(Given.Metadata(head).Draft);

    [Theory]
    [InlineData("kap:media/lake.png", "image: \"![A lake](media/lake.png)\"")]
    [InlineData("kap:media/my%20lake.png", "image: \"![A lake](<media/my lake.png> \\\"Title\\\")\"")]
    [InlineData("kap:file/posts/lake.png", "image: \"[[lake.png]]\"")]
    [InlineData("kap:file/posts/lake.png", "image: \"![[lake.png]]\"")]
    [InlineData("kap:file/posts/lake.png", "image: [[lake.png]]")]
    [InlineData("kap:media/a.png", "header:\n  overlay_image: /media/a.png\n  teaser: /media/b.png")]
    [InlineData(null, "image: none")]
    public void A_picture_is_found_however_its_address_is_written(string? address, string head) =>
        Assert.Equal(address, Given.Metadata(head).FeatureImage);

    [Fact]
    public void The_words_of_a_picture_in_Markdown_are_its_text() =>
        Assert.Equal("A lake", Given.Metadata("image: \"![A lake](media/lake.png)\"").FeatureImageAlt);

    [Theory]
    [InlineData("image: \"#x\"")]
    [InlineData("image: \"?x=1\"")]
    [InlineData("image: mailto:a@example.org")]
    [InlineData("image: https://exa mple.org/a.png")]
    [InlineData("og_image: \"#x\"\nimage: media/a.png")]
    [InlineData("canonical: example.org/a")]
    [InlineData("canonical: \"#x\"")]
    public void What_no_browser_could_ask_for_is_no_address(string head) =>
        Assert.Contains("field-address", Given.Codes(Given.Rendered($"---\n{head}\n---\nText.\n")));

    [Theory]
    [InlineData("A b & c", "excerpt: \"<p>A <b>b</b> &amp; c</p>\"")]
    [InlineData("A link and bold", "description: \"A [link](https://example.org) and **bold**\"")]
    [InlineData("Use the <div> element, never <x></x>", "excerpt: Use the <div> element, never <x></x>")]
    [InlineData("For <Name>, 2 * 3 * 4", "description: \"For <Name>, 2 * 3 * 4\"")]
    public void A_summary_is_text_whatever_marks_its_author_gave_it(string excerpt, string head) =>
        Assert.Equal(excerpt, Given.Metadata(head).Excerpt);

    [Theory]
    [InlineData("featured: True")]
    [InlineData("featured: \"yes\"")]
    [InlineData("featured: 1")]
    public void A_switch_is_on_in_any_spelling(string head) => Assert.True(Given.Metadata(head).Featured);

    [Theory]
    [InlineData("[A study (2020)](https://example.org/a_(b))", "A study (2020)", "https://example.org/a_(b)")]
    [InlineData("<https://example.org/c>", "https://example.org/c", "https://example.org/c")]
    [InlineData("Doe, J. (2020). Sleep. https://doi.org/10.1/x", "Doe, J. (2020). Sleep.", "https://doi.org/10.1/x")]
    [InlineData("Doe, J. (2020). Sleep. doi:10.1000/182.", "Doe, J. (2020). Sleep.", "https://doi.org/10.1000/182")]
    [InlineData("doi:10.1000/182", "doi:10.1000/182", "https://doi.org/10.1000/182")]
    [InlineData("A book of 1999", "A book of 1999", null)]
    public void A_source_leads_where_its_address_or_its_DOI_does(string written, string title, string? url)
    {
        var source = Assert.Single(Given.Metadata($"sources:\n  - '{written}'").Sources);

        Assert.Equal((title, url), (source.Title, source.Url));
    }

    [Theory]
    [InlineData("permalink: https://example.org/2024/my-post.html?x#y")]
    [InlineData("url: https://example.org/2024/my-post/")]
    public void A_whole_address_gives_its_end(string head) => Assert.Equal("my-post", Given.Metadata(head).Slug);

    [Theory]
    [InlineData("---\ntitle: A long\ntitle that goes on\n---\nText.\n", "front-matter-syntax", 2)]
    [InlineData("---\ntitle: One\nTitle: Two\n---\nText.\n", "front-matter-duplicate-key", 3)]
    [InlineData("\\---\ntitle: A\ndraft: true\n\\---\nText.\n", "head-misplaced", 1)]
    [InlineData(";;;\n\"title\":\"A\",\n\"draft\":true\n;;;\nText.\n", "head-misplaced", 1)]
    public void A_head_that_would_say_something_else_is_told_at_its_line(string text, string code, int line)
    {
        var problem = Assert.Single(Given.Rendered(text).Problems);

        Assert.Equal((code, line), (problem.Code, problem.Line));
    }
}
