using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using KapFunctions.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests;

/// <summary>One delivery, and how it was answered.</summary>
internal sealed record Heard(string Body, IReadOnlyDictionary<string, string> Headers, int Answered)
{
    private JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Type => Json.GetProperty("type").GetString()!;

    public JsonElement Data => Json.GetProperty("data");
}

/// <summary>Somebody's server that listens.</summary>
internal sealed class WebhookTarget : IAsyncDisposable
{
    private readonly ConcurrentQueue<Heard> heard = new();
    private readonly WebApplication app;
    private int taken;

    private WebhookTarget(int failFirst, int failure, string? location)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost(
            "/",
            async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body);
                var status = heard.Count < failFirst ? failure : 200;
                request.HttpContext.Response.Headers.Location = location;
                var headers = request.Headers.ToDictionary(one => one.Key, one => one.Value.ToString());
                heard.Enqueue(new(await reader.ReadToEndAsync(), headers, status));
                return Results.StatusCode(status);
            }
        );
    }

    public string Url => app.Urls.Single() + "/";

    public IReadOnlyCollection<Heard> Heard => heard;

    public static async Task<WebhookTarget> StartAsync(int failFirst = 0, int failure = 500, string? location = null)
    {
        var target = new WebhookTarget(failFirst, failure, location);
        await target.app.StartAsync();
        return target;
    }

    /// <summary>Longer than it takes until a delivery that got no answer, for 15 seconds, is made again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="from">Whose log is told of where nothing comes.</param>
    public async Task<Heard> WaitForAsync(string type, TestSite? from = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            for (; taken < heard.Count; taken++)
            {
                if (heard.ElementAt(taken) is var found && found.Type == type)
                {
                    taken++;
                    return found;
                }
            }

            if (patience.IsCancellationRequested)
            {
                var log = from is null ? "" : await LogOfAsync(from);
                Assert.Fail($"No {type} came; heard were {string.Join(", ", heard.Select(one => one.Type))}.{log}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    /// <summary>The first of its type, whenever it came.</summary>
    public async Task<Heard> FindAsync(string type)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (heard.FirstOrDefault(one => one.Type == type) is { } found)
            {
                return found;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static async Task<string> LogOfAsync(TestSite site)
    {
        var index = site.Services.GetRequiredService<IndexReader>();
        var rendered = site.Services.GetRequiredService<RenderedStore>();
        var told = new StringBuilder();
        await foreach (var entry in index.ReadLogAsync((await index.ReadHeadAsync(default))!.Epoch, 0, default))
        {
            var report = entry.Before?.Report;
            var isThere = report is not null && await rendered.ReadDocumentAsync(report, default) is not null;
            told.Append(
                CultureInfo.InvariantCulture,
                $"\n{entry.Sequence} {entry.At:O} {entry.Kind} {entry.Path} before: {report} {isThere}"
            );
        }

        return told.ToString();
    }
}
