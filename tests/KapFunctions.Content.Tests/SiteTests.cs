using KapFunctions.Content.Settings;
using KapFunctions.Content.Site;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Tests;

public sealed class SiteTests
{
    private const string Site = """
        title: Locally Well
        description: Notes
        url: https://example.org/
        language: de_DE
        timezone: Europe/Berlin
        logo: media/logo.png
        accent_color: "#2F6F6A"
        navigation:
          - label: Home
            url: /
          - label: Bad
            url: javascript:alert(1)
        authors:
          - name: Jane Doe
            slug: jane
            profile_image: media/jane.jpg
            twitter: "@jane"
          - John Roe
        tags:
          Health: { description: Body and mind }
        social:
          instagram: locallywell
        frontmatter: [mood, colour]
        webhooks:
          - url: https://example.org/hook
            events: [post.published]
          - url: ftp://example.org/elsewhere
        colour: blue
        """;

    [Fact]
    public void How_long_reviews_hold_is_read_for_the_site_and_for_its_tags()
    {
        var site = SiteParser.Parse(
            Given.File(
                "review_every: 2 years\ntags:\n- name: Health\n  slug: h\n  review_every: 1 year\n- name: Other\n  review_every: soon\n",
                "site.yaml"
            )
        );

        Assert.Equal("24 months", site.Settings!.Rendering.ReviewEvery);
        Assert.Equal(
            [new TagReviewEvery("h", "12 months"), new TagReviewEvery("health", "12 months")],
            site.Settings.Rendering.ReviewEveryByTag
        );
        Assert.Equal((7, "site-value"), (Assert.Single(site.Problems).Line, Assert.Single(site.Problems).Code));
        Assert.NotEqual(new RenderSettings().Fingerprint, site.Settings.Rendering.Fingerprint);
        Assert.Equal(
            new RenderSettings().FingerprintOf(RenderDependencies.Language),
            site.Settings.Rendering.FingerprintOf(RenderDependencies.Language)
        );
    }

    [Theory]
    [InlineData("someone", true)]
    [InlineData("\"@someone@example.social\"", true)]
    [InlineData("in/some-one_1.2", true)]
    [InlineData("https://example.org/someone", true)]
    [InlineData("\"javascript:alert(1)\"", false)]
    [InlineData("\"java\\tscript:alert(1)\"", false)]
    [InlineData("\"data:text/html,x\"", false)]
    [InlineData("\"x\\\" onclick=\\\"y\"", false)]
    public void A_social_account_is_a_name_or_a_web_address(string written, bool isTaken)
    {
        var read = SiteParser.Parse(Given.File($"title: T\nsocial:\n  facebook: {written}\n", SiteSettings.Path));

        Assert.Equal(isTaken, read.Settings!.Social.ContainsKey("facebook"));
        Assert.Equal(isTaken ? [] : [("site-value", 3)], read.Problems.Select(problem => (problem.Code, problem.Line)));
    }

    [Theory]
    [InlineData("media/icon.png", true)]
    [InlineData("/logo", true)]
    [InlineData("https://example.org/icon.svg", true)]
    [InlineData("\"#icon\"", false)]
    [InlineData("\"?icon\"", false)]
    [InlineData("icon", false)]
    [InlineData("\"http://[icon\"", false)]
    [InlineData("\"https:\"", false)]
    public void A_picture_of_the_site_stands_at_an_address_that_can_be_asked_for(string written, bool isTaken)
    {
        var read = SiteParser.Parse(Given.File($"title: T\nicon: {written}\n", SiteSettings.Path));

        Assert.Equal(isTaken, read.Settings!.Icon is not null);
        Assert.Equal(
            isTaken ? [] : [("site-value", 2)],
            read.Problems.Where(problem => problem.Code == "site-value").Select(problem => (problem.Code, problem.Line))
        );
    }

    [Fact]
    public void Twenty_targets_are_called_and_the_others_told_of()
    {
        var hooks = string.Concat(Enumerable.Range(1, 30).Select(i => $"  - url: https://example.org/{i}\n"));

        var read = SiteParser.Parse(Given.File($"title: T\nwebhooks:\n{hooks}", SiteSettings.Path));

        Assert.Equal(20, read.Settings!.Webhooks.Count);
        Assert.Equal("site-value", Assert.Single(read.Problems).Code);
    }

    [Fact]
    public void A_site_says_who_it_is()
    {
        var settings = SiteParser.Parse(Given.File(Site, SiteSettings.Path)).Settings!;

        Assert.Equal(
            ("Locally Well", "https://example.org", "kap:media/logo.png", "#2f6f6a"),
            (settings.Title, settings.Url, settings.Logo, settings.AccentColor)
        );
        Assert.Equal(("de-DE", "Europe/Berlin"), (settings.Rendering.Language, settings.Rendering.TimeZone));
        Assert.Equal(["colour", "mood"], settings.Rendering.DeliveredFrontmatter);
        Assert.Equal([new("Home", "/")], settings.Navigation);
        Assert.Equal(["jane", "john-roe"], settings.Authors.Select(author => author.Slug));
        Assert.Equal(
            ("kap:media/jane.jpg", "@jane"),
            (settings.Authors[0].ProfileImage, settings.Authors[0].Social["twitter"])
        );
        Assert.Equal(
            ("Health", "health", "Body and mind"),
            (settings.Tags[0].Name, settings.Tags[0].Slug, settings.Tags[0].Description)
        );
        Assert.Equal("locallywell", settings.Social["instagram"]);
        Assert.Equal("https://example.org/hook", Assert.Single(settings.Webhooks).Url);
    }

    [Fact]
    public void What_cannot_be_used_is_told_and_its_default_stays()
    {
        var codes = SiteParser
            .Parse(Given.File(Site, SiteSettings.Path))
            .Problems.Select(problem => $"{problem.Code} {problem.Line}");

        Assert.Equal(["site-value 8", "site-value 24", "site-unknown-key 28"], codes);
    }

    [Fact]
    public void A_broken_file_keeps_the_last_good_settings()
    {
        var result = SiteParser.Parse(Given.File("title: [", SiteSettings.Path));

        Assert.Null(result.Settings);
        Assert.Equal("site-syntax", Assert.Single(result.Problems).Code);
    }

    [Theory]
    [InlineData("synonyms: [[low mood, depression], [treating, treatment]]", 2, 0)]
    [InlineData("synonyms: [[low mood, depression], alone, [one]]", 1, 1)]
    [InlineData("synonyms: [low mood, depression]", 0, 1)]
    [InlineData("synonyms: [[a, b, c, d, e, f, g, h, i, j, k]]", 0, 1)]
    [InlineData("synonyms: low mood", 0, 1)]
    public void Synonyms_are_lists_of_words(string written, int lists, int problems)
    {
        var result = SiteParser.Parse(Given.File(written, SiteSettings.Path));

        Assert.Equal((lists, problems), (result.Settings!.Synonyms.Count, result.Problems.Count));
    }

    [Fact]
    public void Synonyms_are_bounded()
    {
        var lists = string.Join(", ", Enumerable.Repeat("[one, two]", 1000).Append($"[{new string('a', 500)}, b]"));

        var result = SiteParser.Parse(Given.File($"synonyms: [{lists}]", SiteSettings.Path));

        Assert.Equal(200, result.Settings!.Synonyms.Count);
        Assert.Equal("site-value", Assert.Single(result.Problems).Code);
    }
}
