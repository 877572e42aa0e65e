using KapFunctions.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.Browser.Desk;

/// <summary>Everybody can work at the desk: axe-core finds nothing, in either light, on a phone and on a desk.</summary>
public sealed class AccessTests
{
    [BrowserTheory]
    [InlineData(false, ColorScheme.Light)]
    [InlineData(false, ColorScheme.Dark)]
    [InlineData(true, ColorScheme.Light)]
    [InlineData(true, ColorScheme.Dark)]
    public async Task Every_page_is_accessible_and_nothing_runs_off_its_side(bool isPhone, ColorScheme scheme)
    {
        await using var site = await TestSite.StartAsync();
        await UploadAllSortsAsync(site);
        var size = isPhone ? DeskVisit.Phone : DeskVisit.Desktop;
        await using var desk = await DeskVisit.StartAsync(site, size, scheme);
        var name = $"desk-{(isPhone ? "phone" : "desktop")}-{scheme.ToString().ToLowerInvariant()}";

        await Expect(desk.Page.Locator(".posts li")).ToHaveCountAsync(6);
        await CheckAsync(desk, $"{name}-posts");
        await desk.Page.GotoAsync("/desk#/edit/posts/kind.md");
        await Expect(desk.Text).ToContainTextAsync("Kind words");
        foreach (var pane in new[] { "Preview", "Details", "History" })
        {
            await desk.ShowAsync(pane);
            await CheckAsync(desk, $"{name}-{pane.ToLowerInvariant()}");
        }

        if (isPhone)
        {
            await desk.ShowAsync("Write");
            await Expect(desk.Page.Locator(".problems li")).ToBeInViewportAsync();
            await CheckAsync(desk, $"{name}-write");
        }

        await desk.Page.GotoAsync("/desk#/upload");
        await CheckAsync(desk, $"{name}-upload");
        await desk.Page.GotoAsync("/desk#/status");
        await Expect(desk.Page.Locator(".facts")).ToBeVisibleAsync();
        await CheckAsync(desk, $"{name}-status");
    }

    private static async Task CheckAsync(DeskVisit desk, string name)
    {
        await desk.ScreenshotAsync(name);
        Assert.Equal("", await desk.AxeAsync());
        Assert.True(
            await desk.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
            $"{name} is wider than its window."
        );
    }

    private static async Task UploadAllSortsAsync(TestSite site)
    {
        await site.UploadAsync(
            "posts/kind.md",
            "---\ntitle: Kind words\ndate: 2024-05-06\ntags: [Calm, Sleep]\nimage: javascript:no\n---\n\nKind words, *slowly*.\n\n> Rest.\n\n- one\n- two\n"
        );
        await site.UploadAsync("posts/long.md", $"---\ntitle: {new string('w', 400)}\ndate: 2024-05-05\n---\nText.");
        await site.UploadAsync(
            "posts/rtl.md",
            "---\ntitle: <b>مرحبا</b> بالعالم\ndate: 2024-05-04\ntags: ['../']\n---\nText."
        );
        await site.UploadAsync("posts/later.md", "---\ndate: 2999-01-01\n---\nText.");
        await site.UploadAsync("posts/broken.md", "---\ntitle: x");
        await site.UploadAsync("pages/about.md", "---\ntitle: About us\ndraft: true\n---\nText.");
        await site.WaitAsync("/api/editor/posts", reply => reply.Json.GetProperty("posts").GetArrayLength() == 6);
    }
}
