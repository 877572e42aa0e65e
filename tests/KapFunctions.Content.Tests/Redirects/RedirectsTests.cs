using System.Text;
using KapFunctions.Content.Redirects;

namespace KapFunctions.Content.Tests.Redirects;

/// <summary><c>redirects.yaml</c> says where old addresses lead.</summary>
public sealed class RedirectsTests
{
    private const string Site = """
        /old-page/: /new-page/
        /Caf%C3%A9: /coffee/
        https://old.example/Whole: /all/
        /2016/*: /archive/
        /2016/05/*: /may/*
        /uploads/*: /media/*
        /shop/: https://shop.example/?from=old
        /sale/: { to: /offers/, status: 302 }
        /removed/: 410
        /forbidden/:
          status: 451
        301:
          /spirit: /g/
        302: { /now: /n/ }
        410: [/dead/, /deader/]
        """;

    [Theory]
    [InlineData("/old-page/", 301, "/new-page/")]
    [InlineData("old-page", 301, "/new-page/")]
    [InlineData("/OLD-Page", 301, "/new-page/")]
    [InlineData("/café/", 301, "/coffee/")]
    [InlineData("/cafe\u0301", 301, "/coffee/")]
    [InlineData("/caf%c3%a9", 301, "/coffee/")]
    [InlineData("/whole", 301, "/all/")]
    [InlineData("/2016/04/x/", 301, "/archive/")]
    [InlineData("/2016", 301, "/archive/")]
    [InlineData("/2016/05/a/b/", 301, "/may/a/b/")]
    [InlineData("/uploads/IMG 1.JPG", 301, "/media/IMG%201.JPG")]
    [InlineData("/shop", 301, "https://shop.example/?from=old")]
    [InlineData("/sale/", 302, "/offers/")]
    [InlineData("/removed/", 410, null)]
    [InlineData("/forbidden/", 451, null)]
    [InlineData("/spirit/", 301, "/g/")]
    [InlineData("/now", 302, "/n/")]
    [InlineData("/deader/", 410, null)]
    public void A_line_is_found_however_its_address_is_written(string path, int status, string? target)
    {
        var (rules, problems) = RedirectsParser.Parse(Given.File(Site, RedirectsParser.Path));

        Assert.Empty(problems);
        var found = new RedirectRules(rules!).Find(path)!.Value;
        Assert.Equal((status, target), (found.Rule.Status, found.Target));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/old-page/more/")]
    [InlineData("/20160/")]
    [InlineData("/x/2016/")]
    public void What_no_line_names_is_not_redirected(string path) =>
        Assert.Null(new RedirectRules(RedirectsParser.Parse(Given.File(Site, RedirectsParser.Path)).Rules!).Find(path));

    [Theory]
    [InlineData("/a/: somewhere", 1)]
    [InlineData("/a/:", 1)]
    [InlineData("/ok/: /b/\na/: /b/", 2)]
    [InlineData("//evil.example/: /b/", 1)]
    [InlineData("/a/: //evil.example/", 1)]
    [InlineData("/a/: 'javascript:alert(1)'", 1)]
    [InlineData("/a/: \"/b\\r\\nSet-Cookie: x=1\"", 1)]
    [InlineData("/a/: '/\\evil.example'", 1)]
    [InlineData("^/blog/(.*)$: /$1", 1)]
    [InlineData("/a?p=1: /b/", 1)]
    [InlineData("/a/*/c: /b/", 1)]
    [InlineData("/a/: /b/*", 1)]
    [InlineData("/a/*: https://x.example*", 1)]
    [InlineData("/a/*: /b*", 1)]
    [InlineData("/a/*: /b/**", 1)]
    [InlineData("/a/*: /*/b/*", 1)]
    [InlineData("/a/: { to: /b/, status: 307 }", 1)]
    [InlineData("/a/: { to: /b/, status: 410 }", 1)]
    [InlineData("/: /b/", 1)]
    [InlineData("/api/*: /b/", 1)]
    [InlineData("/rss.xml: /b/", 1)]
    public void A_line_that_cannot_be_used_is_told_of_where_it_stands_and_the_others_are_used(string text, int line)
    {
        var (rules, problems) = RedirectsParser.Parse(Given.File($"{text}\n/good/: /better/\n", RedirectsParser.Path));

        var problem = Assert.Single(problems);
        Assert.Equal(("redirect-value", line), (problem.Code, problem.Line));
        Assert.Contains(rules!, rule => rule.From == "good");
        Assert.DoesNotContain(rules!, rule => rule.From.StartsWith('a') && rule.To != "/better/");
    }

    [Theory]
    [InlineData("/a/: /a/")]
    [InlineData("/a/: /A?x=1#y")]
    [InlineData("/a/: /b/\n/b/: /c/\n/c/: /a/")]
    [InlineData("/a/*: /a/b/*")]
    [InlineData("/*: /x/*")]
    [InlineData("/a/*: /b/*\n/b/c/*: /a/c/*")]
    [InlineData("/a/*: /b/*\n/b/y/: /a/y/")]
    public void A_circle_is_told_of_and_sends_nobody_round(string text)
    {
        var (rules, problems) = RedirectsParser.Parse(Given.File(text + "\n/ok/: /fine/\n", RedirectsParser.Path));

        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Equal("redirect-loop", problem.Code));
        var left = new RedirectRules(rules!);
        Assert.Equal("/fine/", left.Find("/ok/")!.Value.Target);
        foreach (var start in (string[])["/a/", "/a/b/", "/a/c/x/", "/a/y/", "/b/c/x/", "/b/y/", "/z/"])
        {
            var (path, hops) = ((string?)start, 0);
            while (path is not null && path.StartsWith('/') && hops++ < 50)
            {
                path = left.Find(path.Split('?', '#')[0])?.Target;
            }

            Assert.InRange(hops, 0, 20);
        }
    }

    [Fact]
    public void Two_thousand_lines_are_used_and_a_deep_question_is_answered_at_once()
    {
        var lines = new StringBuilder();
        for (var i = 0; i < RedirectsParser.MaxRules + 50; i++)
        {
            lines.Append(null, $"/o/{i}/*: /n/{i}/*\n");
        }

        var watch = ThreadClock.Start();
        var (rules, problems) = RedirectsParser.Parse(Given.File(lines.ToString(), RedirectsParser.Path));
        var found = new RedirectRules(rules!);
        for (var i = 0; i < 100; i++)
        {
            found.Find(string.Concat(Enumerable.Repeat("/o", 4_000)));
        }

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 2);
        Assert.Equal(RedirectsParser.MaxRules, rules!.Count);
        Assert.Equal("redirect-value", Assert.Single(problems).Code);
    }

    [Fact]
    public void Lines_that_each_lead_to_the_next_are_read_in_no_time()
    {
        var lines = string.Concat(Enumerable.Range(0, 1_999).Select(i => $"/{i}/: /{i + 1}/\n"));
        var watch = ThreadClock.Start();

        RedirectsParser.Parse(Given.File(lines, RedirectsParser.Path));

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 2);
    }

    [Fact]
    public void Any_bytes_give_rules_or_problems()
    {
        var random = new Random(4);
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            var text = i % 2 == 0 ? bytes : [.. bytes.Select(b => (byte)"/a*: \n301{}[]\"'#-"[b % 17])];

            var result = RedirectsParser.Parse(new(RedirectsParser.Path, text));

            Assert.True(result.Rules is not null || result.Problems.Count > 0);
        }
    }
}
