using System.Text.Json;
using KapFunctions.Tests.Support;
using Microsoft.Playwright;

namespace KapFunctions.Browser.Desk;

/// <summary>An editor at the desk, in a browser of their own. Whatever the console complains of fails the test.</summary>
internal sealed class DeskVisit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    private DeskVisit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("Failed to load resource"))
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public static (int Width, int Height) Desktop => (1360, 850);

    public static (int Width, int Height) Phone => (390, 844);

    public IPage Page { get; }

    /// <summary>The text that is being edited.</summary>
    public ILocator Text => Page.Locator("#pane-write .cm-content");

    /// <summary>Opens the desk and signs in.</summary>
    public static async Task<DeskVisit> StartAsync(
        TestSite site,
        (int Width, int Height)? size = null,
        ColorScheme scheme = ColorScheme.Light,
        string place = "#/"
    )
    {
        var (width, height) = size ?? Desktop;
        var browser = await Chromium.BrowserAsync();
        var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = scheme,
                BaseURL = site.Address.AbsoluteUri,
                ReducedMotion = ReducedMotion.Reduce,
                TimezoneId = "Europe/Berlin",
            }
        );
        context.SetDefaultTimeout(10_000);
        var visit = new DeskVisit(context, await context.NewPageAsync());
        await visit.Page.GotoAsync("/desk" + place);
        await visit.SignInAsync();
        return visit;
    }

    public async Task SignInAsync()
    {
        await Page.GetByLabel("Key", new() { Exact = true }).FillAsync(TestSite.FunctionKey);
        await Page.Locator(".sign-in button").ClickAsync();
        await Assertions.Expect(Page.Locator(".sign-in")).ToHaveCountAsync(0);
    }

    /// <summary>Replaces the whole text, as by typing.</summary>
    public async Task WriteAsync(string text)
    {
        await Text.ClickAsync();
        await Page.Keyboard.PressAsync("Control+a");
        await Page.Keyboard.InsertTextAsync(text);
    }

    public async Task SaveAsync()
    {
        await Page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(Page.Locator(".save-state")).ToContainTextAsync("Saved at");
    }

    public Task ShowAsync(string pane) => Page.GetByRole(AriaRole.Tab, new() { Name = pane }).ClickAsync();

    public Task ScreenshotAsync(string name) => Page.ScreenshotAsync(new() { Path = Checkout.Screenshot(name) });

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

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.Empty(complaints);
    }
}
