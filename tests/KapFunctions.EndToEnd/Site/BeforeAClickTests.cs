using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using KapFunctions.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Site;

/// <summary>Until a reader clicks, a browser contacts the site and nobody else, and keeps nothing; a click brings the player.</summary>
public sealed partial class BeforeAClickTests
{
    private const string Card = "figure.embed > a[data-frame]";

    /// <summary>Enough for every kind to have its turn; with <c>KAP_FULL=1</c> many of each.</summary>
    private static readonly int Posts = Environment.GetEnvironmentVariable("KAP_FULL") == "1" ? 500 : 30;

    [FactWith<Chromium>]
    public async Task A_reader_of_every_page_contacts_nobody_else()
    {
        await using var site = await TestSite.StartAsync();
        await UploadAsync(site, SampleFiles().Concat(Generated()));
        await site.WaitAsync("/api/posts?limit=all&fields=slug", reply => Count(reply.Body, "\"generated-") >= Posts);
        await using var trap = await Trap.StartAsync();

        var read = await ReadEverythingAsync(site, trap);

        Assert.True(read > Posts + 10, $"Only {read} pages were found.");
        Assert.Empty(trap.Heard);
        await HearsAsync(trap);
    }

    [FactWith<Chromium>]
    public async Task A_theme_that_asks_others_for_pictures_styles_and_fonts_is_refused_by_the_browser()
    {
        await using var site = await TestSite.StartAsync();
        await UploadAsync(site, SampleFiles());
        await UploadAsync(
            site,
            [
                ("theme/parts/links.liquid", BinaryData.FromString(ExampleOfTheGuide())),
                (
                    "theme/site.css",
                    BinaryData.FromString(
                        """
                        @import url(https://style.example/a.css);
                        @font-face { font-family: Other; src: url(https://font.example/a.woff2); }
                        body { background: url(https://picture.example/a.png); font-family: Other; }
                        """
                    )
                ),
                (
                    "theme/parts/pager.liquid",
                    BinaryData.FromString(
                        "<img src=\"https://img.example/a.png\" alt=\"\"><video autoplay src=\"https://film.example/a.mp4\"></video>"
                    )
                ),
            ]
        );
        await site.WaitAsync("/page/1/", reply => reply.Body.Contains("https://img.example/a.png"));
        await site.WaitAsync("/assets/site.css", reply => reply.Body.Contains("style.example"));
        await using var trap = await Trap.StartAsync();

        var read = await ReadEverythingAsync(site, trap);

        Assert.True(read > 10, $"Only {read} pages were found.");
        Assert.Empty(trap.Heard);
        await HearsAsync(trap);
    }

    [TheoryWith<Chromium>]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_click_puts_the_player_in_the_place_of_its_card(bool byKeyboard)
    {
        await using var site = await PlayersAsync("");
        await using var reader = await ReaderVisit.StartAsync(site, ReaderVisit.Desktop);
        var asked = new ConcurrentQueue<IRequest>();
        reader.Page.Request += (_, request) => asked.Enqueue(request);
        await reader.OpenAsync("/players/");
        await Expect(reader.Page.Locator("iframe")).ToHaveCountAsync(0);
        Assert.All(asked, one => Assert.StartsWith(site.Address.AbsoluteUri, one.Url, StringComparison.Ordinal));
        asked.Clear();
        var cards = await reader.Page.Locator(Card).CountAsync();
        Assert.Equal(5, cards);

        for (var i = 0; i < cards; i++)
        {
            var card = reader.Page.Locator(Card).First;
            var (address, frameAddress) = (
                await card.GetAttributeAsync("href"),
                await card.GetAttributeAsync("data-frame")
            );
            await (byKeyboard ? card.PressAsync("Enter") : card.ClickAsync());

            var figure = reader.Page.Locator("figure.embed").Nth(i);
            var frame = figure.Locator("iframe");
            await Expect(frame).ToHaveAttributeAsync("src", frameAddress!);
            await Expect(frame).ToBeFocusedAsync();
            await Expect(frame).ToHaveAttributeAsync("referrerpolicy", "strict-origin-when-cross-origin");
            await Expect(frame).ToHaveAttributeAsync("sandbox", new Regex("allow-scripts"));
            await Expect(figure.Locator("figcaption a")).ToHaveAttributeAsync("href", address!);
            Assert.True((await frame.BoundingBoxAsync())!.Height > 100);
        }

        // The browser tells of what the last frame asks for when it comes to it.
        IRequest[] framed = [];
        for (var tries = 0; tries < 200 && framed.Select(one => new Uri(one.Url).Host).Distinct().Count() < 5; tries++)
        {
            await Task.Delay(50);
            framed = [.. asked.Where(one => one.Frame != reader.Page.MainFrame)];
        }
        Assert.Equal(5, framed.Select(one => new Uri(one.Url).Host).Distinct().Count());
        Assert.All(
            framed,
            one =>
                Assert.DoesNotContain("players", one.Headers.GetValueOrDefault("referer", ""), StringComparison.Ordinal)
        );
        await reader.ScreenshotAsync("site-players-clicked");
    }

