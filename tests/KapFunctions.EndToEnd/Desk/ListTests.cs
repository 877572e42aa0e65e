using KapFunctions.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>The list of posts: every state, found by filter and search, kept current whoever changes what.</summary>
public sealed class ListTests
{
    [FactWith<Chromium>]
    public async Task The_list_follows_what_others_do()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a.md", "# First\n");
        await using var desk = await DeskVisit.StartAsync(site);
        await Expect(desk.Page.Locator(".posts li")).ToHaveCountAsync(1);

        await site.UploadAsync("posts/b.md", "---\ntitle: Second\ndraft: true\n---\nText.");
        await Expect(desk.Page.Locator(".posts")).ToContainTextAsync("Second");
        await site.UploadAsync("posts/a.md", "# First, renamed\n");
        await Expect(desk.Page.Locator(".posts")).ToContainTextAsync("First, renamed");

        Assert.Contains(desk.Asked, address => address.Contains("/api/changes?since="));
    }

    [FactWith<Chromium>]
    public async Task Every_state_has_a_filter_and_words_find_titles_tags_and_paths()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync(
            "posts/a.md",
            "---\ntitle: Published here\ndate: 2024-01-01\ntags: [Ängste]\n---\nText."
        );
        await site.UploadAsync("posts/b.md", "---\ntitle: Later\ndate: 2099-01-01\n---\nText.");
        await site.UploadAsync("posts/c.md", "---\ntitle: Unfinished\ndraft: true\n---\nText.");
        await site.UploadAsync("posts/d.md", "---\ntitle: Over\nexpires: 2001-01-01\n---\nText.");
        await site.UploadAsync("posts/e.md", "---\ntitle: x");
        await site.UploadAsync("pages/f.md", "---\ntitle: A page\n---\nText.");
        await site.WaitAsync("/api/editor/posts", reply => reply.Json.GetProperty("posts").GetArrayLength() == 6);
        await using var desk = await DeskVisit.StartAsync(site);
        var rows = desk.Page.Locator(".posts li");
        await Expect(rows).ToHaveCountAsync(6);

        foreach (
            var (filter, title) in new[]
            {
                ("Scheduled 1", "Later"),
                ("Drafts 1", "Unfinished"),
                ("Expired 1", "Over"),
                ("To mend 1", "e.md"),
                ("Pages 1", "A page"),
            }
        )
        {
            await desk.Button(filter).ClickAsync();
            await Expect(rows).ToHaveCountAsync(1);
            await Expect(rows).ToContainTextAsync(title);
        }

        await desk.Button("All 6").ClickAsync();
        foreach (var search in new[] { "published HERE", "angste", "posts/a.md" })
        {
            await desk.Page.GetByLabel("Search posts").FillAsync(search);
            await Expect(rows).ToHaveCountAsync(1);
        }

        await rows.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(desk.Text).ToBeVisibleAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Posts", Exact = true }).ClickAsync();
        await Expect(desk.Page.GetByLabel("Search posts")).ToHaveValueAsync("posts/a.md");
        await Expect(rows).ToHaveCountAsync(1);

        await desk.Page.GetByLabel("Search posts").FillAsync("nothing like it");
        await Expect(desk.Page.GetByText("No post is like that.")).ToBeVisibleAsync();
    }

    [FactWith<Chromium>]
    public async Task A_site_without_posts_says_how_to_begin()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site);

        await Expect(desk.Page.GetByText("Nothing has been written yet.")).ToBeVisibleAsync();
        Assert.Equal("", await desk.AxeAsync());
    }

    [FactWith<Chromium>]
    public async Task The_settings_of_the_site_are_a_file_like_any_other_and_a_form()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site);

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Site settings" }).ClickAsync();
        await desk.WriteAsync("title: Quiet\ntimezone: Nowhere/Here\n");
        await desk.Page.GetByLabel("One line about it").FillAsync("For calm");
        await Expect(desk.Text).ToContainTextAsync("description: For calm");
        await desk.SaveAsync();

        await Expect(desk.Page.Locator(".problems li")).ToContainTextAsync("Line 2");
        await site.WaitAsync("/api/settings", reply => reply.Body.Contains("Quiet"));
    }
}
