using System.Net;
using System.Net.Http.Headers;
using System.Text;
using KapFunctions.Telemetry;
using KapFunctions.Testing;

namespace KapFunctions.Tests;

/// <summary>Every answer of every test is compared with the document, many at a time.</summary>
public sealed class OpenApiCheckTests
{
    private static readonly string[] Paths =
    [
        "/api/posts",
        "/api/posts/a",
        "/api/pages",
        "/api/tags",
        "/api/authors",
        "/api/settings",
        "/api/archive",
        "/api/search",
        "/api/changes",
        "/api/editor/problems",
        "/api/editor/status",
    ];

    [Fact]
    public async Task Answers_that_come_at_once_are_each_compared()
    {
        using var http = new HttpClient(new OpenApiCheck(new Unavailable())) { BaseAddress = new("http://localhost/") };

        var asked = Paths.SelectMany(path => Enumerable.Repeat(path, 8));
        var answers = await Task.WhenAll(asked.Select(path => Task.Run(() => http.GetAsync(path))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode));
    }

    private sealed class Unavailable : HttpMessageHandler
    {
        private const string Problem =
            """{"type":"urn:kapfunctions:problem:not-ready","title":"A","status":503,"detail":"B","instance":"/","correlation_id":"c"}""";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Problem));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/problem+json");
            return Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
                {
                    Content = content,
                    Headers = { { CorrelationId.Header, "c" } },
                }
            );
        }
    }
}