    [FactWith<Chromium>]
    public async Task A_card_whose_frame_is_a_lookalike_s_is_only_a_link()
    {
        await using var site = await PlayersAsync("");
        await using var reader = await ReaderVisit.StartAsync(site, ReaderVisit.Desktop);
        foreach (
            var lookalike in new[]
            {
                "https://www.youtube-nocookie.com.evil.example/embed/dQw4w9WgXcQ",
                "https://www.youtube-nocookie.com@evil.example/embed/dQw4w9WgXcQ",
                "http://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
                "https://www.youtube-nocookie.com:8443/embed/dQw4w9WgXcQ",
                "javascript:alert(1)",
                "/media/a.html",
                "",
            }
        )
        {
            await reader.OpenAsync("/players/");
            var card = reader.Page.Locator(Card).First;
            var address = await card.GetAttributeAsync("href");
            await card.EvaluateAsync("(card, frame) => card.dataset.frame = frame", lookalike);
            await card.ClickAsync();

            await Expect(reader.Page).ToHaveURLAsync(address!);
        }
    }

    [FactWith<Chromium>]
    public async Task Without_a_script_a_card_leads_to_the_player_s_own_page()
    {
        await using var site = await PlayersAsync("");
        await using var reader = await ReaderVisit.StartAsync(site, ReaderVisit.Phone, runsScripts: false);
        await reader.OpenAsync("/players/");
        var card = reader.Page.Locator(Card).First;
        var address = await card.GetAttributeAsync("href");

        await card.ClickAsync();

        await Expect(reader.Page).ToHaveURLAsync(address!);
    }

    [FactWith<Chromium>]
    public async Task A_site_that_wants_it_so_shows_players_and_pictures_of_others_at_once()
    {
        await using var site = await PlayersAsync("embeds: direct\nforeign_pictures: direct\n");
        await using var reader = await ReaderVisit.StartAsync(site, ReaderVisit.Desktop);
        var asked = new List<string>();
        reader.Page.Request += (_, request) => asked.Add(new Uri(request.Url).Host);
        await reader.OpenAsync("/players/");
        await reader.Page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");

        await Expect(reader.Page.Locator("figure.embed iframe")).ToHaveCountAsync(5);
        await Expect(reader.Page.Locator("img[alt='A lake']"))
            .ToHaveAttributeAsync("src", "https://pictures.example/lake.png");
        Assert.Contains("www.youtube-nocookie.com", asked);
        Assert.Contains("pictures.example", asked);
        await Expect(reader.Page.Locator("script[src*=players]")).ToHaveCountAsync(0);
    }

    [TheoryWith<Chromium>]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Everybody_can_read_a_page_of_cards(int width, ColorScheme scheme)
    {
        await using var site = await PlayersAsync("");
        var size = new ViewportSize { Width = width, Height = 900 };
        await using var reader = await ReaderVisit.StartAsync(site, size, scheme);
        await reader.OpenAsync("/players/");
        await reader.ScreenshotAsync($"site-players-{width}-{scheme.ToString().ToLowerInvariant()}");

        Assert.Equal("", await Axe.CheckAsync(reader.Page));
        Assert.Equal("", await HtmlValidate.CheckAsync((await site.GetAsync("/players/")).Body));
        Assert.False(await reader.RunsOverAsync());
        foreach (var card in await reader.Page.Locator(Card).AllAsync())
        {
            Assert.True((await card.BoundingBoxAsync())!.Height >= 44, "It is too small for a finger.");
        }
    }

