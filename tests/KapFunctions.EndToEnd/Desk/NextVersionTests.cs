using System.Security.Cryptography;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Files;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>What readers see changes when somebody publishes, and at no other time.</summary>
public sealed class NextVersionTests
{
    private const string Path = "posts/a-walk.md";
    private const string Post = "#/edit/" + Path;

    [TheoryWith<Chromium>]
    [MemberData(nameof(DeskVisit.Widths), MemberType = typeof(DeskVisit))]
    public async Task Saving_a_live_post_changes_nothing_for_its_readers_until_it_is_published(bool isPhone)
    {
        await using var site = await LiveAsync();
        await using var desk = await DeskVisit.StartAsync(site, isPhone, Post);
        await desk.WriteAsync(Text("The lake at dusk, and slowly."));
        await desk.SaveAsync();
        await Expect(desk.Page.Locator(".save-state")).ToContainTextAsync("for editors only");
        Assert.Contains("The lake at dawn.", await LiveHtmlAsync(site));

        await desk.Page.GotoAsync("/desk#/");
        var row = desk.Page.Locator(".posts li");
        await Expect(row.Locator(".badge.next")).ToHaveTextAsync("Next version");
        await desk.Button("Next versions 1").ClickAsync();
        await desk.ScreenshotAsync(Named("next-list", isPhone));
        Assert.Equal("", await desk.AxeAsync());
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(desk.Text).ToContainTextAsync("at dusk");
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("This is the next version by");
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("Readers see the live one.");
        await desk.ScreenshotAsync(Named("next", isPhone));
        Assert.Equal("", await desk.AxeAsync());

        await desk.Button("Compare").ClickAsync();
        var compared = desk.Dialog("Next version and live text");
        await Expect(compared.Locator("del").First).ToHaveTextAsync("dawn");
        await Expect(compared.Locator("ins").First).ToHaveTextAsync("dusk, and slowly");
        await compared.GetByText("The live text").ClickAsync();
        await Expect(compared.Locator("pre")).ToContainTextAsync("The lake at dawn.");
        await desk.ScreenshotAsync(Named("next-compare", isPhone));
        Assert.Equal("", await desk.AxeAsync());
        await desk.Button("Close").ClickAsync();

        await desk.Button("Publish …").ClickAsync();
        await Expect(desk.Dialog("Publish").Locator("ins").First).ToBeVisibleAsync();
        await desk.ScreenshotAsync(Named("next-publish", isPhone));
        Assert.Equal("", await desk.AxeAsync());
        await desk.Button("Publish now").ClickAsync();
        await Expect(desk.Page.Locator(".save-state")).ToContainTextAsync("Published");

        Assert.Contains("dusk, and slowly", await LiveHtmlAsync(site));
        Assert.False(await HasNextAsync(site));
        await Expect(desk.Page.Locator(".notices .notice")).ToHaveCountAsync(0);
    }

    [FactWith<Chromium>]
    public async Task A_preview_link_shows_the_next_version()
    {
        await using var site = await LiveAsync(
            new() { ["Preview:Keys"] = "one:" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) }
        );
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync(Text("At dusk."));
        await desk.SaveAsync();

        await desk.ChooseAsync("Preview link");
        await Expect(desk.Dialog("Preview link")).ToContainTextAsync("sees the next version");
        var link = new Uri(await desk.Dialog("Preview link").GetByLabel("Link").InputValueAsync());

