using System.Net;
using System.Text.Json;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Files;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>A network that comes and goes at a desk loses no text and no file.</summary>
public sealed class NetworkTests
{
    private const string Post = "#/edit/posts/a-walk.md";

    [FactWith<Chromium>]
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
        Assert.Equal("", await desk.AxeAsync());
        await desk.Page.UnrouteAsync("**/api/**");

        await Expect(desk.Page.Locator(".save-state")).ToContainTextAsync("Saved at");
        Assert.Contains("Written on a train.", await site.TextOfAsync("next/posts/a-walk.md"));
    }

    [FactWith<Chromium>]
    public async Task A_save_whose_answer_was_lost_is_no_conflict_with_itself()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a-walk.md", "# A walk\n");
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync("# A walk\n\nSent, and sent again.\n");
        await desk.Page.RouteAsync(
            "**/api/editor/next?path=posts%2Fa-walk.md&base=*",
            async route =>
            {
                await route.FetchAsync();
                await route.AbortAsync();
            },
            new() { Times = 1 }
        );

        await desk.Page.Keyboard.PressAsync("Control+s");

        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("Not saved");
        await Expect(desk.Page.Locator(".save-state")).ToContainTextAsync("Saved at");
        Assert.Contains("Sent, and sent again.", await site.TextOfAsync("next/posts/a-walk.md"));
        await Expect(desk.Dialog("Two versions")).ToHaveCountAsync(0);
    }

    [FactWith<Chromium>]
    public async Task What_a_lost_network_kept_from_being_uploaded_is_tried_again()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: "#/upload");
        await desk.Page.RouteAsync("**/api/editor/files**", route => route.AbortAsync());

        await DropAsync(desk.Page, "[['one.md', 20], ['two.md', 20]]");
        await Expect(desk.Page.Locator(".report .failed")).ToHaveCountAsync(2);
        await desk.Page.UnrouteAllAsync();
        await desk.Button("Try again").ClickAsync();

        await Expect(desk.Page.Locator(".report .done, .report .mend")).ToHaveCountAsync(2);
        await site.WaitAsync("/api/posts/one", HttpStatusCode.OK);
    }

    [FactWith<Chromium>]
    public async Task A_drop_is_reported_file_by_file_and_one_of_100_MB_is_refused_with_a_sentence()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: "#/upload");
        var report = desk.Page.Locator(".report");

        await DropAsync(
            desk.Page,
            "[['good.md', 20], ['Über uns & mehr.md', 20], ['broken.exe', 20], ['long.md', 1200000]]"
        );
        await Expect(report.Locator(".done, .mend")).ToHaveCountAsync(2);
        await Expect(report.Locator(".skipped")).ToHaveCountAsync(2);
        await Expect(desk.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("4 of 4 files");
        await desk.ScreenshotAsync("desk-upload");
        await DropAsync(desk.Page, "[['film.mp4', 101000000]]");

        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("more than 100 MB");
        await report.GetByRole(AriaRole.Link, new() { Name = "Über uns & mehr.md" }).ClickAsync();
        await Expect(desk.Text).ToContainTextAsync("# aaaa");
        await desk.WriteAsync("# Über uns\n");
        await desk.PublishAsync();
        await site.WaitAsync("/api/posts/uber-uns-mehr", reply => reply.Body.Contains("Über uns"));
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
