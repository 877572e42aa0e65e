using System.Net;
using System.Text.RegularExpressions;
using KapFunctions.Standalone.Invocation;
using KapFunctions.Testing;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Tests;

/// <summary>What took other content systems in, tried here: advisories of Ghost (https://github.com/TryGhost/Ghost/security/advisories)
/// and WordPress core, and mends of EmDash (https://github.com/emdash-cms/emdash/pulls) that concern reads, filters, previews,
/// uploads and redirects. What has a place of its own is tested there: SQL in InjectionTests, rebinding in WebhookTests.</summary>
public sealed partial class AdvisoryTests(AttackedSite attacked) : IClassFixture<AttackedSite>, IDisposable
{
    /// <summary>Each stands in something that no reader may see.</summary>
    private static readonly string[] Secrets = ["draftsecret", "latersecret", "oversecret", "mailsecret", "keysecret"];

    // csharpier-ignore
    private static readonly string[] Pages =
    [
        "/", "/archive/", "/search/", "/rest/", "/tag/rest/", "/author/ana/", "/rss.xml", "/sitemap.xml", "/index.md", "/llms.txt",
        "/llms-full.txt", "/api/posts", "/api/posts/rest", "/api/pages", "/api/tags", "/api/authors", "/api/search?q=rest",
        "/feed.json", "/api/archive", "/api/changes", "/ghost/api/content/posts/?key=0123456789abcdef0123456789",
        "/ghost/api/content/pages/?key=0123456789abcdef0123456789", "/ghost/api/content/settings/?key=0123456789abcdef0123456789",
        "/ghost/api/content/authors/?key=0123456789abcdef0123456789",
    ];

    private readonly TestSite site = attacked.Site;

    /// <summary>Without what tidies addresses, and what compares answers with the document of the API.</summary>
    private readonly HttpClient plain = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public void Dispose() => plain.Dispose();

    /// <summary>WordPress showed drafts for <c>?static=1&amp;order=asc</c> (CVE-2019-17671), Ghost to whoever filtered by status
    /// (CVE-2023-26510), EmDash what was still to come (#2349).</summary>
    [Theory]
    [InlineData("static=1&order=asc")]
    [InlineData("preview=true&preview_id=1&p=1&page_id=1&attachment_id=1&author=1&m=2099")]
    [InlineData("post_status=any&status=draft,future,private,all&context=edit&_fields=content.raw")]
    [InlineData("filter=status:draft")]
    [InlineData("filter=status:[draft,scheduled,sent,published]")]
    [InlineData("filter=visibility:members,status:draft&formats=mobiledoc,lexical,html,plaintext&include=all")]
    [InlineData("_preview=1&_edit=1&draft=1&locale=../../x&lang=../../x&member_status=paid&uuid=1")]
    [InlineData("include=authors,tags,email,revisions,post_revisions,mobiledoc_revisions&fields=all")]
    public async Task No_parameter_shows_what_is_hidden(string query)
    {
        foreach (var page in Pages)
        {
            var reply = await site.GetAsync($"{page}{(page.Contains('?') ? '&' : '?')}{query}");

            Assert.True(reply.Status < 500, $"{page} {query}: {reply.Status}");
            Assert.All(Secrets, secret => Assert.DoesNotContain(secret, reply.Body, StringComparison.Ordinal));
        }
    }

    /// <summary>Ghost's filters could be asked letter by letter for the passwords of authors (CVE-2023-31133), WordPress's search
    /// for their addresses (CVE-2023-5561): what is wrong of a guess must be wrong of what is right.</summary>
    [Theory]
    [InlineData("authors.email:~^'{0}'", "mailsecret", "quux")]
    [InlineData("authors.password:~^'{0}'", "keys", "quux")]
    [InlineData("author.email:{0}", "'mailsecret@example.org'", "'other@example.com'")]
    [InlineData("internal:{0}", "keysecret", "other")]
    [InlineData("frontmatter.internal:{0}", "keysecret", "other")]
    [InlineData("status:{0}", "draft", "scheduled")]
    [InlineData("title:{0}", "draftsecret", "nothing")]
    [InlineData("slug:{0}", "draft", "nothing")]
    public async Task A_filter_tells_nothing_of_what_is_not_shown(string filter, string right, string wrong)
    {
        foreach (var list in (string[])["/api/posts?", "/ghost/api/content/posts/?key=0123456789abcdef0123456789&"])
        {
            Task<Reply> Ask(string value) =>
                site.GetAsync(
                    $"{list}filter={Uri.EscapeDataString(filter.Replace("{0}", value, StringComparison.Ordinal))}"
                );

            var (first, second) = (await Ask(right), await Ask(wrong));

            Assert.Equal((second.Status, Told(second, wrong)), (first.Status, Told(first, right)));
        }

        var unordered = await site.GetAsync("/api/posts");
        Assert.Equal(unordered.Body, (await site.GetAsync("/api/posts?order=authors.password%20asc")).Body);
        foreach (var word in Secrets)
        {
            Assert.Equal(
                0,
                (await site.GetAsync($"/api/search?q={word}")).Json.GetProperty("results").GetArrayLength()
            );
        }
    }

