using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using KapFunctions.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>An editor's way: write, see a problem, mend, publish, meet a second editor, go back. On a phone and on a desk.</summary>
public sealed class EditorsWayTests
{
    private const string Post = "#/edit/posts/a-walk.md";

    [TheoryWith<Chromium>]
    [MemberData(nameof(DeskVisit.Widths), MemberType = typeof(DeskVisit))]
    public async Task A_problem_is_seen_where_it_is_and_the_mended_post_is_live_within_two_seconds(bool isPhone)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, isPhone, Post);

        await desk.WriteAsync("---\ntitle: A walk\ndate: next Tuesday\n---\n\nThe **lake** at dawn.\n");
        await Expect(desk.Page.Locator(".problems li")).ToContainTextAsync("Line 3");
        await Expect(desk.Page.Locator(".cm-lintRange-error")).ToHaveTextAsync("date: next Tuesday");
        await desk.Page.Locator(".cm-lintRange-error").HoverAsync();
        await Expect(desk.Page.Locator(".cm-tooltip-lint")).ToContainTextAsync("Write it as 2024-03-05");
        await desk.ScreenshotAsync(Named("problem", isPhone));
        await desk.Page.Mouse.MoveAsync(0, 0);

        await desk.WriteAsync("---\ntitle: A walk\ndate: 2024-05-06\n---\n\nThe **lake** at dawn.\n");
        await Expect(desk.Page.Locator(".problems.none")).ToBeVisibleAsync();
        await desk.ShowAsync("Preview");
        var preview = desk.Page.FrameLocator("iframe[title='Preview of the article']");
        await Expect(preview.Locator("h1")).ToHaveTextAsync("A walk");
        await Expect(preview.Locator("strong")).ToHaveTextAsync("lake");
        var pressed = Stopwatch.StartNew();
        await desk.PublishAsync();
        var live = await site.WaitAsync("/api/posts/a-walk", HttpStatusCode.OK);

        Assert.True(pressed.Elapsed < TimeSpan.FromSeconds(2), $"It was live after {pressed.Elapsed}.");
        Assert.Contains("<strong>lake</strong>", live.Json.GetProperty("html").GetString());
        await Expect(desk.Page.Locator(".edit-head .badge")).ToHaveTextAsync("Published");
    }

    [TheoryWith<Chromium>]
    [InlineData("---\nslug: taken\n---\n\nNot this.\n", "Another file has the address “taken”")]
    [InlineData("---\nslug: search\n---\n\nNot this.\n", "The file has an error")]
    [InlineData("---\ntitle: A walk\n\nNot this.\n", "The file has an error")]
    public async Task The_desk_says_published_only_of_the_version_that_readers_see(string text, string why)
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/taken.md", "# Taken");
        await site.WaitAsync("/api/posts/taken", HttpStatusCode.OK);
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync("# A walk\n\nFirst.\n");
        await desk.PublishAsync();
        await Expect(desk.Page.Locator(".save-state")).ToContainTextAsync("Published");

        await site.UploadAsync("posts/a-walk.md", text);
        await desk.Button("Show it").ClickAsync();

        await Expect(desk.Page.Locator(".save-state")).ToContainTextAsync("Older version");
        await Expect(desk.Page.Locator(".edit-head .badge")).ToHaveTextAsync("Older version");
        await Expect(desk.Page.Locator(".edit-facts")).ToContainTextAsync(why);
        // The preview has been asked again by now.
        await desk.Page.WaitForTimeoutAsync(600);
        await Expect(desk.Page.Locator(".problems .error")).ToHaveCountAsync(1);
        await Expect(desk.Page.Locator(".edit-head")).Not.ToContainTextAsync("Published");
        await desk.Page.GotoAsync("/desk#/posts");
        var row = desk.Page.Locator(".posts li", new() { HasText = "posts/a-walk.md" });
        await Expect(row.Locator(".badge")).ToHaveTextAsync("Older version");
        await Expect(row.Locator(".mends.error")).ToBeVisibleAsync();
        Assert.Contains("First.", (await site.GetAsync("/api/posts/a-walk/html")).Body);
    }

    [TheoryWith<Chromium>]
    [MemberData(nameof(DeskVisit.Widths), MemberType = typeof(DeskVisit))]
    public async Task A_new_post_begins_with_a_template_and_is_published_from_there(bool isPhone)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, isPhone, "#/");
        await desk.Button("New post").First.ClickAsync();
        await desk.Page.GetByRole(AriaRole.Textbox, new() { Name = "Title" }).FillAsync("Winter: a beginning");
        await desk.ScreenshotAsync(Named("new", isPhone));
        await desk.Button("Begin writing").ClickAsync();
        await Expect(desk.Text).ToContainTextAsync("draft: true");
        await desk.SaveAsync();
        await Expect(desk.Page.Locator(".edit-head .badge")).ToHaveTextAsync("Draft");
        Assert.Equal(404, (await site.GetAsync("/api/posts/winter-a-beginning")).Status);

        await desk.Button("Publish …").ClickAsync();
        await desk.Button("Publish now").ClickAsync();

        await Expect(desk.Page.Locator(".edit-head .badge")).ToHaveTextAsync("Published");
        await site.WaitAsync("/api/posts/winter-a-beginning", HttpStatusCode.OK);
    }

    [FactWith<Chromium>]
    public async Task Now_is_now_also_for_an_editor_whose_day_began_before_the_sites()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: "#/");
        // Playwright's own clock would put a script into the preview, which forbids scripts.
        await desk.Page.EvaluateAsync(
            """
            () => {
              const Real = Date, at = Real.parse("2026-11-25T23:30:00Z");
              globalThis.Date = class extends Real {
                constructor(...given) { super(...(given.length > 0 ? given : [at])); }
                static now() { return at; }
              };
            }
            """
        );
        await desk.Button("New post").First.ClickAsync();
        await desk.Page.GetByRole(AriaRole.Textbox, new() { Name = "Title" }).FillAsync("After midnight");
        await desk.Button("Begin writing").ClickAsync();
        await Expect(desk.Text).ToContainTextAsync("date: 2026-11-26");

        await desk.Button("Publish …").ClickAsync();
        await desk.Button("Publish now").ClickAsync();

        await Expect(desk.Text).ToContainTextAsync("date: 2026-11-26T00:30:00+01:00");
    }

    private static string Named(string name, bool isPhone) => isPhone ? $"desk-phone-{name}" : $"desk-{name}";
}
