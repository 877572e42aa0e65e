using KapFunctions.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>The page that the desk runs in: valid, strict about what may run in it, and careful with the key.</summary>
public sealed class ShellTests
{
    [FactWith<Chromium>]
    public async Task Its_markup_is_valid()
    {
        await using var site = await TestSite.StartAsync();

        Assert.Equal("", await HtmlValidate.CheckAsync((await site.GetAsync("/desk")).Body));
        Assert.Contains("no-implicit-close", await HtmlValidate.CheckAsync("<p>Not <div>a page</div></p>"));
    }

    [FactWith<Chromium>]
    public async Task What_the_desk_makes_of_itself_is_valid_too()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a.md", "---\ntitle: A\nimage: javascript:no\n---\nText.");
        await using var desk = await DeskVisit.StartAsync(site);
        await Expect(desk.Page.Locator(".posts li")).ToHaveCountAsync(1);
        foreach (var place in new[] { "#/", "#/media", "#/upload", "#/status" })
        {
            await desk.Page.GotoAsync("/desk" + place);
            await Expect(desk.Page.Locator("h1")).ToBeVisibleAsync();

            var body = await desk.Page.Locator("#desk").InnerHTMLAsync();
            Assert.Equal(
                "",
                await HtmlValidate.CheckAsync(
                    $"<!doctype html><html lang=\"en\"><head><title>Desk</title></head><body>{body}</body></html>",
                    preset: "standard"
                )
            );
        }
    }

    [FactWith<Chromium>]
    public async Task Its_policy_lets_nothing_run_that_is_not_its_own()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site);

        var outcome = await desk.Page.EvaluateAsync<string[]>(
            """
            async () => {
                const refused = [];
                document.addEventListener("securitypolicyviolation", event => refused.push(event.effectiveDirective));
                document.body.append(Object.assign(document.createElement("script"), { textContent: "window.ran = true" }));
                document.body.append(Object.assign(document.createElement("script"), { src: "https://example.org/a.js" }));
                document.body.append(Object.assign(document.createElement("iframe"), { src: "https://example.org/" }));
                document.head.append(Object.assign(document.createElement("style"), { textContent: "body { display: none }" }));
                await fetch("https://example.org/").catch(() => 0);
                await new Promise(done => setTimeout(done, 200));
                return [String(window.ran), ...refused.sort()];
            }
            """
        );

        Assert.Equal(
            ["undefined", "connect-src", "frame-src", "script-src-elem", "script-src-elem", "style-src-elem"],
            outcome
        );
        desk.Forgive("Content Security Policy");
    }

    [FactWith<Chromium>]
    public async Task The_key_stays_in_the_tab_and_never_stands_in_an_address()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a.md", "# A\n");
        await using var desk = await DeskVisit.StartAsync(site);
        await desk.Page.Locator(".posts a").ClickAsync();
        await desk.WriteAsync("# A, changed\n");
        await desk.SaveAsync();
        await desk.Page.GotoAsync("/desk#/status");
        await Expect(desk.Page.Locator(".facts")).ToBeVisibleAsync();

        Assert.DoesNotContain(desk.Asked, address => address.Contains(TestSite.FunctionKey));
        var kept = await desk.Page.EvaluateAsync<string>(
            "JSON.stringify(localStorage) + document.cookie + location.href"
        );
        Assert.DoesNotContain(TestSite.FunctionKey, kept);
        Assert.Equal(
            TestSite.FunctionKey,
            await desk.Page.EvaluateAsync<string>("sessionStorage.getItem('kap-desk-key')")
        );
        var beside = await desk.Page.Context.NewPageAsync();
        await beside.GotoAsync("/desk");
        await Expect(beside.GetByLabel("Key", new() { Exact = true })).ToBeVisibleAsync();
        await desk.Button("Sign out").ClickAsync();
        Assert.Null(await desk.Page.EvaluateAsync<string?>("sessionStorage.getItem('kap-desk-key')"));
    }
}
