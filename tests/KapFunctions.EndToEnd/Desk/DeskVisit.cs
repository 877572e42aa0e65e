using System.Collections.Concurrent;
using System.Text.Json;
using KapFunctions.Testing;
using Microsoft.Playwright;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>An editor at the desk, in a browser of their own. Whatever the console complains of fails the test.</summary>
internal sealed class DeskVisit : IAsyncDisposable
{
    private readonly IBrowserContext context;

    // The browser goes on telling while a test looks.
    private readonly ConcurrentQueue<string> complaints = [];
    private readonly ConcurrentQueue<string> asked = [];
    private readonly List<string> forgiven = [];
    private readonly bool isNarrow;

    private DeskVisit(IBrowserContext context, IPage page, bool isNarrow)
    {
        this.context = context;
        this.isNarrow = isNarrow;
        Page = page;
        page.Request += (_, request) => asked.Enqueue(request.Url);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("Failed to load resource"))
            {
                complaints.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
    }

    public static (int Width, int Height) Desktop => (1360, 850);

    public static (int Width, int Height) Phone => (390, 844);

    /// <summary>Both widths, as a theory's data.</summary>
    public static TheoryData<bool> Widths => [false, true];

    public IPage Page { get; }

    /// <summary>Every address that was asked for.</summary>
    public IReadOnlyCollection<string> Asked => asked;

    /// <summary>The text that is being edited.</summary>
    public ILocator Text => Page.Locator("#pane-write .cm-content");

    /// <summary>Opens the desk, on a phone or on a desk, and signs in.</summary>
    public static Task<DeskVisit> StartAsync(TestSite site, bool isPhone, string place) =>
        StartAsync(site, isPhone ? Phone : Desktop, place: place);

    /// <summary>Opens the desk and signs in.</summary>
    /// <param name="isNew">Somebody who has not asked to see the head of a file, and so does not.</param>
    /// <param name="locale">The language of their browser; English is what the tests look for.</param>
    public static async Task<DeskVisit> StartAsync(
        TestSite site,
        (int Width, int Height)? size = null,
        ColorScheme scheme = ColorScheme.Light,
        string place = "#/",
        Uri? address = null,
        bool isNew = false,
        string? key = TestSite.FunctionKey,
        string locale = "en-US"
    )
    {
        var (width, height) = size ?? Desktop;
        var browser = await Chromium.BrowserAsync();
        var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = scheme,
                BaseURL = (address ?? site.Address).AbsoluteUri,
                StorageState = isNew ? null : HeadIsShown(address ?? site.Address),
                ReducedMotion = ReducedMotion.Reduce,
                TimezoneId = "Europe/Berlin",
                Locale = locale,
            }
        );
        context.SetDefaultTimeout(10_000);
        var visit = new DeskVisit(context, await context.NewPageAsync(), width < 1024);
        await visit.Page.GotoAsync("/desk" + place);
        if (key is not null)
        {
            await visit.SignInAsync(key);
        }

        return visit;
    }

    private static string HeadIsShown(Uri address) =>
        $$"""
            {"cookies":[],"origins":[{"origin":"{{address.GetLeftPart(
                UriPartial.Authority
            )}}","localStorage":[{"name":"kap-desk-head","value":"shown"}]}]}
            """;

    public async Task SignInAsync(string key = TestSite.FunctionKey)
    {
        await Page.Locator(".sign-in input").FillAsync(key);
        await Page.Locator(".sign-in button").ClickAsync();
        await Assertions.Expect(Page.Locator(".sign-in")).ToHaveCountAsync(0);
    }

    /// <summary>Replaces the whole text, as by typing.</summary>
    public async Task WriteAsync(string text)
    {
        if (isNarrow)
        {
            await ShowAsync("Write");
        }

        await Text.ClickAsync();
        await Page.Keyboard.PressAsync("Control+a");
        await Page.Keyboard.InsertTextAsync(text);
    }

    public async Task SaveAsync()
    {
        await Page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(Page.Locator(".save-state")).ToContainTextAsync("Saved at");
    }

    /// <summary>Puts the text before its readers.</summary>
    public async Task PublishAsync()
    {
        await Button("Publish …").ClickAsync();
        await Button("Publish now").ClickAsync();
        await Assertions.Expect(Page.Locator(".save-state")).ToContainTextAsync("Saved at");
        await Assertions.Expect(Page.Locator(".save-state")).Not.ToContainTextAsync("for editors only");
    }

    /// <summary>Presses a button above the text.</summary>
    public Task PressToolAsync(string name) =>
        Page.GetByRole(AriaRole.Toolbar, new() { Name = "Text" })
            .GetByRole(AriaRole.Button, new() { Name = name, Exact = true })
            .ClickAsync();

    /// <summary>Pastes what another program put on the clipboard.</summary>
    public Task PasteAsync(string html, string plain) =>
        Text.EvaluateAsync(
            """
            (element, [html, plain]) => {
                const data = new DataTransfer();
                data.setData("text/html", html);
                data.setData("text/plain", plain);
                element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            new[] { html, plain }
        );

    /// <summary>The page in the preview.</summary>
    public IFrameLocator Preview => Page.FrameLocator("iframe[title='Preview of the article']");

    /// <summary>Chooses from the menu of the file.</summary>
    public async Task ChooseAsync(string item)
    {
        await Page.GetByLabel("More").ClickAsync();
        await Page.Locator(".menu").GetByText(item, new() { Exact = true }).ClickAsync();
    }

    /// <summary>Presses Tab until the focus is there, as somebody without a mouse does.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var i = 0; i < 40; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.Locator($"{selector}:focus").CountAsync() > 0)
            {
                return;
            }
        }

        Assert.Fail($"The Tab key does not come to {selector}.");
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Dialog(string name) => Page.GetByRole(AriaRole.Dialog, new() { Name = name });

    public Task ShowAsync(string pane) => Page.GetByRole(AriaRole.Tab, new() { Name = pane }).ClickAsync();

    /// <summary>Complaints of the console that a test provokes.</summary>
    public void Forgive(string words) => forgiven.Add(words);

    public Task ScreenshotAsync(string name) =>
        Checkout.Screenshot(name) is { } path ? Page.ScreenshotAsync(new() { Path = path }) : Task.CompletedTask;

    /// <summary>What axe-core finds against this page; empty is good.</summary>
    public async Task<string> AxeAsync()
    {
        var axe = Path.Combine(Checkout.Root, "src", "desk", "node_modules", "axe-core", "axe.min.js");
        await Page.EvaluateAsync(await File.ReadAllTextAsync(axe));
        var found = await Page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document, { iframes: false })).violations.map(v => v.id + ': ' + v.nodes.map(n => n.target + ' ' + (n.any[0]?.message ?? '')).join(' | '))"
        );
        return string.Join('\n', found.EnumerateArray().Select(one => one.GetString()));
    }

    /// <summary>What is shown now is accessible, and nothing of it runs off its side.</summary>
    public async Task CheckAsync(string name)
    {
        await ScreenshotAsync(name);
        Assert.Equal("", await AxeAsync());
        Assert.True(
            await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
            $"{name} is wider than its window."
        );
        var cut = await Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('.top a, .top button, .tabs button, .page-head button, .edit-head button')].filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth).map(one => one.textContent)"
        );
        Assert.Empty(cut);
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.DoesNotContain(complaints, complaint => !forgiven.Exists(complaint.Contains));
    }
}
