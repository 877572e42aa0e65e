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

    [TheoryWith<Chromium>]
    [MemberData(nameof(DeskVisit.Widths), MemberType = typeof(DeskVisit))]
    public async Task The_practice_and_its_help_in_a_crisis_are_filled_into_a_form(bool isPhone)
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync(
            "site.yaml",
            "title: Quiet\n# ours\npractice:\n  name: Old name # on the door\n  hours:\n    - Mon 9:00-12:00 # early\n"
        );
        await using var desk = await DeskVisit.StartAsync(site, isPhone, "#/edit/site.yaml");
        await desk.ShowAsync("Details");
        var form = desk.Page.Locator("#pane-details");

        await Expect(form.GetByLabel("Hours")).ToHaveValueAsync("Mon 9:00-12:00");
        await form.GetByLabel("Name of the practice").FillAsync("Locally Well");
        await form.GetByLabel("Kind").SelectOptionAsync(new SelectOptionValue { Label = "Clinic or group practice" });
        await form.GetByLabel("Street and number").FillAsync("1 Example Lane");
        await form.GetByLabel("Town").FillAsync("Springfield");
        await form.GetByLabel("Telephone").FillAsync("+1 555-555-0137");
        await form.GetByLabel("Hours").FillAsync("Mon 9:00-12:00\nTue 9:00-17:30\n");
        await form.GetByLabel("Words of the booking link").FillAsync("Book a first call");
        await form.GetByLabel("Where booking leads").FillAsync("https://booking.example/jane");
        await form.GetByLabel("Who helps").FillAsync("988 Lifeline");
        await form.GetByRole(AriaRole.Textbox, new() { Name = "Number", Exact = true }).FillAsync("988");
        await form.GetByLabel("Words One on each line").FillAsync("suicide\nself-harm");
        await form.GetByLabel("Kind").ScrollIntoViewIfNeededAsync();
        await desk.ScreenshotAsync(isPhone ? "desk-phone-practice" : "desk-practice");
        Assert.Equal("", await desk.AxeAsync());
        await desk.SaveAsync();

        Assert.Equal(
            """
            title: Quiet
            # ours
            practice:
              name: Locally Well # on the door
              hours:
                - Mon 9:00-12:00 # early
                - Tue 9:00-17:30
              kind: MedicalClinic
              address:
                street: 1 Example Lane
                city: Springfield
              telephone: +1 555-555-0137
              booking:
                label: Book a first call
                url: https://booking.example/jane
            crisis:
              name: 988 Lifeline
              number: "988"
              words:
                - suicide
                - self-harm

            """.ReplaceLineEndings("\n"),
            await site.TextOfAsync("site.yaml")
        );
        await Expect(desk.Page.Locator(".problems.none")).ToHaveCountAsync(1);
        await form.GetByLabel("Street and number").FillAsync("");
        await form.GetByLabel("Town").FillAsync("");
        await desk.SaveAsync();
        Assert.DoesNotContain("address:", await site.TextOfAsync("site.yaml"));
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
