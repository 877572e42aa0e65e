using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KapFunctions.Content.Settings;
using KapFunctions.Site.Theme;
using KapFunctions.Testing;

namespace KapFunctions.Tests.Site;

/// <summary>A practice's pages as a visitor gets them.</summary>
public sealed partial class PracticePagesTests
{
    private const string Settings = """
        title: Lantern
        accent_color: "#ffe100"
        practice:
          kind: MedicalClinic
          address: { street: 1 Quay, city: Bay }
          telephone: "+1 555-555-0137"
          hours: [Mon-Fri 9:00-17:00]
          licences: [Licence no. 0]
          booking: { label: Book a call, url: "https://booking.example/" }
        crisis: { name: Lifeline, number: "988", words: [hopeless] }
        authors:
          - { name: Mara, role: Therapist, credentials: [LMFT], same_as: https://directory.example/mara }
        """;

    [Fact]
    public async Task Every_page_says_how_to_book_and_where_to_go()
    {
        await using var site = await StartAsync("");
        foreach (var path in new[] { "/", "/walk/", "/archive/", "/author/mara/", "/none/" })
        {
            var page = (await site.GetAsync(path)).Body;

            Assert.Contains("<a class=\"button\" href=\"https://booking.example/\">Book a call</a>", page);
            Assert.Contains("href=\"tel:", page);
            Assert.Contains("1 Quay<br>", page);
            Assert.Contains("Mon – Fri", page);
            Assert.Contains("Licence no. 0", page);
            Assert.DoesNotContain("<form", page.Replace("<form class=\"search\"", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Search_engines_are_told_of_the_practice_its_people_and_the_way_to_a_page()
    {
        await using var site = await StartAsync("");

        Assert.Equal(["MedicalClinic"], await KindsAsync(site, "/"));
        Assert.Equal(["BlogPosting", "BreadcrumbList", "MedicalClinic"], await KindsAsync(site, "/walk/"));
        Assert.Equal(["Person", "BreadcrumbList", "MedicalClinic"], await KindsAsync(site, "/author/mara/"));
        var person = JsonLd((await site.WaitAsync("/author/mara/", reply => reply.Body.Contains("ld+json"))).Body)[0];
        Assert.Equal("Therapist", person.GetProperty("jobTitle").GetString());
        Assert.Equal("https://directory.example/mara", person.GetProperty("sameAs")[0].GetString());
    }

    [Fact]
    public async Task Help_in_a_crisis_stands_where_its_words_do_and_where_somebody_is_lost()
    {
        await using var site = await StartAsync("");
        await site.UploadAsync("posts/low.md", "---\ntitle: Low\ndate: 2024-02-01\n---\nWhen it feels *Hopeless*.");
        await site.WaitAsync("/low/", HttpStatusCode.OK);

        Assert.Contains("class=\"crisis\"", (await site.GetAsync("/low/")).Body);
        Assert.DoesNotContain("class=\"crisis\"", (await site.GetAsync("/walk/")).Body);
        Assert.Contains("class=\"crisis\"", (await site.GetAsync("/none/")).Body);
        var found = await site.WaitAsync("/search/?q=hopeless", reply => reply.Body.Contains("<mark>"));
        Assert.InRange(
            found.Body.IndexOf("class=\"crisis\"", StringComparison.Ordinal),
            1,
            found.Body.IndexOf("<mark>", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("class=\"crisis\"", (await site.GetAsync("/search/?q=walk")).Body);
    }

    [Fact]
    public async Task A_page_stands_first_and_when_it_is_deleted_the_list_of_posts_does_and_editors_hear_of_it()
    {
        await using var site = await StartAsync("home: pages/welcome.md\n");
        Assert.Contains("class=\"posts\"", (await site.GetAsync("/")).Body);
        Assert.Contains("home-missing", await ProblemsAsync(site));

        await site.UploadAsync(
            "pages/welcome.md",
            "---\ntitle: Hi\n---\n::: {.hero}\n# Slowly\n:::\n\n::: {.latest}\n:::\n"
        );
        var first = await site.WaitAsync("/", reply => reply.Body.Contains("Slowly"));
        Assert.Contains("<title>Lantern</title>", first.Body);
        Assert.Contains("href=\"/walk/\"", first.Body);
        Assert.Single(Regex.Matches(first.Body, "<h1"));
        Assert.DoesNotContain("home-missing", await ProblemsAsync(site));
        Assert.Equal("/", (await site.GetAsync("/welcome/")).Headers["Location"]);
        Assert.Contains("<h1 dir=\"auto\">Recent posts</h1>", (await site.GetAsync("/page/1/")).Body);

        var map = (await site.GetAsync("/sitemap.xml")).Body;
        Assert.DoesNotContain("/welcome/", map);
        Assert.Single(Regex.Matches(map, "<loc>http://[^/]+/</loc>"));
        var page = (await site.GetAsync("/api/pages/welcome")).Json;
        Assert.EndsWith(":7071/", page.GetProperty("url").GetString());
        await site.UploadAsync("posts/linked.md", "[Begin](../pages/welcome.md)");
        await site.WaitAsync("/linked/", reply => reply.Body.Contains("<a href=\"/\">Begin</a>"));

        await site.DeleteAsync("pages/welcome.md");
        var list = await site.WaitAsync("/", reply => !reply.Body.Contains("Slowly"));

        Assert.Equal(200, list.Status);
        Assert.Contains("href=\"/walk/\"", list.Body);
        Assert.Contains("home-missing", await ProblemsAsync(site));
    }

    [Fact]
    public async Task The_accent_colour_and_what_a_site_adds_stand_in_the_one_style_sheet()
    {
        await using var site = await StartAsync("");
        var style = await StyleAsync(site);
        Assert.Contains("--paper: #fbfaf7", style);
        Assert.Matches("--accent:#[0-9a-f]{6};--tint:", style);
        Assert.DoesNotContain("--accent:#ffe100", style.Split("prefers-color-scheme:dark")[0]);

        await site.UploadAsync("theme/custom.css", ".hero { color: red }");
        await site.WaitAsync(
            "/assets/site.css",
            reply => reply.Body.EndsWith(".hero { color: red }", StringComparison.Ordinal)
        );
        Assert.EndsWith(".hero { color: red }", await StyleAsync(site));

        await site.UploadAsync("theme/site.css", "body { color: blue }");
        var own = await site.WaitAsync(
            "/assets/site.css",
            reply => reply.Body.StartsWith("body { color: blue }", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("--accent", own.Body);
    }

    [Fact]
    public void The_theme_has_the_pages_that_colours_are_checked_on()
    {
        var style = Encoding.UTF8.GetString(BuiltInTheme.Assets[ThemeStyle.Name]);

        Assert.Contains($"--paper: {AccentColors.LightPage};", style);
        Assert.Contains($"--paper: {AccentColors.DarkPage};", style);
        Assert.Contains("--soft: #575e65;", style);
        Assert.Contains("--soft: #a7adb1;", style);
    }

    [Fact]
    public async Task No_entry_of_the_menu_is_marked_where_nothing_is()
    {
        await using var site = await StartAsync("navigation: [{ label: Home, url: / }]\n");

        Assert.Contains("aria-current", (await site.GetAsync("/")).Body);
        Assert.DoesNotContain("aria-current", (await site.GetAsync("/none/")).Body);
    }

    [Fact]
    public async Task The_post_that_stands_out_stands_first_and_once()
    {
        await using var site = await StartAsync("");
        await site.UploadAsync("posts/old.md", "---\ntitle: Old\ndate: 2019-01-01\nfeatured: true\n---\nText.");
        var page = (await site.WaitAsync("/", reply => reply.Body.Contains("stands-out"))).Body;

        Assert.True(
            page.IndexOf("href=\"/old/\"", StringComparison.Ordinal)
                < page.IndexOf("href=\"/walk/\"", StringComparison.Ordinal)
        );
        Assert.Single(Regex.Matches(page, "href=\"/old/\""));
    }

    private static async Task<TestSite> StartAsync(string more)
    {
        var site = await TestSite.StartAsync();
        await site.UploadAsync("site.yaml", Settings + "\n" + more);
        await site.UploadAsync("posts/walk.md", "---\ntitle: Walk\ndate: 2024-01-01\ntags: [Calm]\n---\nText.");
        await site.WaitAsync("/walk/", reply => reply.Body.Contains("Book a call"));
        return site;
    }

    private static async Task<string> StyleAsync(TestSite site)
    {
        var address = StyleAddress().Match((await site.GetAsync("/")).Body).Groups["address"].Value;
        return (await site.GetAsync(address)).Body;
    }

    private static async Task<string> ProblemsAsync(TestSite site) =>
        string.Concat(await site.WaitForProblemsAsync("site.yaml"));

    private static async Task<string[]> KindsAsync(TestSite site, string path) =>
        [
            .. JsonLd((await site.WaitAsync(path, reply => reply.Body.Contains("ld+json"))).Body)
                .Select(one => one.GetProperty("@type").GetString()!),
        ];

    private static JsonElement[] JsonLd(string page)
    {
        var json = JsonDocument.Parse(Script().Match(page).Groups["json"].Value).RootElement;
        return json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : [json];
    }

    [GeneratedRegex("<script type=\"application/ld\\+json\">(?<json>.*?)</script>", RegexOptions.ExplicitCapture)]
    private static partial Regex Script();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex StyleAddress();
}