        Assert.Contains("At dusk.", (await site.GetAsync(link.PathAndQuery)).Body);
    }

    [TheoryWith<Chromium>]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_live_text_that_changed_meanwhile_is_shown_beside_ones_own_and_the_editor_chooses(bool isMine)
    {
        await using var site = await LiveAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync(Text("Mine."));
        await desk.SaveAsync();
        await site.UploadAsync(Path, Text("Theirs."));
        await site.WaitAsync("/api/posts/a-walk", reply => reply.Body.Contains("Theirs."));
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("publishing shows you both first");

        await desk.Button("Publish …").ClickAsync();
        await desk.Button("Publish now").ClickAsync();
        var conflict = desk.Dialog("Two versions");
        await Expect(conflict).ToContainTextAsync("Nothing was overwritten");
        await Expect(conflict).ToContainTextAsync("Theirs.");
        await Expect(conflict).ToContainTextAsync("Mine.");
        await desk.ScreenshotAsync("desk-next-conflict");
        Assert.Equal("", await desk.AxeAsync());
        Assert.Contains("Theirs.", await LiveHtmlAsync(site));
        await desk.Button(isMine ? "Publish mine" : "Keep theirs").ClickAsync();

        await Expect(desk.Text).ToContainTextAsync(isMine ? "Mine." : "Theirs.");
        await Expect(desk.Page.Locator(".notices .notice")).ToHaveCountAsync(0);
        Assert.Contains(isMine ? "Mine." : "Theirs.", await LiveHtmlAsync(site));
        Assert.False(await HasNextAsync(site));
        if (!isMine)
        {
            await desk.Page.Locator(".toasts").GetByText("Undo").ClickAsync();
            await Expect(desk.Text).ToContainTextAsync("Mine.");
            Assert.True(await HasNextAsync(site));
        }
    }

    [FactWith<Chromium>]
    public async Task A_live_file_that_is_gone_is_put_there_again_only_when_somebody_says_so()
    {
        await using var site = await LiveAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync(Text("Mine."));
        await desk.SaveAsync();
        await site.DeleteAsync(Path);
        // As the deletion's event would do.
        await site.Services.GetRequiredService<Publisher>().LookAtAsync(Path, LookReason.Changed, default);
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("it was deleted or renamed");

        await desk.Button("Publish …").ClickAsync();
        await desk.Button("Publish now").ClickAsync();
        await Expect(desk.Dialog("Two versions")).ToContainTextAsync("deleted or renamed it. Nothing was published.");
        Assert.Equal("", await desk.AxeAsync());
        await desk.Button("Go on writing").ClickAsync();
        await desk.Page.GotoAsync("/desk#/");
        await Expect(desk.Page.Locator(".posts li .badge")).ToHaveTextAsync("Not published");
        await desk.Page.Locator(".posts li a").ClickAsync();
        await desk.Button("Publish …").ClickAsync();
        await desk.Button("Publish now").ClickAsync();
        await desk.Button("Publish mine").ClickAsync();

        await site.WaitAsync("/api/posts/a-walk", reply => reply.Status == 200 && reply.Body.Contains("Mine."));
    }

    [FactWith<Chromium>]
    public async Task A_text_goes_on_where_its_post_has_moved_to()
    {
        const string There = "posts/walks/a-walk.md";
        await using var site = await LiveAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync(Text("Mine."));
        await desk.SaveAsync();
        await site.UploadAsync(There, Text("The lake at dawn."));
        await site.DeleteAsync(Path);
        // As the deletion's event would do.
        await site.Services.GetRequiredService<Publisher>().LookAtAsync(Path, LookReason.Changed, default);
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync($"it is {There} now");
        Assert.Equal("", await desk.AxeAsync());

        // Opened anew, the desk has not seen the file that is gone.
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync($"it is {There} now");
        await desk.Button("Go on with this text there").ClickAsync();

        await Expect(desk.Page.Locator(".edit-facts .row-path")).ToHaveTextAsync(There);
        await Expect(desk.Text).ToContainTextAsync("Mine.");
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("Readers see the live one.");
        Assert.False(await HasNextAsync(site));
        await desk.PublishAsync();
        Assert.Contains("Mine.", await LiveHtmlAsync(site));
    }

    [FactWith<Chromium>]
    public async Task A_live_file_that_is_broken_is_mended_by_its_next_version_and_a_broken_one_stays_back()
    {
        await using var site = await LiveAsync();
        await site.UploadAsync(Path, "---\ntitle: [\n---\nBroken.");
        await site.WaitAsync("/api/editor/posts", reply => reply.Body.Contains("\"current\":false"));
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await Expect(desk.Page.Locator(".edit-head .badge")).ToHaveTextAsync("Older version");

        await desk.WriteAsync("---\ntitle: A walk\ndate: next Tuesday\n---\nStill broken.");
        await Expect(desk.Page.Locator(".problems li")).ToContainTextAsync("Line 3");
        await desk.Button("Publish …").ClickAsync();
        await Expect(desk.Dialog("Publish")).ToContainTextAsync("Readers cannot get it yet.");
        await desk.Button("Close").ClickAsync();
        await desk.WriteAsync(Text("Mended."));
        await Expect(desk.Page.Locator(".problems.none")).ToBeVisibleAsync();
        await desk.PublishAsync();

        Assert.Contains("Mended.", await LiveHtmlAsync(site));
        await Expect(desk.Page.Locator(".edit-head .badge")).ToHaveTextAsync("Published");
    }

    [FactWith<Chromium>]
    public async Task A_next_version_is_discarded_and_brought_back()
    {
        await using var site = await LiveAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync(Text("Mine."));
        await desk.SaveAsync();

        await desk.ChooseAsync("Discard the next version");
        await Expect(desk.Text).ToContainTextAsync("The lake at dawn.");
        await Expect(desk.Page.Locator(".notices .notice")).ToHaveCountAsync(0);
        Assert.False(await HasNextAsync(site));
        await desk.Page.Locator(".toasts").GetByText("Undo").ClickAsync();

        await Expect(desk.Text).ToContainTextAsync("Mine.");
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("Readers see the live one.");
        await desk.PublishAsync();
        Assert.Contains("Mine.", await LiveHtmlAsync(site));
    }

    [FactWith<Chromium>]
    public async Task A_text_that_does_not_say_that_it_is_a_draft_is_for_editors_alone_until_it_is_published()
    {
        await using var site = await LiveAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: "#/edit/posts/new.md");
        await desk.WriteAsync("# New\n\nWords.\n");
        await desk.SaveAsync();

        Assert.Equal(404, (await site.GetAsync("/api/posts/new")).Status);
        await Expect(desk.Page.Locator(".edit-head .badge")).ToHaveTextAsync("Not published");
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("It was never published.");
        await desk.PublishAsync();
        Assert.Equal(200, (await site.GetAsync("/api/posts/new")).Status);
    }

    [FactWith<Chromium>]
    public async Task A_draft_by_its_folder_is_saved_where_it_stands()
    {
        await using var site = await LiveAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: "#/edit/posts/drafts/new.md");
        await desk.WriteAsync("# New\n\nWords.\n");
        await Expect(desk.Preview.GetByText("Words.")).ToBeVisibleAsync();
        await desk.SaveAsync();

        await Expect(desk.Page.Locator(".edit-head .badge")).ToHaveTextAsync("Draft");
        Assert.Contains("Words.", await site.TextOfAsync("posts/drafts/new.md"));
    }

    [FactWith<Chromium>]
    public async Task What_is_taken_from_readers_keeps_its_next_version()
    {
        await using var site = await LiveAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync(Text("Better."));
        await desk.SaveAsync();

        await desk.ChooseAsync("Unpublish");
        await site.WaitAsync("/api/posts/a-walk", System.Net.HttpStatusCode.NotFound);
        await Expect(desk.Text).ToContainTextAsync("Better.");
        await desk.Page.Locator(".toasts").GetByText("Undo").ClickAsync();
        await site.WaitAsync("/api/posts/a-walk", reply => reply.Body.Contains("at dawn"));
        await desk.PublishAsync();

        Assert.Contains("Better.", await LiveHtmlAsync(site));
    }

    [FactWith<Chromium>]
    public async Task A_publish_whose_answer_was_lost_is_done_once()
    {
        await using var site = await LiveAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync(Text("Mine."));
        await desk.Page.RouteAsync(
            "**/api/editor/next/publish",
            async route =>
            {
                await route.FetchAsync();
                await route.AbortAsync();
            },
            new() { Times = 1 }
        );

        await desk.Button("Publish …").ClickAsync();
        await desk.Button("Publish now").ClickAsync();
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("tried again");
        await desk.Button("Try now").ClickAsync();

        await Expect(desk.Page.Locator(".save-state")).ToContainTextAsync("Published");
        await Expect(desk.Dialog("Two versions")).ToHaveCountAsync(0);
        Assert.Contains("Mine.", await LiveHtmlAsync(site));
    }

    private static string Text(string words) => $"---\ntitle: A walk\ndate: 2024-05-06\n---\n\n{words}\n";

    private static async Task<TestSite> LiveAsync(Dictionary<string, string?>? settings = null)
    {
        var site = await TestSite.StartAsync(settings: settings);
        await site.UploadAsync(Path, Text("The lake at dawn."));
        await site.WaitAsync("/api/posts/a-walk", System.Net.HttpStatusCode.OK);
        return site;
    }

    private static async Task<string> LiveHtmlAsync(TestSite site) =>
        (await site.GetAsync("/api/posts/a-walk/html")).Body;

    private static async Task<bool> HasNextAsync(TestSite site) =>
        await site.Storage.Content.GetBlobClient("next/" + Path).ExistsAsync();

    private static string Named(string name, bool isPhone) => isPhone ? $"desk-phone-{name}" : $"desk-{name}";
}
