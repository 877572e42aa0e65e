using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using KapFunctions.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>What stands around a text: its form, pictures, time and preview.</summary>
public sealed class DetailsTests
{
    private const string Post = "#/edit/posts/a-walk.md";

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
        await desk.Page.GetByLabel("It shows").FillAsync("The lake [at dawn]");
        await desk.ScreenshotAsync("desk-picture-words");
        Assert.Equal("", await desk.AxeAsync());
        await desk.Button("Done").ClickAsync();
        await Expect(desk.Text).ToContainTextAsync(@"Look: ![The lake \[at dawn\]](../media/");
        await Expect(desk.Page.Locator(".toasts"))
            .ToContainTextAsync("whoever has the address of its pictures can see those");
        await TakeAsync(desk, "drop", "Größe & Weite.png");
        await desk.Button("Done").ClickAsync();
        await Expect(desk.Text).ToContainTextAsync("grosse-weite.png)");
        await Expect(desk.Text).ToContainTextAsync("![](../media/");
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

        await desk.Page.GetByLabel("Title", new() { Exact = true }).FillAsync("A: walk");
        await desk.Page.GetByRole(AriaRole.Textbox, new() { Name = "Tags" }).FillAsync("Calm, Sleep");
        await desk.Page.GetByLabel("Summary Below").FillAsync("Short.");
        await desk.ScreenshotAsync("desk-details");
        await desk.SaveAsync();

        var file = await site.Storage.Content.GetBlobClient("next/posts/a-walk.md").DownloadContentAsync();
        Assert.Equal(
            "---\n# mine\ntitle: \"A: walk\"   # a title\nTags: [Calm, Sleep]\nextra: {a: 1}\ndescription: Short.\n---\nText.",
            file.Value.Content.ToString()
        );
    }

    [FactWith<Chromium>]
    public async Task Sources_reviewer_and_what_others_will_see_of_it_are_fields_too()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/b.md", "---\ntitle: B\ntags: [Calm, Sleep]\nauthors: [Jo]\n---\nText.");
        await site.UploadAsync("posts/a-walk.md", "---\ntitle: A walk\n---\n\nText.\n");
        await site.WaitAsync("/api/tags", reply => reply.Body.Contains("Calm"));
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.ShowAsync("Details");
        var details = desk.Page.Locator("#pane-details");

        await details
            .GetByRole(AriaRole.Group, new() { Name = "Tags: in use already" })
            .GetByText("+ Sleep")
            .ClickAsync();
        await details.GetByRole(AriaRole.Group, new() { Name = "Sources" }).GetByText("Add").ClickAsync();
        await details.GetByLabel("Sources 1: words").FillAsync("A study");
        await details.GetByLabel("Sources 1: address").FillAsync("https://example.org/study");
        await details.GetByLabel("Reviewed by").FillAsync("Dr. Jo");
        await details.GetByLabel("Description for search engines").FillAsync("What walking does.");
        await Expect(details.Locator(".share-result")).ToContainTextAsync("What walking does.");
        await Expect(details.Locator(".share-card")).ToContainTextAsync("A walk");
        await desk.ScreenshotAsync("desk-details-filled");
        Assert.Equal("", await desk.AxeAsync());
        await details.GetByRole(AriaRole.Textbox, new() { Name = "Authors" }).FillAsync("Jo");
        await desk.SaveAsync();

        Assert.Equal(
            "---\ntitle: A walk\ntags: [Sleep]\nsources:\n  - title: A study\n    url: https://example.org/study\nreviewed_by: Dr. Jo\nmeta_description: What walking does.\nauthors: [Jo]\n---\n\nText.\n",
            await site.TextOfAsync("next/posts/a-walk.md")
        );
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
