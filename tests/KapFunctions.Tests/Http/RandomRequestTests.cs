using System.Net;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using KapFunctions.Standalone.Invocation;
using KapFunctions.Testing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Tests.Http;

/// <summary>Random requests at every route: whatever is asked, the asker is answered, and it is never our fault.</summary>
public sealed class RandomRequestTests
{
    private const int RequestsForEachRoute = 25;

    /// <summary>What callers send by mistake and by malice, as it stands in an address.</summary>
    private static readonly string[] Values =
    [
        "",
        "first",
        "rest",
        "html,tags,count.posts",
        "all",
        "0",
        "-1",
        "99999999999999999999",
        "%FF%FE",
        "%C3%28",
        "%00",
        "%2e%2e%2f%2e%2e",
        "a%2fb",
        "%5c",
        "%zz",
        "%F0%9F%98%80",
        "tag:(",
        "tag:rest%2Bfeatured:true",
        "slug:~'%25_'",
        "published_at:%3Enow-3d",
        "published_at%20desc,%20slug%20asc",
        "%22unclosed",
        "a*%20OR%20NEAR(b)",
        "'%3B%20drop%20table%20post%3B--",
        "posts/first.md",
        "media/a.png",
        "0123456789abcdef01234567",
        "0123456789abcdef0123456789",
        new('a', 3000),
        string.Concat(Enumerable.Repeat("(", 2000)),
    ];

    private static readonly string[] Names =
    [
        "key",
        "limit",
        "page",
        "filter",
        "order",
        "fields",
        "include",
        "formats",
        "tag",
        "q",
        "since",
        "path",
        "version",
        "slug",
        "%FF",
    ];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("If-None-Match", "*"),
        ("If-None-Match", "\"unclosed"),
        ("If-Match", "W/\"x\", nonsense"),
        ("If-Modified-Since", "yesterday"),
        ("Accept-Encoding", "br;q=nan, ,gzip"),
        ("Accept-Version", "v99999999999.0"),
        ("Accept-Version", "six"),
        ("Range", "bytes=9-1,-"),
        ("Origin", "null"),
        ("X-Correlation-Id", "\t"),
        ("Content-Type", "text/nonsense"),
    ];

    private static readonly Gen<string> Value = Gen.OneOf(
        Gen.Elements(Values),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => Uri.EscapeDataString(Scalars(text.Get)))
    );

    [Fact]
    public async Task No_request_is_answered_with_a_failure_of_ours()
    {
        await using var site = await TestSite.StartAsync(
            settings: new() { ["Preview:Keys"] = $"a:{Convert.ToBase64String(SHA256.HashData("a key"u8))}" }
        );
        await site.UploadAsync("posts/first.md", "---\ntitle: First\ntags: [Rest]\n---\nOne.");
        await site.WaitAsync("/api/posts/first", HttpStatusCode.OK);
        await site.WaitAsync("/api/search?q=one", HttpStatusCode.OK);

        foreach (var (route, method) in Routes())
        {
            foreach (var attempt in RequestOf(route, method).Sample(RequestsForEachRoute))
            {
                using var request = attempt.ToMessage();
                var reply = await site.SendAsync(request, [.. attempt.Headers]);
                Assert.True(
                    reply.Status < 500 || IsWithoutDesk(route, reply),
                    $"{attempt} was answered {reply.Status}: {reply.Body}"
                );
            }
        }
    }

    /// <summary>A build without npm has no desk, and its page says so.</summary>
    private static bool IsWithoutDesk(string route, Reply reply) => route == "desk" && reply.Status == 503;

    private static IEnumerable<(string Route, string Method)> Routes() =>
        from function in FunctionMethod.In(typeof(ServiceRegistration).Assembly.GetTypes())
        let trigger = function.Trigger as HttpTriggerAttribute
        where trigger is not null
        from method in trigger.Methods ?? []
        select (trigger.Route ?? function.Name, method);

    private static Gen<Attempt> RequestOf(string route, string method) =>
        from path in PathOf(RoutePatternFactory.Parse(route))
        from query in Parameter().ArrayOf().Resize(4)
        from headers in Gen.Elements(Headers).ArrayOf().Resize(3)
        from body in Value
        select new Attempt(
            method.ToUpperInvariant(),
            $"/{path}?{string.Join('&', query)}",
            [.. headers, ("x-functions-key", TestSite.FunctionKey)],
            body
        );

    private static Gen<string> PathOf(RoutePattern route) =>
        from segments in Gen.CollectToArray(route.PathSegments, segment => Gen.CollectToArray(segment.Parts, PartOf))
        select string.Join('/', segments.Select(parts => string.Concat(parts)));

    private static Gen<string> PartOf(RoutePatternPart part) =>
        part switch
        {
            RoutePatternLiteralPart literal => Gen.Constant(literal.Content),
            RoutePatternSeparatorPart separator => Gen.Constant(separator.Content),
            RoutePatternParameterPart { IsCatchAll: true } => Gen.OneOf(Value, GhostPath()),
            _ => Value,
        };

    private static Gen<string> GhostPath() =>
        from version in Gen.Elements("", "v3/", "v9/")
        from resource in Gen.Elements("posts", "pages", "tags", "authors", "settings", "tiers", "search-index", "x")
        from rest in Gen.OneOf(Gen.Constant(""), Value, Value.Select(slug => $"slug/{slug}/"))
        select $"api/{version}content/{resource}/{rest}";

    private static Gen<string> Parameter() =>
        from name in Gen.Elements(Names)
        from value in Value
        select $"{name}={value}";

    /// <summary>Half a surrogate pair cannot stand in an address.</summary>
    private static string Scalars(string text) => string.Concat(text.EnumerateRunes());

    private sealed record Attempt(string Method, string Address, (string, string)[] Headers, string Body)
    {
        public override string ToString() => $"{Method} {Address} [{string.Join(", ", Headers)}] {Body}";

        public HttpRequestMessage ToMessage() =>
            new(HttpMethod.Parse(Method), Address)
            {
                Content = Method is "PUT" or "POST" ? new StringContent(Body) : null,
            };
    }
}
