using KapFunctions.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Site;

/// <summary>A reader's way through the site, on a phone and at a desk.</summary>
public sealed class ReadersWayTests(ReadingSite reading) : IClassFixture<ReadingSite>
{
    [TheoryWith<Chromium>]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_first_page_to_everything_that_it_leads_to(bool isPhone)
    {
        await using var reader = await VisitAsync(isPhone);
        var page = reader.Page;

        await reader.OpenAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Therapy at a human pace");
        await Expect(page.Locator(".site-header .button"))
            .ToHaveAttributeAsync("href", "https://booking.example/lanternfield");
        await page.Locator(".stands-out a").ClickAsync();

        await Expect(page).ToHaveTitleAsync("Ketamine-assisted psychotherapy, explained plainly");
        await Expect(page.Locator(".updated")).ToContainTextAsync("Updated:");
        await Expect(page.Locator(".reviewed")).ToContainTextAsync("Reviewed by");
        await Expect(page.Locator("figure.embed-spotify > a")).ToHaveCountAsync(1);
        await Expect(page.Locator(".disclaimer")).ToBeVisibleAsync();
        await page.Locator(".toc summary").ClickAsync();
        await page.Locator(".toc a").First.ClickAsync();
        await Expect(page.Locator(":target")).ToBeInViewportAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "See all" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Archive");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sleep and Low Mood" }).ClickAsync();
        await page.Locator(".tags a").First.ClickAsync();
        await Expect(page.Locator(".posts")).ToContainTextAsync("Sleep and Low Mood");
        await page.GoBackAsync();
        await page.Locator("a[rel=author]").First.ClickAsync();
        await Expect(page.Locator(".page-head .portrait")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "All posts" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(reading.Site.Address, "/page/1/").AbsoluteUri);
        await page.GetByRole(AriaRole.Link, new() { Name = "Older" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(reading.Site.Address, "/page/2/").AbsoluteUri);
        await Expect(page.Locator(".posts")).ToContainTextAsync("Short note 5");
        await page.GetByRole(AriaRole.Link, new() { Name = "Newer" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(reading.Site.Address, "/page/1/").AbsoluteUri);
        await page.Locator(".site-name").ClickAsync();
        await Expect(page).ToHaveURLAsync(reading.Site.Address.AbsoluteUri);
    }

    [TheoryWith<Chromium>]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_is_lost_is_shown_the_way(bool isPhone)
    {
        await using var reader = await VisitAsync(isPhone);

        Assert.Equal(404, await reader.OpenAsync("/tag/..%2f/"));
        Assert.Equal(410, await reader.OpenAsync("/gone/"));
        await Expect(reader.Page.Locator("h1")).ToHaveTextAsync("This page is gone");
        await reader.Page.GetByLabel("What are you looking for?").FillAsync("grief");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.Locator("#results")).ToContainTextAsync("Grief Has No Schedule");
        Assert.Equal(404, await reader.OpenAsync("/nothing/"));
        await reader.Page.Locator("main a.arrow").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(reading.Site.Address.AbsoluteUri);
    }

    [TheoryWith<Chromium>]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Search_works_without_a_script_and_sooner_with_one(bool isPhone, bool runsScripts)
    {
        await using var reader = await VisitAsync(isPhone, runsScripts);
        await reader.OpenAsync("/search/");
        var words = reader.Page.GetByLabel("What are you looking for?");

        var asked = runsScripts ? "slee" : "sleep";
        await words.PressSequentiallyAsync(asked);
        if (!runsScripts)
        {
            await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        }

        await Expect(reader.Page.Locator("#results mark").First).ToBeVisibleAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Uri(reading.Site.Address, $"/search/?q={asked}").AbsoluteUri);
        await words.FillAsync("zzzz");
        await words.PressAsync("Enter");
        await Expect(reader.Page.Locator("#results")).ToContainTextAsync("Nothing was found.");
        await words.FillAsync("<img src=x onerror=alert(1)>");
        await words.PressAsync("Enter");
        await Expect(reader.Page.Locator("#results")).ToContainTextAsync("Nothing was found.");
        await Expect(reader.Page.Locator("#results img")).ToHaveCountAsync(0);
    }

    [FactWith<Chromium>]
    public async Task The_keyboard_alone_goes_everywhere()
    {
        await using var reader = await VisitAsync(isPhone: false);
        await reader.OpenAsync("/ketamine-assisted-psychotherapy/");

        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(reader.Page.GetByText("Skip to the text")).ToBeInViewportAsync();
        await Expect(reader.Page.GetByText("Skip to the text")).ToBeFocusedAsync();
        var outline = await reader.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle");
        Assert.Equal("solid", outline);
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page)
            .ToHaveURLAsync(new Uri(reading.Site.Address, "/ketamine-assisted-psychotherapy/#main").AbsoluteUri);
        await reader.Page.GetByText("Top of page").FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("scrollY"));
    }

    [FactWith<Chromium>]
    public async Task The_feeds_are_announced_and_there()
    {
        await using var reader = await VisitAsync(isPhone: false);
        await reader.OpenAsync("/tag/sleep/");

        var feeds = await reader
            .Page.Locator("link[rel=alternate]")
            .EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");

        Assert.Equal(["/tag/sleep/rss.xml", "/tag/sleep/atom.xml", "/tag/sleep/feed.json"], feeds);
        Assert.All(feeds, feed => Assert.Equal(200, reading.Site.GetAsync(feed).Result.Status));
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "RSS" }).ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Uri(reading.Site.Address, "/rss.xml").AbsoluteUri);
    }

    [FactWith<Chromium>]
    public async Task What_a_missing_picture_shows_is_said_in_its_place()
    {
        await using var reader = await VisitAsync(isPhone: true);
        await reader.OpenAsync("/odd/");

        var picture = reader.Page.GetByAltText("What the missing picture would have shown.");
        await Expect(picture).ToBeVisibleAsync();
        var box = (await picture.BoundingBoxAsync())!;
        Assert.InRange(box.Width, 150, ReaderVisit.Phone.Width);
        Assert.True(box.Height >= 20, $"It is {box.Height} pixels high.");
        await Expect(reader.Page.Locator("h1")).ToContainTextAsync("<b>");
        Assert.Equal(
            "rtl",
            await reader.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('h1')).direction")
        );
    }

    private Task<ReaderVisit> VisitAsync(bool isPhone, bool runsScripts = true) =>
        ReaderVisit.StartAsync(
            reading.Site,
            isPhone ? ReaderVisit.Phone : ReaderVisit.Desktop,
            runsScripts: runsScripts
        );
}
