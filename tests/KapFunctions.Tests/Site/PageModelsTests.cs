using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Reading;
using KapFunctions.Site;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;

namespace KapFunctions.Tests.Site;

/// <summary>What templates are given, without a host and without storage.</summary>
public sealed class PageModelsTests : IDisposable
{
    private static readonly PublicAddresses Paths = new("", "", _ => null, _ => null, (_, _) => []);
    private static readonly PublicAddresses Addresses = new(
        "https://example.org",
        "",
        _ => null,
        _ => null,
        (_, _) => []
    );

    private readonly TestIndex index = new();

    public void Dispose() => index.Dispose();

    [Fact]
    public async Task The_pages_of_a_list_lead_to_each_other_and_say_where_they_stand()
    {
        var models = await ModelsAsync();

        Assert.Equal(
            [("/page/2/", null), ("/page/3/", "/"), (null, "/page/2/")],
            Enumerable
                .Range(1, 3)
                .Select(number =>
                {
                    var page = models.Home();
                    models.AddList(page, new([], Total: 25), number, size: 10);
                    return ((string?)page["older"], (string?)page["newer"]);
                })
        );
    }

    [Fact]
    public async Task A_later_page_of_a_list_has_an_address_and_a_title_of_its_own()
    {
        var models = await ModelsAsync();
        var page = models.Home();
        models.AddList(page, new([], Total: 25), number: 2, size: 10);

        Assert.Equal("https://example.org/page/2/", page["canonical"]);
        Assert.EndsWith("2", (string)page["title"]!);
    }

    [Fact]
    public async Task A_title_carries_the_sites_name_where_both_fit()
    {
        var models = await ModelsAsync();

        Assert.Equal("Short – Practice", models.Post(Titled("Short"), new(), [])["title"]);
        Assert.Equal(new string('x', 70), models.Post(Titled(new('x', 70)), new(), [])["title"]);
    }

    [Theory]
    [InlineData("America/Los_Angeles", 2025)]
    [InlineData("Pacific/Auckland", 2026)]
    public async Task A_post_stands_in_the_year_in_which_it_appeared_where_the_site_is(string zone, int year)
    {
        var newYear = A.Post("hello", post => post with { Date = new(2026, 1, 1, 0, 30, 0, TimeSpan.Zero) });
        var models = await ModelsAsync(site => site with { Rendering = site.Rendering with { TimeZone = zone } });

        var years = (Dictionary<string, object?>[])models.Archive(new([newYear], 1), 1, 100)["years"]!;

        Assert.Equal(year, Assert.Single(years)["year"]);
    }

    [Theory]
    [InlineData("missing", false)]
    [InlineData("gone", true)]
    [InlineData("blocked", true)]
    public async Task What_is_not_there_has_no_address_that_search_engines_may_keep(string why, bool isGone)
    {
        var page = (await ModelsAsync()).Missing(why);

        Assert.Equal((null, "noindex", isGone), (page["canonical"], page["robots"], page["is_gone"]));
    }

    [Fact]
    public async Task A_picture_of_another_host_is_not_given_to_a_template()
    {
        var models = await ModelsAsync();
        var post = A.Post("hello", post => post with { FeatureImage = "https://elsewhere.example/a.png" });

        var given = (Dictionary<string, object?>)models.Post(post, new(), [])["post"]!;

        Assert.Null(given["image"]);
    }

    [Fact]
    public async Task Only_a_post_about_health_ends_in_the_disclaimer()
    {
        var models = await ModelsAsync(site => site with { Disclaimer = "No advice." });
        var reviewed = A.Post("reviewed", post => post with { Reviewed = new(2026, 1, 1) });

        Assert.Equal("No advice.", Given(models, reviewed)["disclaimer"]);
        Assert.Null(Given(models, A.Post("plain"))["disclaimer"]);
    }

    private static Dictionary<string, object?> Given(PageModels models, PostRow post) =>
        (Dictionary<string, object?>)models.Post(post, new(), [])["post"]!;

    private static PostRow Titled(string title) => A.Post("hello", post => post with { Title = title });

    private async Task<PageModels> ModelsAsync(Func<SiteSettings, SiteSettings>? with = null)
    {
        var settings = new SiteSettings { Title = "Practice" };
        var site = new SiteRow { Settings = with is null ? settings : with(settings) };
        return new(await index.ViewAsync(site), Paths, Addresses);
    }
}
