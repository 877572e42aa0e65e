using System.Text.Json;
using KapFunctions.Content.PageHead;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;

namespace KapFunctions.Content.Tests.PageHead;

public sealed class HeadTests
{
    private static readonly SiteSettings Site = new() { Title = "Locally Well" };

    private static readonly PageFacts Page = new()
    {
        Url = "https://example.org/a/",
        SiteUrl = "https://example.org/",
        Published = new(2024, 3, 5, 9, 30, 0, TimeSpan.Zero),
        Image = "https://example.org/a.png",
        Authors = [new("Jane Doe", "https://example.org/author/jane/")],
    };

    [Fact]
    public void A_post_is_a_blog_posting()
    {
        var json = Parse(Given.Metadata("title: A </script> walk\ntags: [Health]"));

        Assert.Equal("BlogPosting", json.GetProperty("@type").GetString());
        Assert.Equal("A </script> walk", json.GetProperty("headline").GetString());
        Assert.Equal("2024-03-05T09:30:00Z", json.GetProperty("datePublished").GetString());
        Assert.Equal("Jane Doe", json.GetProperty("author")[0].GetProperty("name").GetString());
        Assert.Equal("Locally Well", json.GetProperty("publisher").GetProperty("name").GetString());
    }

    [Fact]
    public void A_reviewed_post_is_a_medical_page_too()
    {
        var json = Parse(
            Given.Metadata("reviewed: 2024-03-05\nreviewed_by: Dr. Roe\nsources: [https://example.org/study]")
        );

        Assert.Equal(
            ["BlogPosting", "MedicalWebPage"],
            json.GetProperty("@type").EnumerateArray().Select(type => type.GetString())
        );
        Assert.Equal("2024-03-05", json.GetProperty("lastReviewed").GetString());
        Assert.Equal("Dr. Roe", json.GetProperty("reviewedBy").GetProperty("name").GetString());
        Assert.Equal("https://example.org/study", json.GetProperty("citation")[0].GetProperty("url").GetString());
    }

    [Fact]
    public void Json_cannot_end_the_script_it_stands_in() =>
        Assert.DoesNotContain('<', JsonLd.Of(Given.Metadata("title: </script><script>alert(1)"), Site, Page));

    [Fact]
    public void Share_values_fall_back_to_what_the_page_says_of_itself()
    {
        var tags = ShareTags
            .Of(Given.Metadata("title: A\nog_title: For sharing\nexcerpt: Sum."), Site, Page)
            .ToDictionary();

        Assert.Equal(
            ("For sharing", "Sum.", "For sharing"),
            (tags["og:title"], tags["og:description"], tags["twitter:title"])
        );
        Assert.Equal(("summary_large_image", "https://example.org/a.png"), (tags["twitter:card"], tags["og:image"]));
    }

    private static JsonElement Parse(PostMetadata post) => JsonDocument.Parse(JsonLd.Of(post, Site, Page)).RootElement;
}