    /// <summary>Ghost's guard knew routes by their last slash alone (CVE-2026-22595), EmDash's by their method (#1863).</summary>
    [Fact]
    public async Task No_spelling_of_an_editor_s_route_and_no_method_opens_it()
    {
        string[] methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY"];
        (string, string)[] headers =
        [
            ("X-HTTP-Method-Override", "GET"),
            ("X-Original-URL", "/api/posts"),
            ("X-Rewrite-URL", "/api/posts"),
            ("X-Forwarded-Prefix", "/api/posts"),
        ];
        foreach (var route in EditorRoutes().Distinct())
        {
            var path = "/" + Regex.Replace(route, @"\{[^}]*\}", "posts/draft.md");
            string[] spellings =
            [
                path,
                path + "/",
                "/" + path,
                path.ToUpperInvariant(),
                path.Replace("/editor/", "//editor/"),
                path.Replace("/editor/", "/./editor/"),
                path.Replace("/editor/", "/posts/../editor/"),
                path.Replace("editor", "%65ditor"),
                path + "?x-functions-key=",
                path + ";x=.css",
                path + "/x.css",
                path + "%2f",
            ];
            foreach (
                var (method, spelling) in methods.SelectMany(_ => spellings, (method, spelling) => (method, spelling))
            )
            {
                var reply = await AskAsync(HttpMethod.Parse(method), spelling, headers);

                Assert.True(
                    reply.Status is 204 or >= 300 and < 500 && reply.Status != 304,
                    $"{method} {spelling} was answered {reply.Status}: {reply.Body}"
                );
                Assert.All(Secrets, secret => Assert.DoesNotContain(secret, reply.Body, StringComparison.Ordinal));
            }
        }
    }

    /// <summary>WordPress sent visitors to other hosts for odd slashes (CVE-2019-16220, CVE-2020-4048).</summary>
    [Theory]
    [InlineData("//evil.example")]
    [InlineData("//evil.example/rest")]
    [InlineData("/%5Cevil.example/rest")]
    [InlineData("/\\evil.example/rest/")]
    [InlineData("/%2F%2Fevil.example/%2e%2e")]
    [InlineData("//evil.example/%2f..")]
    [InlineData("/https://evil.example/rest")]
    [InlineData("/https:evil.example")]
    [InlineData("/%09/evil.example/rest")]
    [InlineData("/%0d%0aLocation:%20https://evil.example/rest")]
    [InlineData("/rest?redirect_to=https://evil.example")]
    [InlineData("/REST")]
    [InlineData("/rest/index.md/../..//evil.example")]
    [InlineData("/posts/rest//evil.example/..")]
    public async Task Nobody_is_sent_to_another_host(string address)
    {
        var reply = await AskAsync(
            HttpMethod.Get,
            address,
            ("Accept", "text/markdown, text/html"),
            ("X-Forwarded-Host", "evil.example")
        );

        Assert.True(reply.Status < 500, $"{address}: {reply.Status}");
        if (reply.Headers.TryGetValue("Location", out var location))
        {
            Assert.Equal(site.Address.Host, new Uri(site.Address, location).Host);
            Assert.DoesNotMatch(@"^[\\/]{2}", location);
        }
    }

