using KapFunctions.Testing;
using Microsoft.Playwright;

namespace KapFunctions.EndToEnd.Site;

/// <summary>
/// A reader, in a browser of their own. Whatever the console complains of fails the test: a broken rule of the
/// Content-Security-Policy stands there, too. Nothing outside the site is reached.
/// </summary>
internal sealed class ReaderVisit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    private ReaderVisit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            // A status that the test asked for is told there as well.
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of"))
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public static ViewportSize Desktop => new() { Width = 1360, Height = 900 };

    public static ViewportSize Tablet => new() { Width = 768, Height = 1024 };

    public static ViewportSize Phone => new() { Width = 390, Height = 844 };

    /// <summary>The narrowest window that the theme is made for.</summary>
    public static ViewportSize Narrow => new() { Width = 320, Height = 640 };

    public IPage Page { get; }

    public static async Task<ReaderVisit> StartAsync(
        TestSite site,
        ViewportSize size,
        ColorScheme scheme = ColorScheme.Light,
        bool runsScripts = true
    )
    {
        var browser = await Chromium.BrowserAsync();
        var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = size,
                ColorScheme = scheme,
                BaseURL = site.Address.AbsoluteUri,
                JavaScriptEnabled = runsScripts,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(10_000);
        // Embedded players are other people's pages: an empty one stands for them.
        await context.RouteAsync(
            url => !url.StartsWith(site.Address.AbsoluteUri, StringComparison.Ordinal),
            route => route.FulfillAsync(new() { ContentType = "text/html", Body = "" })
        );
        return new(context, await context.NewPageAsync());
    }

    /// <summary>Opens a page; returns its status.</summary>
    public async Task<int> OpenAsync(string path) => (await Page.GotoAsync(path))!.Status;

    public Task ScreenshotAsync(string name) =>
        Checkout.Screenshot(name) is { } path
            ? Page.ScreenshotAsync(new() { Path = path, FullPage = true })
            : Task.CompletedTask;

    /// <summary>Whether something reaches over the window's side.</summary>
    public Task<bool> RunsOverAsync() =>
        Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>By how much the page moved while it came to be, as browsers count it: https://web.dev/articles/cls</summary>
    public Task<string[]> LayoutShiftsAsync() =>
        Page.EvaluateAsync<string[]>(
            """
            () => new Promise(done => {
                const shifts = [];
                const told = ({ node, previousRect: from, currentRect: to }) =>
                    `${node?.nodeName}.${node?.className ?? ""} from ${from.x},${from.y} to ${to.x},${to.y}`;
                new PerformanceObserver(list => shifts.push(...list.getEntries().map(({ value, sources }) =>
                    `${value}: ${sources.map(told).join("; ")}`)))
                    .observe({ type: "layout-shift", buffered: true });
                setTimeout(() => done(shifts), 200);
            })
            """
        );

    /// <summary>Takes back complaints that the test provoked.</summary>
    public void Forgive(string about) =>
        complaints.RemoveAll(complaint => complaint.Contains(about, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.Empty(complaints);
    }
}
