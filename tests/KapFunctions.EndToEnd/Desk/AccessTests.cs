using KapFunctions.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>Everybody can work at the desk: axe-core finds nothing, in either light, at any width, and keys are enough.</summary>
public sealed class AccessTests
{
    [TheoryWith<Chromium>]
    [InlineData("desktop", ColorScheme.Light)]
    [InlineData("desktop", ColorScheme.Dark)]
    [InlineData("phone", ColorScheme.Light)]
    [InlineData("phone", ColorScheme.Dark)]
    [InlineData("narrow", ColorScheme.Light)]
    public async Task Every_page_is_accessible_and_nothing_runs_off_its_side(string width, ColorScheme scheme)
    {
        await using var site = await TestSite.StartAsync();
        await UploadAllSortsAsync(site);
        var size = width switch
        {
            "desktop" => DeskVisit.Desktop,
            "phone" => DeskVisit.Phone,
            _ => (320, 640),
        };
        await using var desk = await DeskVisit.StartAsync(site, size, scheme);
        var name = $"desk-{width}-{scheme.ToString().ToLowerInvariant()}";

        await Expect(desk.Page.Locator(".posts li")).ToHaveCountAsync(6);
        await desk.CheckAsync($"{name}-posts");
        await desk.Button("New post").ClickAsync();
        await desk.CheckAsync($"{name}-new");
        await desk.Button("Close").ClickAsync();
        await desk.Page.GotoAsync("/desk#/edit/posts/kind.md");
        await Expect(desk.Text).ToContainTextAsync("Kind words, *quickly*");
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("This is the next version");
        await desk.Button("Compare").ClickAsync();
        await Expect(desk.Page.Locator(".changes ins")).ToHaveTextAsync("quickly");
        await desk.CheckAsync($"{name}-compare");
        await desk.Button("Close").ClickAsync();
        await desk.Button("Publish …").ClickAsync();
        await Expect(desk.Page.Locator(".changes ins")).ToHaveTextAsync("quickly");
        await desk.CheckAsync($"{name}-publish");
        await desk.Button("Close").ClickAsync();
        foreach (var pane in new[] { "Preview", "Details", "History" })
        {
            await desk.ShowAsync(pane);
            await desk.CheckAsync($"{name}-{pane.ToLowerInvariant()}");
        }

        if (width != "desktop")
        {
            await desk.ShowAsync("Write");
            await Expect(desk.Page.Locator(".problems li")).ToBeInViewportAsync();
            await desk.CheckAsync($"{name}-write");
        }

        await desk.Page.GetByLabel("More").ClickAsync();
        await desk.CheckAsync($"{name}-menu");
        await desk.Page.GotoAsync("/desk#/media");
        await Expect(desk.Page.Locator(".media li")).ToHaveCountAsync(2);
        await desk.CheckAsync($"{name}-media");
        await desk.Page.GotoAsync("/desk#/upload");
        await desk.CheckAsync($"{name}-upload");
        await desk.Page.GotoAsync("/desk#/status");
        await Expect(desk.Page.Locator(".facts")).ToBeVisibleAsync();
        await desk.CheckAsync($"{name}-status");
        await desk.Button("Sign out").ClickAsync();
        await desk.CheckAsync($"{name}-sign-in");
    }

    [FactWith<Chromium>]
    public async Task Keys_are_enough()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/kind.md", "# Kind words\n");
        await using var desk = await DeskVisit.StartAsync(site);
        await Expect(desk.Page.Locator(".posts li")).ToHaveCountAsync(1);
        var keys = desk.Page.Keyboard;

        await keys.PressAsync("/");
        await keys.TypeAsync("kind");
        await desk.TabToAsync("a[href='#/edit/posts/kind.md']");
        await keys.PressAsync("Enter");
        await Expect(desk.Page.Locator("h1")).ToBeFocusedAsync();

