using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Terms;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;

namespace KapFunctions.Query.Tests;

/// <summary>The address that <c>site.yaml</c> gives a tag or an author is theirs everywhere.</summary>
public sealed class SiteTermTests : IDisposable
{
    private readonly TestIndex index = new();

    public void Dispose() => index.Dispose();

    [Theory]
    [InlineData("tag:news", "b,a")]
    [InlineData("tag:company-news", "")]
    [InlineData("primary_tag:news", "b,a")]
    [InlineData("tag:-news", "c")]
    [InlineData("tags.name:'Company News'", "b,a")]
    [InlineData("author:jane", "a")]
    [InlineData("author:dr-jane-doe", "")]
    [InlineData("primary_tag:hash-hidden", "")]
    [InlineData("tag:hash-hidden", "c")]
    [InlineData("tags.visibility:internal", "c")]
    [InlineData("primary_tag:null", "c")]
    public async Task Filters_know_the_address(string filter, string expected)
    {
        using var view = await SiteAsync();
        Assert.Equal(expected, string.Join(',', Find.Slugs(view, filter)));
    }

    [Fact]
    public async Task A_tag_is_counted_once_under_its_address_and_found_by_its_name_s_too()
    {
        using var view = await SiteAsync();

        var tags = view.Tags(new() { Limit = null }).Items;
        Assert.Equal([("hash-hidden", 1L), ("news", 2L)], tags.Select(tag => (tag.Tag.Slug, tag.Posts)));
        Assert.Equal("What is new", view.FindTag("news")!.Tag.Description);
        Assert.Equal("news", view.FindTag("company-news")!.Tag.Slug);
        Assert.Equal("jane", view.FindAuthor("dr-jane-doe")!.Author.Slug);
        Assert.Null(view.FindTag("none"));
    }

    [Fact]
    public async Task Internal_tags_are_listed_as_in_Ghost_and_told_apart()
    {
        using var view = await SiteAsync();

        var filter = KapFunctions.Query.Nql.NqlFilter.ParseTags("visibility:public").Filter;
        Assert.Equal(["news"], view.Tags(new() { Filter = filter }).Items.Select(tag => tag.Tag.Slug));
    }

    private Task<View> SiteAsync() =>
        index.ViewAsync(
            new SiteRow
            {
                Settings = new()
                {
                    Tags =
                    [
                        new()
                        {
                            Name = "Company News",
                            Slug = "news",
                            NameSlug = "company-news",
                            Description = "What is new",
                        },
                    ],
                    Authors =
                    [
                        new() { Name = "Site", Slug = "site" },
                        new()
                        {
                            Name = "Dr Jane Doe",
                            Slug = "jane",
                            NameSlug = "dr-jane-doe",
                        },
                    ],
                },
            },
            A.Post(
                "a",
                post =>
                    post with
                    {
                        Tags = [new("Company News", "company-news")],
                        Authors = [new("Dr Jane Doe", "dr-jane-doe")],
                    },
                daysAgo: 3
            ),
            A.Post("b", post => post with { Tags = [new("news", "news")] }, daysAgo: 2),
            A.Post("c", post => post with { Tags = [new("#Hidden", "hash-hidden")] }, daysAgo: 4)
        );
}
