using System.Text.RegularExpressions;
using KapFunctions.Testing;
using Microsoft.Playwright;

namespace KapFunctions.EndToEnd.Site;

/// <summary>Every kind of page, in either light and on windows of every size: nobody is left out and nothing moves.</summary>
public sealed partial class PageTests(ReadingSite reading) : IClassFixture<ReadingSite>
{
    /// <summary>What a page may weigh without its pictures, as it goes over the wire.</summary>
    private const int MaxFirstPageBytes = 60 * 1024;

    /// <summary>What TCP sends before it waits for an answer: ten segments. https://www.rfc-editor.org/rfc/rfc6928</summary>
    private const int MaxFirstFlight = 14 * 1024;

    private static readonly (string Name, string Path, int Status)[] Pages =
    [
        ("home", "/", 200),
        ("list", "/page/1/", 200),
        ("page-2", "/page/2/", 200),
        ("post", "/ketamine-assisted-psychotherapy/", 200),
        ("long-post", "/finding-a-therapist/", 200),
        ("odd-post", "/odd/", 200),
        ("page", "/about/", 200),
        ("page-with-table", "/fees/", 200),
        ("tag", "/tag/sleep/", 200),
        ("author", "/author/mara-ellingwood/", 200),
        ("archive", "/archive/", 200),
        ("search", "/search/", 200),
        ("search-found", "/search/?q=sleep", 200),
        ("search-crisis", "/search/?q=suicide", 200),
        ("search-nothing", "/search/?q=zzzz", 200),
        ("missing", "/no/such/page/", 404),
        ("gone", "/gone/", 410),
    ];

    /// <summary>A phone in the dark and a desk in the light; with <c>KAP_FULL=1</c> both in both.</summary>
    public static TheoryData<bool, ColorScheme> Windows()
    {
        var windows = new TheoryData<bool, ColorScheme> { { true, ColorScheme.Dark }, { false, ColorScheme.Light } };
        if (Environment.GetEnvironmentVariable("KAP_FULL") == "1")
        {
            windows.Add(true, ColorScheme.Light);
            windows.Add(false, ColorScheme.Dark);
        }

        return windows;
    }

    [TheoryWith<Chromium>]
    [MemberData(nameof(Windows))]
    public async Task Everybody_can_read_every_page(bool isPhone, ColorScheme scheme)
    {
        var size = isPhone ? ReaderVisit.Phone : ReaderVisit.Desktop;
        var name = $"site-{(isPhone ? "phone" : "desktop")}-{scheme.ToString().ToLowerInvariant()}";
        await using var reader = await ReaderVisit.StartAsync(reading.Site, size, scheme);
        var found = new List<string>();
        foreach (var page in Pages)
        {
            Assert.Equal(page.Status, await reader.OpenAsync(page.Path));
            await reader.ScreenshotAsync($"{name}-{page.Name}");
            if (await Axe.CheckAsync(reader.Page) is { Length: > 0 } violations)
            {
                found.Add($"{page.Name}: {violations}");
            }
        }

        Assert.Empty(found);
    }

    [FactWith<Chromium>]
    public async Task Nothing_moves_while_a_page_loads_and_nothing_runs_over_the_side_of_a_window()
    {
        var moved = new List<string>();
        foreach (var size in new[] { ReaderVisit.Narrow, ReaderVisit.Phone, ReaderVisit.Tablet, ReaderVisit.Desktop })
        {
            await using var reader = await ReaderVisit.StartAsync(reading.Site, size);
            foreach (var page in Pages)
            {
                await reader.OpenAsync(page.Path);
                Assert.False(await reader.RunsOverAsync(), $"{page.Name} is wider than {size.Width} pixels.");
                moved.AddRange(
                    (await reader.LayoutShiftsAsync()).Select(shift => $"{page.Name} at {size.Width}: {shift}")
                );
            }
        }

        Assert.Empty(moved);
    }

