using System.Net;
using System.Net.Http.Json;
using KapFunctions.Storage.Keys;
using KapFunctions.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>What a role does not cover is said before somebody has tried, and what it covers is told with a name.</summary>
public sealed class RolesTests
{
    private const string Path = "posts/a-walk.md";
    private const string Post = "#/edit/" + Path;

    [TheoryWith<Chromium>]
    [MemberData(nameof(DeskVisit.Widths), MemberType = typeof(DeskVisit))]
    public async Task An_author_saves_the_next_version_and_reads_who_publishes_it(bool isPhone)
    {
        await using var site = await LiveAsync();
        var authors = await site.MakeKeyAsync(Role.Author, "Ada");
        await using var desk = await DeskVisit.StartAsync(
            site,
            isPhone ? DeskVisit.Phone : DeskVisit.Desktop,
            place: Post,
            key: authors
        );
        await desk.WriteAsync(Text("Ada's words."));
        await desk.SaveAsync();

        await Expect(desk.Page.Locator(".edit-head")).ToContainTextAsync("An editor publishes it.");
        await Expect(desk.Button("Publish …")).ToHaveCountAsync(0);
        await desk.Page.GetByLabel("More").ClickAsync();
        await Expect(desk.Page.Locator(".menu")).ToContainTextAsync("An editor publishes, takes back and deletes.");
        await Expect(desk.Button("Delete")).ToHaveCountAsync(0);
        await Expect(desk.Button("Unpublish")).ToHaveCountAsync(0);
        await desk.ScreenshotAsync(isPhone ? "desk-phone-author" : "desk-author");
        Assert.Equal("", await desk.AxeAsync());
        Assert.Contains("First.", (await site.GetAsync("/api/posts/a-walk/html")).Body);

        await desk.Page.GotoAsync("/desk#/media");
        await Expect(desk.Page.GetByText("Replacing and deleting them is for an editor")).ToBeVisibleAsync();
        await Expect(desk.Button("Delete lake.png")).ToBeDisabledAsync();
        await Expect(desk.Button("Replace lake.png")).ToBeDisabledAsync();
        await desk.Page.GotoAsync("/desk#/status");
        await Expect(desk.Page.GetByText("You are Ada, an author")).ToBeVisibleAsync();
        await Expect(desk.Button("Render everything anew")).ToHaveCountAsync(0);
        await desk.Page.GotoAsync("/desk#/edit/site.yaml");
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("Changing it is for an owner: ask one.");
        await Expect(desk.Button("Save")).ToBeDisabledAsync();
        Assert.Equal("", await desk.AxeAsync());
    }

    [FactWith<Chromium>]
    public async Task A_role_that_was_taken_away_while_somebody_wrote_costs_them_no_word()
    {
        await using var site = await LiveAsync();
        var authors = await site.MakeKeyAsync(Role.Author, "Ada");
        await using var desk = await DeskVisit.StartAsync(site, place: Post, key: null);
        await desk.Page.RouteAsync(
            "**/api/editor/me",
            route => route.FulfillAsync(new() { Json = new { name = "Ada", role = "editor" } })
        );
        await desk.SignInAsync(authors);
        await desk.WriteAsync(Text("Ada's words."));
        await desk.Button("Publish …").ClickAsync();
        await desk.Page.UnrouteAllAsync();
        await desk.Button("Publish now").ClickAsync();

        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("needs the role of an editor");
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("ask an editor");
        await Expect(desk.Button("Publish …")).ToHaveCountAsync(0);
        await Expect(desk.Page.Locator(".edit-head")).ToContainTextAsync("An editor publishes it.");
        Assert.Contains("Ada's words.", await site.TextOfAsync("next/" + Path));
        Assert.Contains("First.", (await site.GetAsync("/api/posts/a-walk/html")).Body);
    }

    [FactWith<Chromium>]
    public async Task A_key_that_is_revoked_in_the_middle_of_a_save_is_asked_for_and_the_save_goes_on()
    {
        await using var site = await LiveAsync();
        var first = await site.MakeKeyAsync(Role.Editor, "Eve");
        var second = await site.MakeKeyAsync(Role.Editor, "Eve again");
        await using var desk = await DeskVisit.StartAsync(site, place: Post, key: first);
        await desk.WriteAsync(Text("Eve's words."));
        await desk.Page.RouteAsync(
            "**/api/editor/next?path=posts%2Fa-walk.md&base=*",
            async route =>
            {
                await RevokeAsync(site, "Eve");
                await route.ContinueAsync();
            },
            new() { Times = 1 }
        );

        await desk.Page.Keyboard.PressAsync("Control+s");
        await Expect(desk.Dialog("Your key is not accepted any more")).ToBeVisibleAsync();
        await desk.SignInAsync(second);

        await Expect(desk.Page.Locator(".save-state")).ToContainTextAsync("Saved at");
        Assert.Contains("Eve's words.", await site.TextOfAsync("next/" + Path));
    }

