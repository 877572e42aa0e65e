using KapFunctions.Editor.Desk;
using KapFunctions.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>The desk speaks the language of whoever is at it, all through.</summary>
public sealed class LanguageTests
{
    [TheoryWith<Chromium>]
    [MemberData(nameof(DeskVisit.Widths), MemberType = typeof(DeskVisit))]
    public async Task A_visit_in_German_meets_no_English_word(bool isPhone)
    {
        await using var site = await TestSite.StartAsync();
        await UploadAllSortsAsync(site);
        await using var desk = await DeskVisit.StartAsync(
            site,
            isPhone ? DeskVisit.Phone : DeskVisit.Desktop,
            key: null,
            locale: "de-DE"
        );
        var page = desk.Page;
        async Task CheckAsync(string name)
        {
            await desk.CheckAsync($"desk-german-{(isPhone ? "phone" : "desktop")}-{name}");
            Assert.Empty(await EnglishOnAsync(page));
        }

        await Expect(page.GetByLabel("Schlüssel")).ToBeVisibleAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await CheckAsync("sign-in");
        await desk.SignInAsync();
        await Expect(page.Locator(".posts li")).ToHaveCountAsync(5);
        await Expect(page.Locator(".posts")).ToContainTextAsync("06.05.2024");
        await Expect(page.Locator(".posts")).ToContainTextAsync("1 Problem");
        await CheckAsync("posts");
        await desk.Button("Neuer Beitrag").ClickAsync();
        await CheckAsync("new");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await Expect(desk.Dialog("Tastenkürzel")).ToBeVisibleAsync();
        await CheckAsync("keys");
        await page.Keyboard.PressAsync("Escape");

        await page.GotoAsync("/desk#/edit/posts/ruhe.md");
        await Expect(page.Locator(".notices")).ToContainTextAsync("Das ist die nächste Fassung");
        await CheckAsync("write");
        foreach (var pane in new[] { "preview", "details", "history" })
        {
            await page.Locator($"#tab-{pane}").ClickAsync();
            await CheckAsync(pane);
        }

        await page.Locator(".menu summary").ClickAsync();
        await CheckAsync("menu");
        await page.Keyboard.PressAsync("Escape");
        if (isPhone)
        {
            await page.Locator("#tab-write").ClickAsync();
        }

        await desk.Text.FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("Mehr.");
        await Expect(page.Locator(".save-state")).ToContainTextAsync("Nicht gespeichert");
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator(".save-state")).ToContainTextAsync("nur für die Redaktion");
        await page.Keyboard.PressAsync("Control+f");
        await Expect(page.GetByLabel("Suchen", new() { Exact = true })).ToBeVisibleAsync();
        await CheckAsync("search");
        await desk.Button("Veröffentlichen …").ClickAsync();
        await Expect(page.Locator(".changes ins").First).ToBeVisibleAsync();
        await CheckAsync("publish");
        await desk.Button("Jetzt veröffentlichen").ClickAsync();
        await Expect(desk.Dialog("Zwei Fassungen")).ToBeVisibleAsync();
        await CheckAsync("conflict");
        await desk.Button("Meine veröffentlichen").ClickAsync();
        await Expect(page.Locator(".save-state")).ToContainTextAsync("Veröffentlicht");
        await CheckAsync("published");

