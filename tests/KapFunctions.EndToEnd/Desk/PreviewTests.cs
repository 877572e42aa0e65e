using KapFunctions.Testing;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>Beside the text stands what readers will get.</summary>
public sealed class PreviewTests
{
    private const string Post = "#/edit/posts/a-walk.md";

    [FactWith<Chromium>]
    public async Task The_preview_is_the_page_in_the_sites_own_design_and_runs_nothing()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("site.yaml", "title: The Practice\naccent_color: '#8a1f4b'\n");
        await site.WaitAsync("/api/settings", reply => reply.Body.Contains("The Practice"));
        await using var desk = await DeskVisit.StartAsync(site, place: Post);

        await desk.WriteAsync("---\ntitle: A walk\n---\n\nThe **lake**. https://www.youtube.com/watch?v=dQw4w9WgXcQ\n");
        await Expect(desk.Preview.Locator("header").First).ToContainTextAsync("The Practice");
        await Expect(desk.Preview.Locator("h1")).ToHaveTextAsync("A walk");
        await Expect(desk.Preview.Locator("h1")).ToHaveCSSAsync("font-weight", "600");
        await Expect(desk.Preview.Locator("iframe, script")).ToHaveCountAsync(0);
        await desk.ScreenshotAsync("desk-preview-design");
        await desk.WriteAsync(
            "---\ntitle: A longer walk\n---\n\nThe **lake**, again.\n\n"
                + string.Concat(Enumerable.Repeat("slowly ", 500))
        );
        await Expect(desk.Preview.Locator("h1")).ToHaveTextAsync("A longer walk");
        await Expect(desk.Page.Locator(".counts")).ToHaveTextAsync("503 words, 2 minutes to read");

        Assert.DoesNotContain(
            desk.Asked,
            address => !address.StartsWith(site.Address.AbsoluteUri, StringComparison.Ordinal)
        );
    }

    [FactWith<Chromium>]
    public async Task A_text_from_right_to_left_is_shown_so()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);

        await desk.WriteAsync("---\ntitle: مرحبا\nlang: ar\n---\n\nمرحبا بالعالم.\n");

        var words = desk.Preview.Locator("p", new() { HasText = "مرحبا بالعالم" });
        await Expect(words).ToHaveCSSAsync("direction", "rtl");
        await Expect(desk.Preview.Locator("h1")).ToHaveCSSAsync("direction", "rtl");
    }
}
