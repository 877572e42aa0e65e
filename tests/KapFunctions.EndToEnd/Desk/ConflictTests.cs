using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using KapFunctions.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>Two editors of one post, and what is deleted: whatever was written can be had back.</summary>
public sealed class ConflictTests
{
    private const string Post = "#/edit/posts/a-walk.md";

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
        await Expect(one.Page.Locator(".notices"))
            .ToContainTextAsync("Somebody else has saved another next version.", new() { Timeout = 10_000 });

        await one.WriteAsync("# A walk\n\nMy words.\n");
        await one.Page.Keyboard.PressAsync("Control+s");
        var conflict = one.Dialog("Two versions");
        await Expect(conflict).ToContainTextAsync("The other editor's words.");
        await Expect(conflict).ToContainTextAsync("My words.");
        await one.ScreenshotAsync(Named("conflict", isPhone));
        Assert.Equal("", await one.AxeAsync());
        Assert.Equal("# A walk\n\nThe other editor's words.\n", await DownloadAsync(one, "Download theirs"));
        Assert.Equal("# A walk\n\nMy words.\n", await DownloadAsync(one, "Download mine"));

        await one.Button("Keep mine").ClickAsync();
        await Expect(one.Page.Locator(".save-state")).ToContainTextAsync("for editors only");
        Assert.Contains("First.", (await site.GetAsync("/api/posts/a-walk/html")).Body);
        await one.PublishAsync();
        await site.WaitAsync("/api/posts/a-walk", reply => reply.Body.Contains("My words."));

        await one.ShowAsync("History");
        await one.Page.Locator(".history li button").Nth(1).ClickAsync();
        await Expect(one.Page.Locator(".difference")).ToContainTextAsync("My words.");
        await one.ScreenshotAsync(Named("history", isPhone));
        await one.Button("Restore").ClickAsync();
        await Expect(one.Text).ToContainTextAsync("First.");
        await Expect(one.Page.Locator(".toasts")).ToContainTextAsync("for editors only");
        Assert.Contains("My words.", (await site.GetAsync("/api/posts/a-walk/html")).Body);
        await one.PublishAsync();
        await site.WaitAsync("/api/posts/a-walk", reply => reply.Body.Contains("First."));
    }

    [FactWith<Chromium>]
    public async Task The_other_version_can_be_kept_as_well()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a-walk.md", "# A walk\n\nFirst.\n");
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync("# A walk\n\nMine.\n");
        await site.UploadAsync("next/posts/a-walk.md", "# A walk\n\nTheirs.\n");

        await desk.Page.Keyboard.PressAsync("Control+s");
        await desk.Button("Keep theirs").ClickAsync();

        await Expect(desk.Text).ToContainTextAsync("Theirs.");
        await Expect(desk.Page.Locator(".save-state")).ToHaveTextAsync("Saved for editors only");
        await desk.Page.Keyboard.PressAsync("Control+z");
        await Expect(desk.Text).ToContainTextAsync("Mine.");
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
        await Expect(desk.Text).ToContainTextAsync("Old words.");
        await desk.PublishAsync();

        await site.WaitAsync("/api/posts/a-walk", reply => reply.Body.Contains("Old words."));
    }

    private static async Task<string> DownloadAsync(DeskVisit desk, string button)
    {
        var download = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Button(button).ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync();
    }

    private static string Named(string name, bool isPhone) => isPhone ? $"desk-phone-{name}" : $"desk-{name}";
}