    /// <summary>Ghost gave any file beside its theme (CVE-2023-32235).</summary>
    [Theory]
    [InlineData("/theme/%2e%2e/site.yaml")]
    [InlineData("/theme/..%2fsite.yaml")]
    [InlineData("/theme/%2e%2e%2fposts%2fdraft.md")]
    [InlineData("/theme/..%5c..%5cposts%5cdraft.md")]
    [InlineData("/theme/....//posts/draft.md")]
    [InlineData("/media/%2e%2e/posts/draft.md")]
    [InlineData("/media/..%2fposts/draft.md")]
    [InlineData("/media/%252e%252e/posts/draft.md")]
    [InlineData("/media/x/../../posts/draft.md")]
    [InlineData("/media/..%c0%afposts/draft.md")]
    [InlineData("/posts/draft.md")]
    [InlineData("/draft.md")]
    [InlineData("/content/posts/draft.md")]
    [InlineData("/site.yaml")]
    public async Task No_way_leads_out_of_what_is_public(string address)
    {
        var reply = await AskAsync(HttpMethod.Get, address);

        Assert.InRange(reply.Status, 300, 499);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, reply.Body, StringComparison.Ordinal));
    }

    /// <summary>WordPress wrote authors' names into pages as they were (CVE-2024-4439), Ghost addresses of social accounts
    /// (CVE-2022-47197), EmDash what a search had found (#794).</summary>
    [Fact]
    public async Task Names_titles_tags_and_what_a_search_found_are_text_everywhere()
    {
        foreach (var page in Pages)
        {
            var reply = await site.GetAsync(page);
            Assert.True(reply.Status == 200, $"{page}: {reply.Status}");
            Assert.DoesNotContain("Set-Cookie", reply.Headers.Keys);
            if (reply.Headers["Content-Type"].StartsWith("text/html", StringComparison.Ordinal))
            {
                Assert.DoesNotContain("<script>alert", reply.Body, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("<img src=x", reply.Body, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotMatch(@"(href|src)=""?\s*javascript:", reply.Body);
                Assert.DoesNotMatch(@"<[^<>]*"" onmouseover=", reply.Body);
            }
            else
            {
                Assert.Equal("nosniff", reply.Headers["X-Content-Type-Options"]);
            }
        }

        var found = await site.WaitAsync(
            "/api/search?q=onerror",
            reply => reply.Body.Contains("onerror", StringComparison.Ordinal)
        );
        var snippet = found.Json.GetProperty("results")[0].GetProperty("snippet_html").GetString();
        Assert.DoesNotContain("<img", snippet, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Ghost ran what an uploaded drawing or page said (CVE-2024-23724, CVE-2022-28397).</summary>
    [Theory]
    [InlineData("/media/page.html")]
    [InlineData("/media/drawing.svg")]
    public async Task An_uploaded_document_runs_nothing(string address)
    {
        var reply = await site.GetAsync(address);

        Assert.True(
            reply.Status == 404
                || reply.Headers["Content-Disposition"].StartsWith("attachment", StringComparison.Ordinal)
                    && reply.Headers["Content-Security-Policy"].Contains("sandbox", StringComparison.Ordinal),
            $"{reply.Status} {string.Join("; ", reply.Headers)}"
        );
    }

    /// <summary>Each 404 was a row of EmDash's database (#745); a header made WordPress's caches keep an empty answer for all
    /// (https://wordpress.org/news/2023/10/wordpress-6-3-2-maintenance-and-security-release/).</summary>
    [Fact]
    public async Task Strange_requests_leave_nothing_behind()
    {
        var before = await StoredAsync();
        var page = await site.GetAsync("/api/posts/rest");

        for (var i = 0; i < 300; i++)
        {
            Assert.Equal(404, (await site.GetAsync($"/nothing-{i}/?x={i}")).Status);
        }

        foreach (var method in (string[])["HEAD", "DELETE", "OPTIONS", "nonsense"])
        {
            var overridden = await site.GetAsync(
                "/api/posts/rest",
                ("X-HTTP-Method-Override", method),
                ("X-HTTP-Method", method),
                ("X-Forwarded-Host", "evil.example"),
                ("X-Forwarded-Proto", "javascript")
            );
            Assert.Equal((page.Status, page.Body), (overridden.Status, overridden.Body));
        }

        Assert.Equal(page.Body, (await site.GetAsync("/api/posts/rest")).Body);
        Assert.Equal(before, await StoredAsync());
    }

    private static IEnumerable<string> EditorRoutes() =>
        from function in FunctionMethod.In(typeof(ServiceRegistration).Assembly.GetTypes())
        let trigger = function.Trigger as HttpTriggerAttribute
        where trigger is not null && trigger.AuthLevel != AuthorizationLevel.Anonymous
        select trigger.Route;

    /// <summary>What an answer says, without the question that a sentence of it quotes.</summary>
    private static string Told(Reply reply, string asked)
    {
        var said =
            reply.Status == 200 ? "posts"
            : reply.Json.TryGetProperty("detail", out _) ? "detail"
            : "errors";
        var text = reply.Json.GetProperty(said).ToString().Replace(asked.Trim('\''), "…", StringComparison.Ordinal);
        return Numbers().Replace(text, "0");
    }

    /// <summary>The address goes out as it stands: no dot, slash or escape in it is tidied.</summary>
    private async Task<Reply> AskAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var request = new HttpRequestMessage(
            method,
            new Uri(site.Address.GetLeftPart(UriPartial.Authority) + address, options)
        );
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await plain.SendAsync(request);
        return await Reply.ReadAsync(response);
    }

    private async Task<int> StoredAsync()
    {
        var count = 0;
        await foreach (var _ in site.Storage.Blobs.GetBlobContainerClient("rendered").GetBlobsAsync())
        {
            count++;
        }

        await foreach (var _ in site.Storage.Content.GetBlobsAsync())
        {
            count++;
        }

        return count;
    }

    [GeneratedRegex(@"""id"":""[^""]*""|\d+")]
    private static partial Regex Numbers();
}