        await page.GotoAsync("/desk#/edit/site.yaml");
        await page.Locator("#tab-details").ClickAsync();
        await Expect(page.GetByLabel("Name der Praxis")).ToBeVisibleAsync();
        await CheckAsync("settings");
        foreach (var place in new[] { "media", "upload", "status" })
        {
            await page.GotoAsync($"/desk#/{place}");
            await Expect(page.Locator(".media li, .drop, .facts").First).ToBeVisibleAsync();
            await CheckAsync(place);
        }
    }

    [FactWith<Chromium>]
    public async Task Nothing_runs_off_the_side_of_a_phone_in_any_language()
    {
        await using var site = await TestSite.StartAsync();
        await UploadAllSortsAsync(site);
        await using var desk = await DeskVisit.StartAsync(site, DeskVisit.Phone);
        var page = desk.Page;
        foreach (var language in new[] { "en", "es", "fr", "it", "nl", "pt" })
        {
            await page.GotoAsync("/desk#/");
            await page.Locator(".foot select").SelectOptionAsync(language);
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await Expect(page.Locator(".posts li")).ToHaveCountAsync(5);
            await desk.CheckAsync($"desk-phone-{language}-posts");
            await page.GotoAsync("/desk#/edit/posts/ruhe.md");
            await Expect(page.Locator(".notices button")).ToBeVisibleAsync();
            await Expect(desk.Text).ToHaveAttributeAsync("lang", "de");
            await desk.CheckAsync($"desk-phone-{language}-write");
            await page.Locator("#tab-details").ClickAsync();
            await desk.CheckAsync($"desk-phone-{language}-details");
            await page.GotoAsync("/desk#/status");
            await Expect(page.Locator(".facts")).ToBeVisibleAsync();
            await desk.CheckAsync($"desk-phone-{language}-status");
        }
    }

    /// <summary>What was chosen at the desk comes first, then the browser's languages, then the site's, then English.</summary>
    [TheoryWith<Chromium>]
    [InlineData("fr-CA", "it", "fr", "Ouvrir la rédaction")]
    [InlineData("pt-BR", "it", "pt", "Abrir a redação")]
    [InlineData("sv-SE", "it", "it", "Apri la redazione")]
    [InlineData("sv-SE", "sv", "en", "Open the desk")]
    public async Task The_language_is_the_browsers_else_the_sites(
        string browser,
        string ofSite,
        string expected,
        string open
    )
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("site.yaml", $"title: Test\nlanguage: {ofSite}\n");
        await site.WaitAsync(
            "/api/settings",
            reply => reply.Json.GetProperty("settings").GetProperty("lang").GetString() == ofSite
        );
        await using var desk = await DeskVisit.StartAsync(site, key: null, locale: browser);

        await Expect(desk.Button(open)).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("html")).ToHaveAttributeAsync("lang", expected);

        await desk.Page.Locator(".languages select").SelectOptionAsync("nl");
        await Expect(desk.Button("Redactie openen")).ToBeVisibleAsync();
        await desk.SignInAsync();
        await Expect(desk.Page.Locator("h1")).ToHaveTextAsync("Berichten");
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.Locator("h1")).ToHaveTextAsync("Berichten");
        await desk.Page.Locator(".foot select").SelectOptionAsync("es");
        await Expect(desk.Page.Locator("h1")).ToHaveTextAsync("Entradas");
        Assert.Contains(desk.Asked, address => address.Contains("/assets/es-"));
        Assert.DoesNotContain(desk.Asked, address => address.Contains("/assets/de-"));
    }

    /// <summary>Whatever is shown, or said to who does not see it, that is English where German differs. The server's sentences say of
    /// themselves that they are English; what editors write is theirs.</summary>
    private static Task<string[]> EnglishOnAsync(IPage page)
    {
        var files = new DeskFiles();
        return page.EvaluateAsync<string[]>(
            """
            async (addresses) => {
                const [en, de] = await Promise.all(addresses.map((address) => import(address)));
                const hole = "\u0001";
                const said = (words) => Object.values(words).flatMap((one) => typeof one === "object" ? said(one) : typeof one === "function" ? one(hole, hole, hole) : one);
                const all = (language) => [0, 1].flatMap((at) => said(language.default((_, ...forms) => forms[at].replace("#", hole))));
                const german = all(de);
                const patterns = all(en)
                    .filter((words, at) => words !== german[at])
                    .map((words) => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(hole, ".+")}$`));
                const common = /\b(the|and|is|are|not|your|with|this|have|has|of|to|for)\b/i;
                const theirs = "[lang=en], [dir=auto], .cm-content, .row-path, code, pre, .uses, .share-result, .share-card, script, style, noscript";
                const found = [document.title];
                for (const one of document.body.querySelectorAll("*")) {
                    if (one.closest(theirs) === null && one.checkVisibility()) {
                        found.push(...[...one.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data));
                        found.push(...["aria-label", "placeholder", "title", "alt"].map((name) => one.getAttribute(name) ?? ""));
                    }
                }

                return found.map((text) => text.trim()).filter((text) => text !== "" && (common.test(text) || patterns.some((pattern) => pattern.test(text))));
            }
            """,
            new[] { $"/desk/assets/{files.NameOf("words/en.ts")}", $"/desk/assets/{files.NameOf("words/de.ts")}" }
        );
    }

    private static async Task UploadAllSortsAsync(TestSite site)
    {
        const string Ruhe =
            "---\ntitle: Zur Ruhe kommen\ndate: 2024-05-06\ntags: [Schlaf]\nimage: javascript:no\nsources:\n  - title: Leitlinie\n    url: https://example.org\n---\n\nGute Worte, *langsam*.\n";
        await site.UploadAsync("posts/ruhe.md", Ruhe);
        await site.UploadAsync("next/posts/ruhe.md", Ruhe.Replace("langsam", "schnell"));
        await site.UploadAsync("media/2024/ein-dokument.pdf", "%PDF-1.4");
        await site.UploadAsync("site.yaml", "title: Praxis\nlanguage: de\n");
        await site.UploadAsync("posts/lang.md", $"---\ntitle: {new string('w', 400)}\ndate: 2024-05-05\n---\nText.");
        await site.UploadAsync("posts/bald.md", "---\ndate: 2099-01-01\n---\nText.");
        await site.UploadAsync("posts/kaputt.md", "---\ntitle: x");
        await site.UploadAsync("pages/praxis.md", "---\ntitle: Praxis\ndraft: true\n---\nText.");
        await site.WaitAsync("/api/editor/posts", reply => reply.Json.GetProperty("posts").GetArrayLength() == 5);
    }
}
