using KapFunctions.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>Buttons, keys and the menu on "/" write the Markdown that people need not know.</summary>
public sealed class FormattingTests
{
    private const string Post = "#/edit/posts/a-walk.md";

    [TheoryWith<Chromium>]
    [InlineData("Bold", "Control+b", "**One**")]
    [InlineData("Italic", "Control+i", "*One*")]
    [InlineData("Heading", "Control+Alt+2", "## One")]
    [InlineData("List", "Control+Shift+8", "- One")]
    [InlineData("Numbered list", "Control+Shift+7", "1. One")]
    [InlineData("Quotation", "Control+Shift+9", "> One")]
    [InlineData("Footnote", "Control+Alt+f", "One[^1]\n\n[^1]: \n")]
    public async Task A_button_and_its_key_do_the_same(string button, string key, string written)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);

        await desk.WriteAsync("One");
        await desk.Page.Keyboard.PressAsync("Control+a");
        await desk.PressToolAsync(button);
        await Expect(desk.Text.Locator(".cm-line")).ToHaveTextAsync(written.Split('\n'));

        await desk.WriteAsync("One");
        await desk.Page.Keyboard.PressAsync("Control+a");
        await desk.Page.Keyboard.PressAsync(key);
        await Expect(desk.Text.Locator(".cm-line")).ToHaveTextAsync(written.Split('\n'));
    }

    [FactWith<Chromium>]
    public async Task A_slash_opens_a_menu_and_tables_stand_apart()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        var keys = desk.Page.Keyboard;

        await desk.WriteAsync("Above and/or below.\n");
        await Expect(desk.Page.Locator(".cm-tooltip-autocomplete")).ToHaveCountAsync(0);
        await keys.TypeAsync("/tab");
        await Expect(desk.Page.GetByRole(AriaRole.Option)).ToHaveTextAsync(["Table"]);
        await desk.ScreenshotAsync("desk-menu");
        Assert.Equal("", await desk.AxeAsync());
        // Whoever presses the key at once has not read the menu, so it waits for a moment.
        await desk.Page.WaitForTimeoutAsync(100);
        await keys.PressAsync("Enter");

        await Expect(desk.Text.Locator(".cm-line"))
            .ToHaveTextAsync(["Above and/or below.", "", "| Heading | Heading |", "| --- | --- |", "|  |  |"]);
    }

    [FactWith<Chromium>]
    public async Task A_link_finds_the_posts_of_the_site_and_takes_an_address_as_people_type_it()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/2024/lake.md", "---\ntitle: The lake\n---\n\nText.\n");
        await using var desk = await DeskVisit.StartAsync(site, place: "#/");
        await Expect(desk.Page.Locator(".posts li")).ToHaveCountAsync(1);
        await desk.Page.GotoAsync("/desk" + Post);
        var keys = desk.Page.Keyboard;

        await desk.WriteAsync("there");
        await keys.PressAsync("Control+a");
        await keys.PressAsync("Control+k");
        await desk.Page.GetByLabel("Where to").FillAsync("lak");
        await Expect(desk.Dialog("Link").GetByRole(AriaRole.List, new() { Name = "Posts" }))
            .ToContainTextAsync("The lake");
        await desk.ScreenshotAsync("desk-link");
        Assert.Equal("", await desk.AxeAsync());
        await keys.PressAsync("Enter");
        await Expect(desk.Text).ToHaveTextAsync("[there](2024/lake.md)");
        await Expect(desk.Text).ToBeFocusedAsync();

        await keys.TypeAsync(" or ");
        await desk.PressToolAsync("Link");
        await desk.Page.GetByLabel("Where to").FillAsync("example.org/a");
        await desk.Page.GetByLabel("Words of the link").FillAsync("elsewhere");
        await desk.Button("Put in").ClickAsync();
        await Expect(desk.Text).ToHaveTextAsync("[there](2024/lake.md) or [elsewhere](https://example.org/a)");
    }

    [FactWith<Chromium>]
    public async Task What_is_written_below_a_list_is_a_paragraph_of_its_own()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        var keys = desk.Page.Keyboard;
        await desk.WriteAsync("- one\n- two");

        await keys.TypeAsync("\n\nAfter.");
        await Expect(desk.Text.Locator(".cm-line")).ToHaveTextAsync(["- one", "- two", "", "After."]);

        await desk.WriteAsync("1. one\n");
        await keys.TypeAsync("After.");
        await Expect(desk.Text.Locator(".cm-line")).ToHaveTextAsync(["1. one", "", "After."]);
    }
}