    [FactWith<Chromium>]
    public async Task History_says_who_wrote_what()
    {
        await using var site = await LiveAsync();
        await using (
            var eve = await DeskVisit.StartAsync(site, place: Post, key: await site.MakeKeyAsync(Role.Editor, "Eve"))
        )
        {
            await eve.WriteAsync(Text("Eve's words."));
            await eve.PublishAsync();
        }

        await using (
            var ada = await DeskVisit.StartAsync(site, place: Post, key: await site.MakeKeyAsync(Role.Author, "Ada"))
        )
        {
            await ada.WriteAsync(Text("Ada's words."));
            await ada.SaveAsync();
        }

        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("the next version by Ada");
        await desk.ShowAsync("History");
        var versions = desk.Page.Locator(".history li button");
        await Expect(versions.First).ToContainTextAsync("Eve");
        await Expect(versions.First).ToContainTextAsync("Live");
        await versions.First.ClickAsync();
        await Expect(desk.Page.Locator(".history h2")).ToHaveTextAsync("What the next version changes");
        await desk.ScreenshotAsync("desk-history-next");
        Assert.Equal("", await desk.AxeAsync());
    }

    /// <summary>Going back is shown as what it does: what comes back is added, what it takes away is removed.</summary>
    [FactWith<Chromium>]
    public async Task The_difference_goes_the_way_that_the_button_goes()
    {
        await using var site = await LiveAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync(Text("Second."));
        await desk.PublishAsync();
        await desk.ShowAsync("History");
        await desk.Page.Locator(".history li button").Nth(1).ClickAsync();

        await Expect(desk.Page.Locator(".history h2")).ToHaveTextAsync("What going back changes");
        await Expect(desk.Page.Locator(".difference .cm-deletedChunk")).ToContainTextAsync("Second.");
        await Expect(desk.Page.Locator(".difference .cm-changedLine")).ToContainTextAsync("First.");
        await desk.WriteAsync(Text("Third."));
        await desk.Page.Locator(".history li button").First.ClickAsync();
        await Expect(desk.Page.Locator(".history h2")).ToHaveTextAsync("What you changed since");
        await Expect(desk.Page.Locator(".difference .cm-deletedChunk")).ToContainTextAsync("Second.");
        await Expect(desk.Page.Locator(".difference .cm-changedLine")).ToContainTextAsync("Third.");
    }

    [TheoryWith<Chromium>]
    [MemberData(nameof(DeskVisit.Widths), MemberType = typeof(DeskVisit))]
    public async Task An_owner_makes_a_key_that_opens_the_desk_and_takes_it_back(bool isPhone)
    {
        await using var site = await LiveAsync();
        await using var desk = await DeskVisit.StartAsync(site, isPhone, "#/status");
        await desk.Button("New key").ClickAsync();
        await desk.Page.GetByLabel("Whose it is").FillAsync("Ada");
        await desk.ScreenshotAsync(isPhone ? "desk-phone-new-key" : "desk-new-key");
        Assert.Equal("", await desk.AxeAsync());
        await desk.Button("Make the key").ClickAsync();
        var made = await desk.Dialog("New key").GetByLabel("Key of Ada").InputValueAsync();
        await desk.Button("Done").ClickAsync();
        var keys = desk.Page.GetByRole(AriaRole.List, new() { Name = "Keys" });
        await Expect(keys).ToContainTextAsync("author, never used");
        await desk.ScreenshotAsync(isPhone ? "desk-phone-keys" : "desk-keys");
        Assert.Equal("", await desk.AxeAsync());

        await using (var ada = await DeskVisit.StartAsync(site, place: "#/status", key: made))
        {
            await Expect(ada.Page.GetByText("You are Ada, an author")).ToBeVisibleAsync();
            await Expect(ada.Button("New key")).ToHaveCountAsync(0);
        }

        await desk.Button("Revoke the key of Ada").ClickAsync();
        await desk.Button("Revoke it").ClickAsync();
        await Expect(desk.Button("Revoke the key of Ada")).ToHaveCountAsync(0);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/editor/me");
        Assert.Equal(401, (await site.SendAsync(request, ("x-functions-key", made))).Status);
    }

    private static async Task RevokeAsync(TestSite site, string name)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Delete,
            "/api/editor/keys?name=" + Uri.EscapeDataString(name)
        );
        Assert.Equal(204, (await site.SendAsync(request, ("x-functions-key", TestSite.FunctionKey))).Status);
    }

    private static string Text(string words) => $"---\ntitle: A walk\ndate: 2024-05-06\n---\n\n{words}\n";

    private static async Task<TestSite> LiveAsync()
    {
        var site = await TestSite.StartAsync();
        await site.UploadAsync("media/2024/lake.png", BinaryData.FromBytes(TestPicture.Png(8, 6)));
        await site.UploadAsync("site.yaml", "title: The Practice\n");
        await site.UploadAsync(Path, Text("First."));
        await site.WaitAsync("/api/posts/a-walk", HttpStatusCode.OK);
        return site;
    }
}
