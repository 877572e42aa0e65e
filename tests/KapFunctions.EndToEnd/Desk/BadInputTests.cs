using System.Net;
using System.Text.Json;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Files;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>What goes wrong at a desk: each has an outcome, and none of them loses a text.</summary>
public sealed class BadInputTests
{
    private const string Post = "#/edit/posts/a-walk.md";

    private static readonly string[] Sleep = ["Sleep"];

    [FactWith<Chromium>]
    public async Task A_key_that_is_changed_during_an_edit_is_asked_for_and_the_save_goes_on()
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
        await Expect(desk.Dialog("Your key is not accepted any more")).ToBeVisibleAsync();
        Assert.Equal("", await desk.AxeAsync());
        await desk.Page.UnrouteAllAsync();
        await desk.SignInAsync();

        await Expect(desk.Text).ToContainTextAsync("Text.");
        await Expect(desk.Page.Locator(".save-state")).ToContainTextAsync("Saved at");
        await desk.PublishAsync();
        await site.WaitAsync("/api/posts/a-walk", HttpStatusCode.OK);
    }

    [FactWith<Chromium>]
    public async Task A_wrong_key_is_told_from_a_right_one()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site);
        await desk.Button("Sign out").ClickAsync();

        await desk.Page.GetByLabel("Key", new() { Exact = true }).FillAsync("wrong");
        await desk.Page.Keyboard.PressAsync("Enter");

        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This key does not open the desk.");
        Assert.Null(await desk.Page.EvaluateAsync<string?>("sessionStorage.getItem('kap-desk-key')"));
        await desk.SignInAsync();
    }

    /// <summary>The whole of it: in by the platform's sign-in, out by its end, back by another one beside the text.</summary>
    [FactWith<Chromium>]
    public async Task A_sign_in_that_runs_out_is_done_again_beside_the_text()
    {
        await using var site = await TestSite.StartAsync(
            settings: new()
            {
                ["Editor:Entra:TenantId"] = SignInPlatform.Tenant,
                ["Editor:Entra:ClientId"] = SignInPlatform.Client,
                ["WEBSITE_AUTH_ENABLED"] = "True",
            }
        );
        await using var platform = await SignInPlatform.StartAsync(site.Address);
        await using var desk = await DeskVisit.StartAsync(site, place: Post, address: platform.Address, key: null);
        await desk.WriteAsync("# A walk\n\nAfter lunch.\n");
        await desk.SaveAsync();
        await desk.WriteAsync("# A walk\n\nAfter a long lunch.\n");
        platform.EndSessions();

        await desk.Page.Keyboard.PressAsync("Control+s");
        await Expect(desk.Dialog("You were signed out")).ToBeVisibleAsync();
        await desk.ScreenshotAsync("desk-signed-out");
        Assert.Equal("", await desk.AxeAsync());
        var beside = await desk.Page.RunAndWaitForPopupAsync(() =>
            desk.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync()
        );
        await beside.WaitForURLAsync("**/desk");
        await desk.Button("Go on").ClickAsync();

        await Expect(desk.Page.Locator(".save-state")).ToContainTextAsync("Saved at");
        await desk.PublishAsync();
        await site.WaitAsync("/api/posts/a-walk", reply => reply.Body.Contains("After a long lunch."));
    }

    [FactWith<Chromium>]
    public async Task Unsaved_text_is_there_again_after_the_tab_was_closed()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a-walk.md", "# A walk\n");
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync("# A walk\n\nNot saved yet.\n");
        await Expect(desk.Page.Locator(".save-state")).ToContainTextAsync("kept in this browser");

        var again = await desk.Page.Context.NewPageAsync();
        await desk.Page.CloseAsync(new() { RunBeforeUnload = false });
        await again.GotoAsync("/desk" + Post);
        await again.GetByLabel("Key", new() { Exact = true }).FillAsync(TestSite.FunctionKey);
        await again.Locator(".sign-in button").ClickAsync();

        await Expect(again.Locator("#pane-write .cm-content")).ToContainTextAsync("Not saved yet.");
        await Expect(again.Locator(".notices")).ToContainTextAsync("was found in this browser");
    }

    [FactWith<Chromium>]
    public async Task Whoever_leaves_with_unsaved_text_is_warned()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync("# A walk\n");
        var warned = new TaskCompletionSource<string>();
        desk.Page.Dialog += async (_, dialog) =>
        {
            warned.TrySetResult(dialog.Type);
            await dialog.DismissAsync();
        };

        await desk.Page.CloseAsync(new() { RunBeforeUnload = true });

        Assert.Equal("beforeunload", await warned.Task.WaitAsync(TimeSpan.FromSeconds(10)));
        await Expect(desk.Text).ToContainTextAsync("A walk");
    }

    [FactWith<Chromium>]
    public async Task A_file_that_another_deleted_meanwhile_is_told_of_and_can_be_kept()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a-walk.md", "# A walk\n\nFirst.\n");
        await using var desk = await DeskVisit.StartAsync(site, place: "#/");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "A walk" }).ClickAsync();
        await desk.WriteAsync("# A walk\n\nMine.\n");

        await site.DeleteAsync("posts/a-walk.md");
        // As the deletion's event would do.
        await site.Services.GetRequiredService<Publisher>().LookAtAsync("posts/a-walk.md", LookReason.Changed, default);
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("Somebody else has deleted this file.");
        await desk.Button("Decide now").ClickAsync();
        await Expect(desk.Dialog("Two versions")).ToContainTextAsync("Somebody else has deleted this file.");
        await desk.ScreenshotAsync("desk-deleted");
        await desk.Button("Keep mine").ClickAsync();
        await Expect(desk.Page.Locator(".save-state")).ToContainTextAsync("for editors only");
        await desk.PublishAsync();

        await site.WaitAsync("/api/posts/a-walk", reply => reply.Status == 200 && reply.Body.Contains("Mine."));
    }

    [FactWith<Chromium>]
    public async Task Ten_thousand_posts_are_shown_and_searched_at_once()
    {
        await using var site = await TestSite.StartAsync();
        var posts = Enumerable
            .Range(0, 10_000)
            .Select(number => new
            {
                path = $"posts/post-{number}.md",
                kind = "post",
                state = number % 10 == 0 ? "draft" : "published",
                title = $"Post number {number}, on sleep and Übung",
                date = DateTimeOffset.UnixEpoch.AddHours(number),
                tags = Sleep,
                errors = 0,
                warnings = 0,
                online = true,
                etag = "\"1\"",
            });
        var list = JsonSerializer.Serialize(new { posts });
        await using var desk = await DeskVisit.StartAsync(site);
        await desk.Page.RouteAsync(
            "**/api/editor/posts",
            route => route.FulfillAsync(new() { ContentType = "application/json", Body = list })
        );
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.Locator(".posts li")).ToHaveCountAsync(100);
        await Expect(desk.Button("All 10000")).ToBeVisibleAsync();

        var milliseconds = await desk.Page.EvaluateAsync<double>(
            """
            async () => {
                const box = document.querySelector("input[type=search]");
                const started = performance.now();
                box.value = "number 9999 ubung";
                box.dispatchEvent(new Event("input", { bubbles: true }));
                while (document.querySelectorAll(".posts li").length !== 1) {
                    await new Promise(requestAnimationFrame);
                }
                return performance.now() - started;
            }
            """
        );

        Assert.True(milliseconds < 250, $"A key in the search took {milliseconds} ms.");
        await desk.ScreenshotAsync("desk-10000");
        await desk.Page.GetByLabel("Search posts").FillAsync("");
        await desk.Button("Show more").ClickAsync();
        await Expect(desk.Page.Locator(".posts li")).ToHaveCountAsync(200);
    }

    [FactWith<Chromium>]
    public async Task A_browser_without_room_says_that_it_keeps_nothing()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.Page.EvaluateAsync("localStorage.setItem('full', 'x'.repeat(5 * 1024 * 1024 - 200))");

        await desk.WriteAsync("# A walk\n\n" + new string('a', 5000));

        await Expect(desk.Page.Locator(".save-state")).ToContainTextAsync("no room to keep it");
    }
}
