using System.Net;
using KapFunctions.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>Somebody who comes from a word processor writes without having read anything.</summary>
public sealed class FirstPostTests
{
    private const string Post = "#/edit/posts/a-walk.md";

    [TheoryWith<Chromium>]
    [MemberData(nameof(DeskVisit.Widths), MemberType = typeof(DeskVisit))]
    public async Task A_first_post_is_written_on_a_clean_page(bool isPhone)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(
            site,
            isPhone ? DeskVisit.Phone : DeskVisit.Desktop,
            isNew: true
        );
        var keys = desk.Page.Keyboard;
        await desk.Button("New post").First.ClickAsync();
        await desk.Page.GetByRole(AriaRole.Textbox, new() { Name = "Title" }).FillAsync("Sleep");
        await desk.Button("Begin writing").ClickAsync();

        var title = desk.Page.GetByRole(AriaRole.Textbox, new() { Name = "Title", Exact = true });
        await Expect(title).ToHaveValueAsync("Sleep");
        await title.FillAsync("Sleep: a beginning");
        await title.PressAsync("Enter");
        await Expect(desk.Text).ToBeFocusedAsync();
        await keys.TypeAsync("Rest is ");
        await desk.PressToolAsync("Bold");
        await keys.TypeAsync("good");
        await keys.PressAsync("End");
        await keys.TypeAsync(" for you.\n");
        await desk.PressToolAsync("List");
        await keys.TypeAsync("Tea\nA book\n\nThen sleep.");
        await Expect(desk.Page.Locator(".counts")).ToHaveTextAsync("10 words");
        await Expect(desk.Text).Not.ToContainTextAsync("draft: true");
        if (!isPhone)
        {
            await Expect(desk.Preview.GetByText("Then sleep.")).ToBeVisibleAsync();
        }

        await desk.ScreenshotAsync(isPhone ? "desk-phone-clean" : "desk-clean");
        Assert.Equal("", await desk.AxeAsync());
        await desk.Button("Publish …").ClickAsync();
        await desk.Button("Publish now").ClickAsync();

        var live = await site.WaitAsync("/api/posts/sleep", HttpStatusCode.OK);
        Assert.Equal("Sleep: a beginning", live.Json.GetProperty("title").GetString());
        Assert.Equal(
            "<p>Rest is <strong>good</strong> for you.</p>\n<ul>\n<li>Tea</li>\n<li>A book</li>\n</ul>\n<p>Then sleep.</p>",
            live.Json.GetProperty("html").GetString()!.Trim()
        );
    }

    [FactWith<Chromium>]
    public async Task The_head_of_a_file_is_hidden_until_it_is_asked_for_and_nothing_reaches_it_by_a_slip()
    {
        const string Head = "---\ntitle: A walk\nextra: 1\n---\n\n";
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a-walk.md", Head + "Text.\n");
        await using var desk = await DeskVisit.StartAsync(site, place: Post, isNew: true);
        await Expect(desk.Text).ToHaveTextAsync("Text.");

        await desk.WriteAsync("Other ");
        await desk.Page.Keyboard.PressAsync("Control+Home");
        await desk.Page.Keyboard.PressAsync("Backspace");
        await desk.Page.Keyboard.TypeAsync("words");
        await desk.SaveAsync();
        Assert.Equal(Head + "wordsOther ", await site.TextOfAsync("next/posts/a-walk.md"));

        await desk.ShowAsync("Details");
        await desk.Page.GetByLabel("Show as text").CheckAsync();
        await Expect(desk.Text).ToContainTextAsync("extra: 1");
        await desk.Page.ReloadAsync();
        await Expect(desk.Text).ToContainTextAsync("extra: 1");
    }

    [FactWith<Chromium>]
    public async Task Publish_stays_while_the_head_is_off_and_says_what_to_mend_first()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync("---\ntitle: \"A walk\ndraft: true\n---\n\nText.\n");
        await Expect(desk.Page.Locator(".problems li")).ToHaveCountAsync(1);

        await desk.Button("Publish …").ClickAsync();
        await Expect(desk.Dialog("Publish")).ToContainTextAsync("Readers cannot get it yet.");
        await Expect(desk.Button("Publish now")).ToHaveCountAsync(0);
        await desk.Dialog("Publish")
            .GetByRole(AriaRole.List, new() { Name = "To mend" })
            .GetByRole(AriaRole.Button)
            .First.ClickAsync();
        await Expect(desk.Text).ToBeFocusedAsync();

        await desk.WriteAsync("---\ntitle: A walk\ndraft: true\n---\n\n![](../media/none.png)\n");
        await Expect(desk.Page.Locator(".problems .warning").First).ToBeVisibleAsync();
        await desk.Button("Publish …").ClickAsync();
        await Expect(desk.Dialog("Publish")).ToContainTextAsync("worth mending first");
        await desk.ScreenshotAsync("desk-publish-problems");
        Assert.Equal("", await desk.AxeAsync());
        await desk.Button("Publish now").ClickAsync();
        await Expect(desk.Page.Locator(".edit-head .badge")).ToHaveTextAsync("Published");
    }

    [FactWith<Chromium>]
    public async Task What_is_published_is_taken_back_by_that_name()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a-walk.md", "---\ntitle: A walk\n---\n\nText.\n");
        await site.WaitAsync("/api/posts/a-walk", HttpStatusCode.OK);
        await using var desk = await DeskVisit.StartAsync(site, place: Post);

        await desk.ChooseAsync("Unpublish");
        await Expect(desk.Page.Locator(".edit-head .badge")).ToHaveTextAsync("Draft");
        await site.WaitAsync("/api/posts/a-walk", HttpStatusCode.NotFound);

        await desk.Page.Locator(".toasts").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await site.WaitAsync("/api/posts/a-walk", HttpStatusCode.OK);
    }

    [FactWith<Chromium>]
    public async Task Whoever_signs_out_says_what_is_to_become_of_unsaved_text()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("site.yaml", "title: The Practice\n");
        await site.WaitAsync("/api/settings", reply => reply.Body.Contains("The Practice"));
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync("# A walk\n\nNobody else's business.\n");

        await desk.Button("Sign out").ClickAsync();
        await Expect(desk.Dialog("Unsaved text")).ToContainTextAsync("posts/a-walk.md");
        Assert.Equal("", await desk.AxeAsync());
        await desk.Button("Sign out and throw it away").ClickAsync();
        await Expect(desk.Dialog("The Practice")).ToBeVisibleAsync();
        Assert.DoesNotContain("Nobody else", await desk.Page.EvaluateAsync<string>("JSON.stringify(localStorage)"));

        await desk.SignInAsync();
        await desk.Page.GotoAsync("/desk" + Post);
        await desk.WriteAsync("# A walk\n\nMine.\n");
        await desk.Button("Sign out").ClickAsync();
        await desk.Button("Sign out and keep it here").ClickAsync();
        await desk.SignInAsync();
        await desk.Page.GotoAsync("/desk" + Post);
        await Expect(desk.Text).ToContainTextAsync("Mine.");
    }
}