    /// <summary>Opens every page that pages lead to, down to its end; returns how many there were.</summary>
    private static async Task<int> ReadEverythingAsync(TestSite site, Trap trap)
    {
        await using var context = await trap.Browser.NewContextAsync(new() { BaseURL = site.Address.AbsoluteUri });
        var page = await context.NewPageAsync();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(["/", "/archive/", "/search/?q=words", "/no/such/page/"]);
        while (open.TryDequeue(out var path))
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync(
                """
                async () => {
                    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
                        scrollTo(0, y);
                        await new Promise(requestAnimationFrame);
                    }
                }
                """
            );
            Assert.Equal($"{path}: ", $"{path}: " + await KeptAsync(page));
            var links = await page.EvaluateAsync<string[]>(
                "() => [...document.links].filter(a => a.origin === location.origin && a.pathname.endsWith('/')).map(a => a.pathname)"
            );
            foreach (var link in links.Where(known.Add))
            {
                open.Enqueue(link);
            }
        }

        // What was begun on the last pages may still be on its way.
        await page.WaitForTimeoutAsync(1000);
        Assert.Empty(await context.CookiesAsync());
        return known.Count;
    }

    /// <summary>What the page keeps in the browser, by name; empty for nothing.</summary>
    private static Task<string> KeptAsync(IPage page) =>
        page.EvaluateAsync<string>(
            """
            async () => [
                document.cookie,
                ...Object.keys(localStorage),
                ...Object.keys(sessionStorage),
                ...(await indexedDB.databases()).map(one => one.name),
                ...await caches.keys(),
                ...(await navigator.serviceWorker.getRegistrations()).map(one => one.scope),
            ].join(" ").trim()
            """
        );

    /// <summary>That it would have been heard, had anybody been asked.</summary>
    private static async Task HearsAsync(Trap trap)
    {
        await using var context = await trap.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.SetContentAsync(
            "<img src='http://control.example/a.png'>",
            new() { WaitUntil = WaitUntilState.Commit }
        );
        await trap.WaitAsync();
        Assert.Contains(trap.Heard, said => said.Contains("control.example", StringComparison.Ordinal));
    }

    private static async Task<TestSite> PlayersAsync(string settings)
    {
        var site = await TestSite.StartAsync();
        await site.UploadAsync("site.yaml", $"title: Players\n{settings}");
        await site.WaitAsync("/", reply => reply.Body.Contains("<title>Players"));
        await site.UploadAsync(
            "posts/players.md",
            """
            ---
            title: What to listen to on a walk
            slug: players
            date: 2024-05-01
            ---
            A talk that began a long conversation in the group:

            <iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="Walking as a way of thinking, a talk in two parts"></iframe>

            https://vimeo.com/76979871

            > Somebody wrote to us about this one:
            >
            > https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk

            - https://podcasts.apple.com/us/podcast/the-daily-walk-with-a-very-long-name-indeed/id1200361736?i=1000650000000
            - Something to read instead

            https://soundcloud.com/forss/flickermood

            ![A lake](https://pictures.example/lake.png)
            """
        );
        await site.WaitAsync("/players/", reply => reply.Status == 200);
        return site;
    }

    private static IEnumerable<(string Path, BinaryData Bytes)> SampleFiles()
    {
        var content = Path.Combine(Checkout.Root, "samples", "content");
        return Directory
            .EnumerateFiles(content, "*", SearchOption.AllDirectories)
            .Select(file =>
                (Path.GetRelativePath(content, file).Replace('\\', '/'), BinaryData.FromBytes(File.ReadAllBytes(file)))
            );
    }

    private static IEnumerable<(string Path, BinaryData Bytes)> Generated() =>
        Enumerable
            .Range(0, Posts)
            .Select(number => ($"posts/generated-{number}.md", BinaryData.FromString(GeneratedPosts.Of(number))));

    private static async Task UploadAsync(TestSite site, IEnumerable<(string Path, BinaryData Bytes)> files) =>
        await Parallel.ForEachAsync(
            files,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (file, _) => await site.UploadAsync(file.Path, file.Bytes)
        );

    /// <summary>The template that the guide to the theme begins with.</summary>
    private static string ExampleOfTheGuide() =>
        HereDocument()
            .Match(File.ReadAllText(Path.Combine(Checkout.Root, "docs", "theme.md")).ReplaceLineEndings("\n"))
            .Groups["text"]
            .Value;

    private static int Count(string text, string part) => Regex.Count(text, Regex.Escape(part));

    [GeneratedRegex(
        @"links\.liquid <<'END'\n(?<text>.*?)END\n",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex HereDocument();
}
