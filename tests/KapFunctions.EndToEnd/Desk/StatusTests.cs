using System.Security.Cryptography;
using KapFunctions.Following.Webhooks;
using KapFunctions.Settings;
using KapFunctions.Storage.Keys;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>How the site stands, and what an editor can do about it.</summary>
public sealed class StatusTests
{
    [FactWith<Chromium>]
    public async Task Lag_queues_and_failed_deliveries_are_shown_and_a_delivery_is_tried_again()
    {
        await using var site = await TestSite.StartAsync(
            settings: new()
            {
                [WebhookOptions.KeysSetting] = "one:" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
                [WebhookOptions.AllowPrivateTargetsSetting] = "true",
            }
        );
        const string nowhere = "http://127.0.0.1:1/";
        await site.UploadAsync("site.yaml", $"webhooks:\n  - url: {nowhere}\n    events: [post.updated]\n");
        await site.WaitAsync("/api/editor/webhooks", reply => reply.Body.Contains("\"behind\":0"));
        await site.UploadAsync("posts/a.md", "# A\n");
        await site.WaitAsync("/api/editor/status", reply => reply.Body.Contains("posts/a.md"));
        var lost = new WebhookDelivery(nowhere, "epoch-1", "post.published", "{}", Tries: 6);
        await site.Services.GetRequiredService<WebhookSender>().SendAsync(lost, default);
        await using var desk = await DeskVisit.StartAsync(site, place: "#/status");

        await Expect(desk.Page.Locator(".facts")).ToContainTextAsync("posts/a.md");
        await Expect(desk.Page.GetByLabel("Work that waits")).ToContainTextAsync("Nothing waits.");
        var failed = desk.Page.GetByLabel("Webhooks").Locator(".failed");
        await Expect(failed).ToContainTextAsync(nowhere);
        await desk.ScreenshotAsync("desk-webhook-failed");
        Assert.Equal("", await desk.AxeAsync());
        await failed.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(failed).ToHaveCountAsync(0);
        await Expect(desk.Page.Locator(".toast")).ToContainTextAsync("on its way again");
    }

    [FactWith<Chromium>]
    public async Task Everything_is_rendered_anew_with_its_progress_and_only_by_an_owner()
    {
        await using var site = await TestSite.StartAsync();
        for (var number = 0; number < 12; number++)
        {
            await site.UploadAsync($"posts/{number}.md", $"# Post {number}\n");
        }

        await site.WaitAsync(
            "/api/editor/status",
            reply => reply.Json.GetProperty("posts").GetProperty("total").GetInt32() == 12
        );
        var editors = await site.MakeKeyAsync(Role.Editor);
        await using (var editor = await DeskVisit.StartAsync(site, place: "#/status", key: editors))
        {
            await Expect(editor.Page.GetByText("You are the Editor, an editor")).ToBeVisibleAsync();
            await Expect(editor.Button("Render everything anew")).ToHaveCountAsync(0);
        }

        await using var desk = await DeskVisit.StartAsync(site, place: "#/status");
        await desk.Button("Render everything anew").ClickAsync();
        await desk.Button("Begin").ClickAsync();

        await Expect(desk.Page.Locator(".toasts")).ToContainTextAsync("It has begun.");
        await Expect(desk.Page.Locator(".toasts"))
            .ToContainTextAsync("Everything is rendered anew.", new() { Timeout = 60_000 });
    }

    /// <summary>The numbers are made up, since a small site is done before anybody can look.</summary>
    [FactWith<Chromium>]
    public async Task A_long_rendering_shows_how_far_it_is()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site);
        await desk.Page.RouteAsync(
            "**/api/editor/status",
            async route =>
            {
                var answer = await route.FetchAsync();
                var body = (await answer.TextAsync())
                    .Replace("\"total\":0", "\"total\":400")
                    .Replace("\"remaining\":0", "\"remaining\":100");
                await route.FulfillAsync(new() { Response = answer, Body = body });
            }
        );

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Status" }).ClickAsync();

        await Expect(desk.Page.GetByText("Rendering anew: 100 files to go.")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Progressbar)).ToHaveJSPropertyAsync("value", 300);
        await Expect(desk.Page.GetByRole(AriaRole.Progressbar)).ToHaveJSPropertyAsync("max", 400);
    }
}