    [FactWith<Chromium>]
    public async Task The_first_page_weighs_little_and_asks_nobody_else_for_anything()
    {
        await using var reader = await ReaderVisit.StartAsync(reading.Site, ReaderVisit.Phone);
        var loaded = new List<IResponse>();
        reader.Page.Response += (_, response) => loaded.Add(response);
        await reader.Page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });

        var bytes = 0;
        foreach (var response in loaded.Where(one => one.Request.ResourceType is not ("image" or "other")))
        {
            var sizes = await response.Request.SizesAsync();
            bytes += sizes.ResponseHeadersSize + sizes.ResponseBodySize;
        }

        Assert.All(
            loaded,
            one => Assert.StartsWith(reading.Site.Address.AbsoluteUri, one.Url, StringComparison.Ordinal)
        );
        Assert.InRange(bytes, 1, MaxFirstPageBytes);
    }

    [FactWith<Chromium>]
    public async Task A_text_and_its_style_fit_into_what_a_server_may_send_at_first()
    {
        using var client = new HttpClient { BaseAddress = reading.Site.Address };
        var page = (await reading.Site.GetAsync("/ketamine-assisted-psychotherapy/")).Body;
        var style = StyleAddress().Match(page).Groups["address"].Value;

        var bytes = await CompressedAsync("/ketamine-assisted-psychotherapy/") + await CompressedAsync(style);

        Assert.InRange(bytes, 1, MaxFirstFlight);

        async Task<int> CompressedAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.ParseAdd("br");
            using var response = await client.SendAsync(request);
            Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
            return (await response.Content.ReadAsByteArrayAsync()).Length;
        }
    }

    [FactWith<Chromium>]
    public async Task Words_and_numbers_of_a_table_stay_whole_on_a_phone_and_keys_scroll_a_wide_one()
    {
        await reading.Site.UploadAsync(
            "posts/wide.md",
            "---\ntitle: Wide\ndate: 2021-03-01\n---\n| Session | Monday | Tuesday | Wednesday | Fee |\n|--|--|--|--|--:|\n"
                + "| Individual | Mon/day | Tue/day | Wed/day | $16/5 |\n| Psychotherapeutically | 9:00 | 10:00 | 11:00 | $1,650 |\n"
        );
        await reading.Site.WaitAsync("/wide/", reply => reply.Status == 200);
        await using var reader = await ReaderVisit.StartAsync(reading.Site, ReaderVisit.Phone);
        await reader.OpenAsync("/wide/");

        var lines = await reader
            .Page.Locator(".prose td")
            .EvaluateAllAsync<int[]>(
                "cells => cells.map(cell => { const all = document.createRange(); all.selectNodeContents(cell); return all.getClientRects().length; })"
            );
        Assert.All(lines, count => Assert.Equal(1, count));
        Assert.False(await reader.RunsOverAsync());
        var box = reader.Page.Locator(".scroll");
        await box.FocusAsync();
        await reader.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(box).ToBeFocusedAsync();
        await reader.Page.WaitForFunctionAsync("() => document.querySelector('.scroll').scrollLeft > 0");
        Assert.Empty(await Axe.CheckAsync(reader.Page));
    }

    [FactWith<Chromium>]
    public async Task A_table_is_a_stop_of_the_Tab_key_where_it_scrolls_and_nowhere_else()
    {
        await reading.Site.UploadAsync(
            "posts/two-tables.md",
            "---\ntitle: Two tables\ndate: 2021-03-02\n---\n| a | b |\n|--|--|\n| 1 | 2 |\n\n"
                + $"| {new string('m', 70)} | {new string('w', 40)} |\n|--|--|\n| 1 | 2 |\n\n[After](/archive/)\n"
        );
        await reading.Site.WaitAsync("/two-tables/", reply => reply.Status == 200);
        await using var reader = await ReaderVisit.StartAsync(reading.Site, ReaderVisit.Phone);
        await reader.OpenAsync("/two-tables/");
        await Assertions.Expect(reader.Page.Locator(".scroll td").First).ToBeVisibleAsync();

        Assert.Equal([1], await StopsAsync());
        await reader.Page.SetViewportSizeAsync(3000, 900);
        await reader.Page.EvaluateAsync(
            "document.querySelectorAll('main, .post').forEach(one => { one.style.maxWidth = 'none'; one.style.width = '2900px'; })"
        );
        Assert.Equal([], await StopsAsync());

        // Which tables the Tab key stops at, from the top of the page to its end.
        async Task<List<int>> StopsAsync()
        {
            await reader.Page.EvaluateAsync("document.activeElement.blur()");
            var stops = new List<int>();
            for (var isThrough = false; !isThrough; )
            {
                await reader.Page.Keyboard.PressAsync("Tab");
                var table = await reader.Page.EvaluateAsync<int>(
                    "[...document.querySelectorAll('.scroll')].indexOf(document.activeElement)"
                );
                stops.AddRange(table >= 0 ? [table] : []);
                isThrough = await reader.Page.EvaluateAsync<bool>("document.activeElement.textContent === 'After'");
            }

            return stops;
        }
    }

    [FactWith<Chromium>]
    public async Task On_paper_only_the_text_is_left()
    {
        await using var reader = await ReaderVisit.StartAsync(reading.Site, ReaderVisit.Desktop, ColorScheme.Dark);
        await reader.OpenAsync("/ketamine-assisted-psychotherapy/");
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await reader.ScreenshotAsync("site-print-post");

        foreach (var gone in new[] { ".menu", ".reach", ".site-footer", ".tags", ".pager", "#recent-posts", ".toc" })
        {
            await Assertions.Expect(reader.Page.Locator(gone)).ToBeHiddenAsync();
        }

        Assert.Equal(
            "rgb(255, 255, 255)",
            await reader.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")
        );
        Assert.Contains(
            "https://",
            await reader.Page.EvaluateAsync<string>(
                "getComputedStyle(document.querySelector('.sources a'), '::after').content"
            ),
            StringComparison.Ordinal
        );
    }

    [FactWith<Chromium>]
    public async Task A_script_that_gets_into_a_page_all_the_same_does_not_run()
    {
        await using var reader = await ReaderVisit.StartAsync(reading.Site, ReaderVisit.Desktop);
        await reader.OpenAsync("/");
        var violation = reader.Page.EvaluateAsync<string>(
            """
            () => new Promise(done => {
                addEventListener("securitypolicyviolation", event => done(event.effectiveDirective));
                const script = document.createElement("script");
                script.textContent = "window.stolen = true";
                document.body.append(script);
            })
            """
        );

        Assert.Equal("script-src-elem", await violation);
        Assert.False(await reader.Page.EvaluateAsync<bool>("'stolen' in window"));
        reader.Forgive("Content Security Policy");
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex StyleAddress();
}
