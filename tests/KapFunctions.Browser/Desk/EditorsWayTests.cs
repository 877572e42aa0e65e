using System.Diagnostics;
using System.Net;
using KapFunctions.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.Browser.Desk;

/// <summary>An editor's way: write, see a problem, mend, publish, meet a second editor, go back.</summary>
public sealed class EditorsWayTests
{
    private const string Post = "#/edit/posts/a-walk.md";

    [BrowserFact]
    public async Task A_problem_is_seen_where_it_is_and_the_mended_post_is_live_within_two_seconds()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);

        await desk.WriteAsync("---\ntitle: A walk\ndate: next Tuesday\n---\n\nThe **lake** at dawn.\n");
        await Expect(desk.Page.Locator(".problems li")).ToContainTextAsync("Line 3");
        await Expect(desk.Page.Locator(".cm-lintRange-warning")).ToHaveTextAsync("date: next Tuesday");
        var preview = desk.Page.FrameLocator("iframe[title='Preview of the article']");
        await Expect(preview.Locator("strong")).ToHaveTextAsync("lake");
        await desk.ScreenshotAsync("desk-problem");

        await desk.WriteAsync("---\ntitle: A walk\ndate: 2024-05-06\n---\n\nThe **lake** at dawn.\n");
        await Expect(desk.Page.Locator(".problems.none")).ToBeVisibleAsync();
        var pressed = Stopwatch.StartNew();
        await desk.SaveAsync();
        var live = await site.WaitAsync("/api/posts/a-walk", HttpStatusCode.OK);

        Assert.True(pressed.Elapsed < TimeSpan.FromSeconds(2), $"It was live after {pressed.Elapsed}.");
        Assert.Contains("<strong>lake</strong>", live.Json.GetProperty("html").GetString());
        await Expect(desk.Page.Locator(".edit-head .badge")).ToHaveTextAsync("Published");
    }

    [BrowserFact]
    public async Task A_second_editor_s_version_stands_beside_one_s_own_and_either_can_be_kept()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a-walk.md", "# A walk\n\nFirst.\n");
        await using var one = await DeskVisit.StartAsync(site, place: Post);
        await using var other = await DeskVisit.StartAsync(site, place: Post);
        await other.WriteAsync("# A walk\n\nThe other editor's words.\n");
        await other.SaveAsync();

        await one.WriteAsync("# A walk\n\nMy words.\n");
        await one.Page.Keyboard.PressAsync("Control+s");
        var conflict = one.Page.GetByRole(AriaRole.Dialog, new() { Name = "Two versions" });
        await Expect(conflict).ToContainTextAsync("The other editor's words.");
        await Expect(conflict).ToContainTextAsync("My words.");
        await one.ScreenshotAsync("desk-conflict");
        Assert.Equal("", await one.AxeAsync());
        await site.WaitAsync("/api/posts/a-walk", reply => reply.Body.Contains("The other editor"));

        await conflict.GetByRole(AriaRole.Button, new() { Name = "Keep mine", Exact = true }).ClickAsync();
        await site.WaitAsync("/api/posts/a-walk", reply => reply.Body.Contains("My words."));

        await one.ShowAsync("History");
        await one.Page.Locator(".history li button").Nth(1).ClickAsync();
        await Expect(one.Page.Locator(".difference")).ToContainTextAsync("My words.");
        await one.ScreenshotAsync("desk-history");
        await one.Page.GetByRole(AriaRole.Button, new() { Name = "Restore" }).ClickAsync();
        await site.WaitAsync("/api/posts/a-walk", reply => reply.Body.Contains("The other editor"));
        await Expect(one.Text).ToContainTextAsync("The other editor's words.");
    }

    [BrowserFact]
    public async Task A_network_that_drops_during_a_save_loses_nothing()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync("# A walk\n\nWritten on a train.\n");
        await Expect(desk.Page.Locator(".problems.none")).ToBeVisibleAsync();

        await desk.Page.RouteAsync("**/api/**", route => route.AbortAsync());
        await desk.Page.Keyboard.PressAsync("Control+s");
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("Not saved");
        await desk.ScreenshotAsync("desk-offline");
        await desk.Page.UnrouteAsync("**/api/**");

        await site.WaitAsync("/api/posts/a-walk", reply => reply.Body.Contains("Written on a train."));
        await Expect(desk.Page.Locator(".save-state")).ToContainTextAsync("Saved at");
    }

    [BrowserFact]
    public async Task A_session_that_expires_asks_for_a_key_and_the_save_goes_on()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync("# A walk\n\nText.\n");
        await desk.Page.RouteAsync(
            "**/api/editor/**",
            route => route.FulfillAsync(new() { Status = 401 }),
            new() { Times = 1 }
        );

        await desk.Page.Keyboard.PressAsync("Control+s");
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Your key is not accepted any more" }))
            .ToBeVisibleAsync();
        await desk.Page.UnrouteAllAsync();
        await desk.SignInAsync();

        await Expect(desk.Text).ToContainTextAsync("Text.");
        await desk.SaveAsync();
        await site.WaitAsync("/api/posts/a-walk", HttpStatusCode.OK);
    }

    [BrowserFact]
    public async Task Unsaved_text_is_there_again_after_the_tab_was_closed()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a-walk.md", "# A walk\n");
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync("# A walk\n\nNot saved yet.\n");
        await Expect(desk.Page.Locator(".save-state")).ToContainTextAsync("kept in this browser");

        await desk.Page.EvaluateAsync("window.dispatchEvent(new Event('beforeunload'))");
        var again = await desk.Page.Context.NewPageAsync();
        await desk.Page.CloseAsync(new() { RunBeforeUnload = false });
        await again.GotoAsync("/desk" + Post);
        await again.GetByLabel("Key", new() { Exact = true }).FillAsync(TestSite.FunctionKey);
        await again.Locator(".sign-in button").ClickAsync();

        await Expect(again.Locator("#pane-write .cm-content")).ToContainTextAsync("Not saved yet.");
        await Expect(again.Locator(".notices")).ToContainTextAsync("was found in this browser");
    }

    [BrowserFact]
    public async Task A_new_post_begins_with_a_template_is_scheduled_by_its_time_and_comes_back_after_a_deletion()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "New post" }).First.ClickAsync();
        await desk.Page.GetByRole(AriaRole.Textbox, new() { Name = "Title" }).FillAsync("Winter: a beginning");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Begin writing" }).ClickAsync();
        await Expect(desk.Text).ToContainTextAsync("draft: true");

        await desk.ShowAsync("Details");
        await desk.Page.GetByLabel("Draft").UncheckAsync();
        await desk.Page.GetByLabel("Publish at").FillAsync("2999-01-02T09:30");
        await Expect(desk.Text).ToContainTextAsync("date: 2999-01-02T09:30:00+01:00");
        await desk.ScreenshotAsync("desk-details");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(desk.Page.Locator(".edit-head .badge")).ToHaveTextAsync("Scheduled");

        await desk.Page.GetByLabel("More").ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(desk.Text).ToContainTextAsync("Winter: a beginning");
    }

    [BrowserFact]
    public async Task A_pasted_picture_is_stored_and_linked()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync("Look: ");

        await desk.Text.EvaluateAsync(
            """
            element => {
                const data = new DataTransfer();
                data.items.add(new File([new Uint8Array([137, 80, 78, 71])], "The lake.png", { type: "image/png" }));
                element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """
        );

        await Expect(desk.Text).ToContainTextAsync("![the lake](../media/");
        Assert.True(await site.Storage.Content.GetBlobClient($"media/{DateTime.Now.Year}/the-lake.png").ExistsAsync());
    }

    [BrowserFact]
    public async Task A_drop_is_reported_file_by_file_and_one_of_100_MB_is_refused_with_a_sentence()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: "#/upload");

        await DropAsync(desk.Page, "[['good.md', 20], ['broken.exe', 20], ['long.md', 1200000]]");
        var report = desk.Page.Locator(".report");
        await Expect(report.Locator(".done, .mend")).ToContainTextAsync("posts/good.md");
        await Expect(report.Locator(".skipped")).ToHaveCountAsync(2);
        await desk.ScreenshotAsync("desk-upload");
        await DropAsync(desk.Page, "[['film.mp4', 101000000]]");

        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("more than 100 MB");
    }

    private static async Task DropAsync(IPage page, string files) =>
        await page.Locator("input[aria-label=Files]")
            .EvaluateAsync(
                $$"""
                input => {
                    const data = new DataTransfer();
                    for (const [name, size] of {{files}}) {
                        data.items.add(new File(["# ", "a".repeat(size)], name));
                    }
                    input.files = data.files;
                    input.dispatchEvent(new Event("change"));
                }
                """
            );
}
