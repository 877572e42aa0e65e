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
        await desk.SaveAsync();
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
        await desk.SaveAsync();
        await Expect(desk.Page.Locator(".save-state")).ToContainTextAsync("Published");

        await desk.WriteAsync(text);
        await desk.SaveAsync();

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
    public async Task A_second_editor_s_version_stands_beside_one_s_own_and_either_can_be_kept(bool isPhone)
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a-walk.md", "# A walk\n\nFirst.\n");
        await using var one = await DeskVisit.StartAsync(site, isPhone, Post);
        await using var other = await DeskVisit.StartAsync(site, place: Post);
        await other.WriteAsync("# A walk\n\nThe other editor's words.\n");
        await other.SaveAsync();
        await Expect(one.Page.Locator(".notices")).ToContainTextAsync("Somebody else has saved a newer version.");

        await one.WriteAsync("# A walk\n\nMy words.\n");
        await one.Page.Keyboard.PressAsync("Control+s");
        var conflict = one.Dialog("Two versions");
        await Expect(conflict).ToContainTextAsync("The other editor's words.");
        await Expect(conflict).ToContainTextAsync("My words.");
        await one.ScreenshotAsync(Named("conflict", isPhone));
        Assert.Equal("", await one.AxeAsync());
        Assert.Equal("# A walk\n\nThe other editor's words.\n", await DownloadAsync(one, "Download theirs"));
        Assert.Equal("# A walk\n\nMy words.\n", await DownloadAsync(one, "Download mine"));
        await site.WaitAsync("/api/posts/a-walk", reply => reply.Body.Contains("The other editor"));

        await one.Button("Keep mine").ClickAsync();
        await site.WaitAsync("/api/posts/a-walk", reply => reply.Body.Contains("My words."));

        await one.ShowAsync("History");
        await one.Page.Locator(".history li button").Nth(1).ClickAsync();
        await Expect(one.Page.Locator(".difference")).ToContainTextAsync("My words.");
        await one.ScreenshotAsync(Named("history", isPhone));
        await one.Button("Restore").ClickAsync();
        await site.WaitAsync("/api/posts/a-walk", reply => reply.Body.Contains("The other editor"));
        await Expect(one.Text).ToContainTextAsync("The other editor's words.");
    }

    [FactWith<Chromium>]
    public async Task The_other_version_can_be_kept_as_well()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a-walk.md", "# A walk\n\nFirst.\n");
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync("# A walk\n\nMine.\n");
        await site.UploadAsync("posts/a-walk.md", "# A walk\n\nTheirs.\n");

        await desk.Page.Keyboard.PressAsync("Control+s");
        await desk.Button("Keep theirs").ClickAsync();

        await Expect(desk.Text).ToContainTextAsync("Theirs.");
        await Expect(desk.Page.Locator(".save-state")).ToHaveTextAsync("Saved");
        await desk.Page.Keyboard.PressAsync("Control+z");
        await Expect(desk.Text).ToContainTextAsync("Mine.");
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

    [FactWith<Chromium>]
    public async Task A_post_is_scheduled_by_picking_its_time()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a-walk.md", "---\ntitle: A walk\ndraft: true # not yet\n---\nText.");
        await using var desk = await DeskVisit.StartAsync(site, place: Post);

        await desk.Button("Publish …").ClickAsync();
        await desk.Page.GetByLabel("At a time").CheckAsync();
        await desk.Page.GetByLabel("Time", new() { Exact = true }).FillAsync("2099-01-02T09:30");
        await desk.ScreenshotAsync("desk-schedule");
        Assert.Equal("", await desk.AxeAsync());
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Schedule for" }).ClickAsync();

        await Expect(desk.Page.Locator(".edit-head .badge")).ToHaveTextAsync("Scheduled");
        await Expect(desk.Text).ToContainTextAsync("date: 2099-01-02T09:30:00+01:00");
        await desk.ShowAsync("Details");
        await Expect(desk.Page.GetByLabel("Publish at")).ToHaveValueAsync("2099-01-02T09:30");
        await desk.Page.GetByLabel("Expires at").FillAsync("2099-07-02T09:30");
        await Expect(desk.Text).ToContainTextAsync("expires: 2099-07-02T09:30:00+02:00");
    }

    [FactWith<Chromium>]
    public async Task What_is_deleted_comes_back_with_what_was_not_saved()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a-walk.md", "# A walk\n\nSaved.\n");
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync("# A walk\n\nSaved, and more.\n");

        await desk.ChooseAsync("Delete");
        await site.WaitAsync("/api/posts/a-walk", HttpStatusCode.Gone);
        await desk.Button("Undo").ClickAsync();

        await Expect(desk.Text).ToContainTextAsync("Saved, and more.");
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("was found in this browser");
        await site.WaitAsync("/api/posts/a-walk", reply => reply.Body.Contains("Saved."));
    }

    [FactWith<Chromium>]
    public async Task A_file_deleted_long_ago_is_restored_from_its_history()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a-walk.md", "# A walk\n\nOld words.\n");
        await using (var first = await DeskVisit.StartAsync(site, place: Post))
        {
            await first.ChooseAsync("Delete");
            await site.WaitAsync("/api/posts/a-walk", HttpStatusCode.Gone);
        }

        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.ShowAsync("History");
        await desk.Page.Locator(".history li button").ClickAsync();
        await desk.Button("Restore").ClickAsync();

        await site.WaitAsync("/api/posts/a-walk", reply => reply.Body.Contains("Old words."));
        await Expect(desk.Text).ToContainTextAsync("Old words.");
    }

    [FactWith<Chromium>]
    public async Task A_preview_link_is_made_and_copied()
    {
        await using var site = await TestSite.StartAsync(
            settings: new() { ["Preview:Keys"] = "one:" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) }
        );
        await site.UploadAsync("posts/a-walk.md", "---\ndraft: true\n---\nOnly for you.");
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await desk.ChooseAsync("Preview link");
        await desk.Button("Copy").ClickAsync();

        await Expect(desk.Dialog("Preview link")).ToContainTextAsync("Copied.");
        Assert.Equal("", await desk.AxeAsync());
        var link = new Uri(await desk.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        Assert.Contains("Only for you.", (await site.GetAsync(link.PathAndQuery)).Body);
    }

    [FactWith<Chromium>]
    public async Task Pictures_are_pasted_dropped_or_chosen_stored_and_linked()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync("Look: ");

        await TakeAsync(desk, "paste", "The lake.png");
        await Expect(desk.Text).ToContainTextAsync("![the lake](../media/");
        await Expect(desk.Page.Locator(".toasts"))
            .ToContainTextAsync("whoever has the address of its pictures can see those");
        await TakeAsync(desk, "drop", "Größe & Weite.png");
        await Expect(desk.Text).ToContainTextAsync("grosse-weite.png)");
        await desk
            .Page.GetByLabel("Pictures")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "Sheet.pdf",
                    MimeType = "application/pdf",
                    Buffer = [37],
                }
            );
        await Expect(desk.Text).ToContainTextAsync("[sheet](../media/");
        await TakeAsync(desk, "drop", "run.exe");
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("run.exe is neither a picture nor a recording");

        foreach (var name in new[] { "the-lake.png", "grosse-weite.png", "sheet.pdf" })
        {
            var blob = site.Storage.Content.GetBlobClient($"media/{DateTime.Now.Year}/{name}");
            Assert.True(await blob.ExistsAsync());
        }
    }

    [FactWith<Chromium>]
    public async Task The_form_changes_the_lines_that_it_shows_and_no_others()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync(
            "posts/a-walk.md",
            "---\n# mine\ntitle: 'A walk'   # a title\nTags: [Calm]\nextra: {a: 1}\n---\nText."
        );
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.ShowAsync("Details");

        await desk.Page.GetByLabel("Title").FillAsync("A: walk");
        await desk.Page.GetByLabel("Tags").FillAsync("Calm, Sleep");
        await desk.Page.GetByLabel("Summary").FillAsync("Short.");
        await desk.ScreenshotAsync("desk-details");
        await desk.SaveAsync();

        var file = await site.Storage.Content.GetBlobClient("posts/a-walk.md").DownloadContentAsync();
        Assert.Equal(
            "---\n# mine\ntitle: \"A: walk\"   # a title\nTags: [Calm, Sleep]\nextra: {a: 1}\ndescription: Short.\n---\nText.",
            file.Value.Content.ToString()
        );
    }

    private static string Named(string name, bool isPhone) => isPhone ? $"desk-phone-{name}" : $"desk-{name}";

    private static async Task<string> DownloadAsync(DeskVisit desk, string button)
    {
        var download = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Button(button).ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync();
    }

    private static async Task TakeAsync(DeskVisit desk, string how, string name) =>
        await desk.Text.EvaluateAsync(
            """
            (element, [how, name]) => {
                const data = new DataTransfer();
                data.items.add(new File([new Uint8Array([137, 80, 78, 71])], name, { type: "image/png" }));
                const { left, top } = element.querySelector(".cm-line").getBoundingClientRect();
                const place = { clientX: left + 30, clientY: top + 5, bubbles: true, cancelable: true };
                element.dispatchEvent(how === "paste"
                    ? new ClipboardEvent(how, { clipboardData: data, ...place })
                    : new DragEvent(how, { dataTransfer: data, ...place }));
            }
            """,
            new[] { how, name }
        );
}