        await desk.TabToAsync("#tab-preview");
        await keys.PressAsync("ArrowRight");
        await Expect(desk.Page.Locator("#tab-details")).ToBeFocusedAsync();
        await Expect(desk.Page.Locator("#pane-details")).ToBeVisibleAsync();
        await desk.TabToAsync(".cm-content");
        await keys.PressAsync("Control+End");
        await keys.TypeAsync("\nMore.");
        await desk.SaveAsync();
        await keys.TypeAsync("/");
        await keys.PressAsync("Escape");
        await keys.PressAsync("Tab");
        await Expect(desk.Text).Not.ToBeFocusedAsync();

        await desk.Page.GetByLabel("More").FocusAsync();
        await keys.PressAsync("Enter");
        await desk.TabToAsync(".menu button:nth-of-type(7)");
        await keys.PressAsync("Enter");
        await Expect(desk.Dialog("Keys")).ToContainTextAsync("The next problem");
        Assert.Equal("", await desk.AxeAsync());
        await keys.PressAsync("Escape");
        await Expect(desk.Dialog("Keys")).ToHaveCountAsync(0);
        await Expect(desk.Page.GetByLabel("More")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await keys.PressAsync("Escape");
        await Expect(desk.Button("Delete")).ToBeHiddenAsync();
        await keys.PressAsync("?");
        await Expect(desk.Dialog("Keys")).ToBeVisibleAsync();
    }

    /// <summary>Alt and a digit, as the list of keys says, from within the text.</summary>
    [TheoryWith<Chromium>]
    [MemberData(nameof(DeskVisit.Widths), MemberType = typeof(DeskVisit))]
    public async Task Each_tab_has_its_key(bool isPhone)
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/kind.md", "# Kind words\n");
        await using var desk = await DeskVisit.StartAsync(site, isPhone, "#/edit/posts/kind.md");
        await desk.Text.FocusAsync();
        foreach (var (key, pane) in new[] { ("Alt+2", "preview"), ("Alt+3", "details"), ("Alt+4", "history") })
        {
            await desk.Page.Keyboard.PressAsync(key);
            await Expect(desk.Page.Locator($"#pane-{pane}")).ToBeVisibleAsync();
            await Expect(desk.Page.Locator($"#tab-{pane}")).ToBeFocusedAsync();
        }

        await desk.Page.Keyboard.PressAsync("Alt+1");
        await Expect(desk.Text).ToBeFocusedAsync();
    }

    private const string Lake = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><rect width="400" height="300" fill="#9cc3c0"/><path d="M0 190q100-60 200 0t200 0v110H0z" fill="#2f6f6a"/></svg>
        """;

    private static async Task UploadAllSortsAsync(TestSite site)
    {
        const string Kind =
            "---\ntitle: Kind words\ndate: 2024-05-06\ntags: [Calm, Sleep]\nimage: javascript:no\n---\n\nKind words, *slowly*.\n\n> Rest.\n\n- one\n- two\n";
        await site.UploadAsync("posts/kind.md", Kind);
        await site.UploadAsync("next/posts/kind.md", Kind.Replace("slowly", "quickly"));
        await site.UploadAsync("media/2024/the-lake.svg", Lake);
        await site.UploadAsync("media/2024/a-document.pdf", "%PDF-1.4");
        await site.UploadAsync("posts/long.md", $"---\ntitle: {new string('w', 400)}\ndate: 2024-05-05\n---\nText.");
        await site.UploadAsync(
            "posts/rtl äöü.md",
            "---\ntitle: <b>مرحبا</b> بالعالم\ndate: 2024-05-04\ntags: ['../']\n---\nText."
        );
        await site.UploadAsync("posts/later.md", "---\ndate: 2099-01-01\n---\nText.");
        await site.UploadAsync("posts/broken.md", "---\ntitle: x");
        await site.UploadAsync("pages/about.md", "---\ntitle: About us\ndraft: true\n---\nText.");
        await site.WaitAsync("/api/editor/posts", reply => reply.Json.GetProperty("posts").GetArrayLength() == 6);
    }
}
