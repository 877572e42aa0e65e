using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Tests.Caches;

/// <summary>What a cache was asked to forget.</summary>
internal sealed record TagPurge(string Address, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public IReadOnlyList<string> Tags =>
        [
            .. JsonDocument
                .Parse(Body)
                .RootElement.EnumerateObject()
                .Single()
                .Value.EnumerateArray()
                .Select(tag => tag.GetString()!),
        ];
}

/// <summary>Stands in for the API of Cloudflare, or of Fastly: writes down what it is asked and answers as it is told.</summary>
internal sealed class TagCacheServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private TagCacheServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("{*path}", TakeAsync);
    }

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public string Answer { get; set; } = """{"success":true,"errors":[]}""";

    public string Url => app.Urls.Single();

    public ConcurrentQueue<TagPurge> Purges { get; } = new();

    public static async Task<TagCacheServer> StartAsync()
    {
        var server = new TagCacheServer();
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        Purges.Enqueue(
            new(
                request.Path + request.QueryString,
                request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
                await reader.ReadToEndAsync()
            )
        );
        return Results.Text(Answer, "application/json", statusCode: (int)Status);
    }
}
